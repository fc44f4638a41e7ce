import type { Incident } from '../incident/index.ts';
import { moment } from '../language/index.ts';
import type { OutgoingMessage } from '../ports/slack.ts';
import { actions, type ButtonSpec, escapeMrkdwn, link, section } from '../slack/index.ts';
import { ownerOf, saidBefore } from './board.ts';
import { failureWords } from './failure.ts';
import type { At } from './flow.ts';
import { labelOf } from './label.ts';
import type { Runbook, Step } from './model.ts';
import type { OpenStep, Run } from './run-model.ts';
import { type RunText, runText } from './run-text.ts';
import type { RunViewer } from './viewer.ts';
import { richWords } from './words.ts';

/** Options beyond this stand in a form. */
const BUTTONS = 4;

/** An open step: what was read out just before it, its words, and the fewest possible buttons. */
export function openBlocks(
  run: Run,
  runbook: Runbook,
  { step, section: part }: At,
  open: OpenStep,
  incident: Incident,
  viewer: RunViewer,
): OutgoingMessage['blocks'][number][] {
  const text = runText(viewer.locale);
  const say = (one: Step) => richWords(one, run, runbook, viewer);
  const owner = ownerOf(step, incident, viewer);
  const facts = [
    part.title && run.open.length === 1 ? escapeMrkdwn(part.title) : null,
    open.holder ? text.held(escapeMrkdwn(open.holder.name)) : owner && ownerWords(owner, text),
    step.optional ? text.optional : null,
    step.act.kind === 'do' && step.text ? escapeMrkdwn(labelOf(step.act, viewer.called) ?? '') : null,
  ].filter((fact) => fact !== null);
  const waits =
    step.act.kind === 'wait'
      ? text.waiting(moment(open.since + step.act.ms, viewer.clock.now(), viewer.zone, viewer.locale))
      : null;
  const own = ['do', 'http', 'run'].includes(step.act.kind) ? text.working : null;
  const body = [
    ...(open === run.open[0] ? saidBefore(run, runbook).map(say) : []),
    `*${say(step).replaceAll('*', '')}*`,
    step.act.kind === 'open' ? link(step.act.url, step.act.url) : null,
    open.failed ? text.failed(escapeMrkdwn(failureWords(open.failed, viewer.locale))) : (waits ?? own),
    facts.length > 0 ? `_${facts.join(' · ')}_` : null,
  ].filter((line) => line !== null);
  const value = `${run.id}:${open.step}:${open.visit}`;
  return [
    section(body.join('\n')),
    actions(`runbook ${open.step}`, buttonsOf(step.act, open, value, viewer), {
      action: 'runbook_menu',
      options: [
        { label: text.buttons.skip, value: `skip:${value}` },
        { label: text.buttons.hand, value: `hand:${value}` },
        { label: text.buttons.undo, value: `undo:${value}` },
        { label: text.buttons.correct, value: `correct:${value}` },
        { label: text.buttons.stop, value: `stop:${value}` },
      ],
    }),
  ];
}

const ownerWords = ({ role, holder }: NonNullable<ReturnType<typeof ownerOf>>, text: RunText): string =>
  text.owner(escapeMrkdwn(role), holder && escapeMrkdwn(holder));

function buttonsOf(
  act: At['step']['act'],
  open: OpenStep,
  value: string,
  { locale }: RunViewer,
): ButtonSpec[] {
  const { buttons } = runText(locale);
  if (open.failed) return [{ action: 'runbook_retry', label: buttons.retry, value, primary: true }];
  switch (act.kind) {
    case 'confirm':
      return [{ action: 'runbook_confirm', label: buttons.done, value, primary: true }];
    case 'open':
      return [{ action: 'runbook_confirm', label: buttons.read, value, primary: true }];
    case 'ask':
      if (act.type === 'choice' && act.options.length <= BUTTONS)
        return act.options.map(({ label }, index) => ({
          action: `runbook_pick_${index}`,
          label,
          value: `${value}:${index}`,
        }));
      return [{ action: 'runbook_answer', label: buttons.answer, value, primary: true }];
    default:
      return [];
  }
}
