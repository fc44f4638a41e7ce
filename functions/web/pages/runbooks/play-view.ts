import { html } from 'hono/html';
import { clockTime, durationText } from '../../../../shared/language/index.ts';
import {
  describeAct,
  describeTarget,
  fillAnswers,
  MOST_MOVES,
  type OpenStep,
  type Passed,
  type Rehearsal,
  type Run,
  type Runbook,
  runText,
  type Step,
  saidValue,
  stepById,
  type Value,
} from '../../../../shared/runbook/index.ts';
import type { Visitor } from '../../env.ts';
import { csrfField, type Html } from '../../html.ts';
import { markdown, safeAddress } from '../../markdown.ts';
import { badge } from '../../state.ts';
import { playFields } from './play-fields.ts';
import { type Carried, draftFields, type PlayScene, playForm } from './play-scene.ts';
import { playText } from './play-text.ts';
import { calledHere, type RunbookReader } from './reader.ts';
import { runbookPageText } from './text.ts';

/** A rehearsal: what has been done with what it would have caused, and what is open now. */
export function playOf(
  runbook: Runbook,
  played: Rehearsal,
  carried: Carried,
  reader: RunbookReader,
  visitor: Visitor,
): Html {
  const text = playText(reader.locale);
  const scene: PlayScene = { runbook, played, carried, reader, visitor, text };
  const { run, moves } = played;
  const lines = run.log.map((one) => lineOf(one, scene));
  const full = moves.length >= MOST_MOVES;
  return html`<article class="story play">
<section><h1>${text.title}: <bdi>${runbook.title}</bdi></h1><p class="notice">${text.note}</p></section>
<section aria-labelledby="so-far"><h2 id="so-far">${text.soFar}</h2>
${lines.length > 0 ? html`<ol class="played">${lines}</ol>` : html`<p class="muted">${text.empty}</p>`}</section>
<section aria-labelledby="now" class="play-now"><h2 id="now">${text.now}</h2>
${full ? html`<p role="alert" class="notice wrong">${text.enough}</p>` : run.open.map((open) => openOf(open, scene))}
${endOf(run, scene)}
<div class="actions">${moves.length > 0 ? again(scene, 'undo', text.undo) : ''}${moves.length > 0 ? again(scene, 'restart', text.restart) : ''}${wayBack(scene)}</div>
</section></article>`;
}

const again = (scene: PlayScene, verb: string, label: string): Html =>
  playForm(scene, html`<button name="do" value="${verb}" class="second">${label}</button>`);

function wayBack({ carried: { draft, back }, visitor, text }: PlayScene): Html {
  if (!draft) return html`<a href="${back}">${text.back}</a>`;
  const action = draft.id === null ? '/runbooks/new' : `/runbooks/${draft.id}/edit`;
  return html`<form method="post" action="${action}" enctype="multipart/form-data">${csrfField(visitor)}${draftFields(draft)}<button name="do" value="check" class="second">${text.backToEditor}</button></form>`;
}

function endOf({ status, stopped }: Run, { text, reader }: PlayScene): Html | '' {
  if (status === 'running') return '';
  if (status === 'done') return html`<p>${badge('done', text.done)}</p>`;
  const endless = /^endless: (.*)$/.exec(stopped?.reason ?? '')?.[1];
  return html`<p>${badge('failed', text.stopped)}</p>${endless === undefined ? '' : html`<p class="wrong">${runText(reader.locale).endless(endless)}</p>`}`;
}

const words = (step: Step, { runbook, played, reader, visitor }: PlayScene): string =>
  fillAnswers(step.text, played.run.answers, (value, name) =>
    valueWords(value, stepById(runbook, name)?.step, reader, visitor),
  );

function valueWords(value: Value, step: Step | undefined, reader: RunbookReader, visitor: Visitor): string {
  const { locale, zone, now } = reader;
  const nameOf = (user: string) => (user === visitor.user ? visitor.name : user);
  return saidValue(value, { locale, zone, clock: { now: () => now } }, step?.act, nameOf);
}

/** One step that is over: what came of it here, and what would have come of it. */
function lineOf(one: Passed, scene: PlayScene): Html {
  const { runbook, reader, text, visitor } = scene;
  const step = stepById(runbook, one.step)?.step;
  if (!step) return html``;
  const called = calledHere(reader);
  const { act } = step;
  const own = act.kind === 'do' || act.kind === 'http' || act.kind === 'run';
  const would =
    own && one.outcome === 'done'
      ? text.would(describeAct(act, runbook, called) ?? '')
      : act.kind === 'ask' && act.into && one.outcome === 'answered'
        ? text.wouldWrite(describeTarget(act.into, called))
        : null;
  const { skipped } = runText(reader.locale);
  const outcome =
    one.outcome === 'skipped'
      ? `${skipped}${one.note ? `: ${one.note}` : ''}`
      : one.value === null
        ? null
        : valueWords(one.value, step, reader, visitor);
  return html`<li><time>${clockTime(one.at, reader.zone)}</time><div class="stack-tight">
${one.outcome === 'said' ? html`<p class="muted">${text.read}</p>` : ''}${step.text ? markdown(words(step, scene), { heading: 4 }) : ''}
${outcome === null ? '' : html`<p class="said"><strong><bdi>${outcome}</bdi></strong></p>`}
${would === null ? '' : html`<p class="would">${would}</p>`}</div></li>`;
}

function openOf(open: OpenStep, scene: PlayScene): Html {
  const { runbook, reader, text, played } = scene;
  const step = stepById(runbook, open.step)?.step;
  if (!step) return html``;
  const { act } = step;
  const called = calledHere(reader);
  const { by, optional } = runbookPageText(reader.locale);
  const facts = [step.owner && by(called.role(step.owner)), step.optional ? optional : null].filter(Boolean);
  const address = act.kind === 'open' ? safeAddress(act.url) : null;
  const until = act.kind === 'wait' ? clockTime(open.since + act.ms, reader.zone) : '';
  const wrong = played.trouble?.step === step.id ? played.trouble.wrong : null;
  return html`<div class="play-open">
${step.text ? markdown(words(step, scene), { heading: 3 }) : ''}
${facts.length > 0 ? html`<p class="muted">${facts.join(' · ')}</p>` : ''}
${act.kind === 'wait' ? html`<p>${text.waits(durationText(act.ms, reader.locale), until)}</p>` : ''}
${address ? html`<p><a href="${address}" rel="noopener noreferrer nofollow">${address}</a></p>` : ''}
${playFields(step, wrong, scene)}</div>`;
}
