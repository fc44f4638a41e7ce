import type { Incident } from '../incident/index.ts';
import { clockTime, moment } from '../language/index.ts';
import type { OutgoingMessage } from '../ports/slack.ts';
import { context, escapeMrkdwn, link, section } from '../slack/index.ts';
import { answersAt, nextStep, progressOf } from './board.ts';
import { stepById } from './flow.ts';
import type { Runbook } from './model.ts';
import { runAddress } from './records.ts';
import type { Passed, Run } from './run-model.ts';
import { type RunText, runText } from './run-text.ts';
import { openBlocks } from './view-open.ts';
import type { RunViewer } from './viewer.ts';
import { answerWords, headlineWords } from './words.ts';

type Rendered = Pick<OutgoingMessage, 'text' | 'blocks'>;

/** So many lines of what is done stand on the card; the page has all. */
const SHOWN = 5;
/** As many open steps as fit a card with their buttons. */
const MOST_OPEN = 6;

const MARKS = { running: '🟨', done: '🟩', stopped: '⬜' } as const;

/** The one card of a run: what is done in a line each, what is open large, what comes after in grey. */
export function runCard(run: Run, runbook: Runbook, incident: Incident, viewer: RunViewer): Rendered {
  const text = runText(viewer.locale);
  const title = escapeMrkdwn(run.runbook.title);
  const { passed, all } = progressOf(run, runbook);
  const state = `${text.status[run.status]} ${text.progress(passed, all)}`;
  const done = run.log.filter(({ outcome }) => outcome !== 'said');
  const lines = done.slice(-SHOWN).map((one) => doneLine(one, run, runbook, viewer));
  if (done.length > SHOWN) lines.unshift(`_${text.earlier(done.length - SHOWN)}_`);
  return {
    text: `${run.runbook.title} ${state}`,
    blocks: [
      section(`${MARKS[run.status]} *${title}* · ${state}`),
      ...(lines.length > 0 ? [section(lines.join('\n'))] : []),
      ...run.open.slice(0, MOST_OPEN).flatMap((open) => {
        const at = stepById(runbook, open.step);
        return at ? openBlocks(run, runbook, at, open, incident, viewer) : [];
      }),
      ...(run.open.length > MOST_OPEN ? [section(text.moreOpen(run.open.length - MOST_OPEN))] : []),
      ...(run.stopped ? [section(stoppedLine(run.stopped.reason, text))] : []),
      context(
        [aheadLine(run, runbook, viewer), startLine(run, text, viewer), pageLink(run, text, viewer)]
          .filter((part) => part !== null)
          .join(' · '),
      ),
    ],
  };
}

function doneLine(one: Passed, run: Run, runbook: Runbook, viewer: RunViewer): string {
  const text = runText(viewer.locale);
  const step = stepById(runbook, one.step)?.step;
  const latest = one.corrections.at(-1);
  const value = latest ? latest.value : one.value;
  const what = step
    ? short(headlineWords(step, { answers: answersAt(run, one) }, runbook, viewer))
    : one.step;
  const parts = [
    value === null ? what : `${what} → *${short(answerWords(value, step, viewer))}*`,
    one.outcome === 'skipped'
      ? `${text.skipped}${one.note ? `: ${short(escapeMrkdwn(one.note))}` : ''}`
      : null,
    one.outcome === 'done' && one.note ? escapeMrkdwn(one.note) : null,
    latest && one.value !== null ? text.corrected(short(answerWords(one.value, step, viewer))) : null,
    one.by ? escapeMrkdwn(one.by.name) : null,
    clockTime(one.at, viewer.zone),
  ];
  return `${one.outcome === 'skipped' ? '–' : '✓'} ${parts.filter((part) => part !== null).join(' · ')}`;
}

function stoppedLine(reason: string, text: RunText): string {
  const endless = /^endless: (.*)$/.exec(reason)?.[1];
  return endless === undefined ? text.stoppedFor(escapeMrkdwn(reason)) : text.endless(escapeMrkdwn(endless));
}

/** What comes after the open step, as far as no answer decides it. */
function aheadLine(run: Run, runbook: Runbook, viewer: RunViewer): string | null {
  const step = nextStep(run, runbook);
  return step ? runText(viewer.locale).next(short(headlineWords(step, run, runbook, viewer))) : null;
}

const short = (words: string): string =>
  Array.from(words).length > 60 ? `${Array.from(words).slice(0, 59).join('')}…` : words;

const pageLink = ({ id }: Run, text: RunText, { baseUrl }: RunViewer): string | null =>
  baseUrl ? link(`${baseUrl}${runAddress(id)}`, text.page) : null;

const startLine = (run: Run, text: RunText, { clock, zone, locale }: RunViewer): string =>
  run.startedBy
    ? text.startedBy(escapeMrkdwn(run.startedBy.name), moment(run.startedAt, clock.now(), zone, locale))
    : text.byRule;
