import { html } from 'hono/html';
import { moment, viaText } from '../../../../shared/language/index.ts';
import { type Passed, type Step, stepById } from '../../../../shared/runbook/index.ts';
import type { Html } from '../../html.ts';
import { press } from '../incidents/press.ts';
import { correctForm } from './fields.ts';
import { heldBy, type RunScene, said } from './scene.ts';
import { passedWords } from './words.ts';

/** What has been done, the latest first: the answer, who and when, and what it was before it was put right. */
export function recordSection(scene: RunScene): Html {
  const { run, text, words, may } = scene;
  const passed = run.log.map((one, i) => ({ one, i })).filter(({ one }) => one.outcome !== 'said');
  const undo = may && run.status !== 'stopped' && run.log.some(({ by }) => by !== null);
  const lines = passed.reverse().map(
    ({
      one,
      i,
    }) => html`<li id="passed-${String(i)}" data-done="${one.step}" ${heldBy(scene, one.step)}>${recordLine(scene, one)}
${may && isLatest(scene, one) ? correction(scene, one) : ''}</li>`,
  );
  return html`<section aria-labelledby="record-title"><h2 id="record-title">${text.record}</h2>
<div id="undo" data-live>${undo ? press(scene, 'undo', words.buttons.undo) : ''}</div>
${lines.length === 0 ? html`<p class="muted">${text.nothingYet}</p>` : ''}
<ol class="record" id="record" data-live="each">${lines}</ol></section>`;
}

/** One step that was passed, with all that is known of it. */
export function recordLine(scene: RunScene, one: Passed): Html {
  const { text, clock, zone, locale } = scene;
  const step = stepById(scene.runbook, one.step)?.step;
  const time = (at: number) => moment(at, clock.now(), zone, locale);
  const who = one.by ? `${text.san(one.by.name)}${viaText(one.by.via, locale)}` : text.byToban;
  const value = one.corrections.at(-1)?.value ?? one.value;
  const answer =
    value === null
      ? one.outcome === 'skipped'
        ? text.skipped(one.note)
        : (one.note ?? null)
      : said(scene, value, step);
  return html`<p class="asked"><span aria-hidden="true">${one.outcome === 'skipped' ? '–' : '✓'}</span> <bdi>${step ? passedWords(scene, step, one) : one.step}</bdi></p>
${answer === null ? '' : html`<p class="answer said"><bdi>${answer}</bdi></p>`}
<p class="muted"><bdi>${who}</bdi> · <time datetime="${new Date(one.at).toISOString()}">${time(one.at)}</time></p>
${corrections(scene, one, step, time)}`;
}

/** The history keeps both. */
function corrections(
  scene: RunScene,
  one: Passed,
  step: Step | undefined,
  time: (at: number) => string,
): Html | '' {
  if (one.value === null || one.corrections.length === 0) return '';
  const { text } = scene;
  const before = [one.value, ...one.corrections.map(({ value }) => value)];
  return html`<ul class="corrections">${one.corrections.map(({ value, reason, by, at }, i) => {
    const from = said(scene, before[i] ?? '', step);
    return html`<li class="muted"><bdi>${text.correction(from, said(scene, value, step), text.san(by.name), time(at), reason)}</bdi></li>`;
  })}</ul>`;
}

/** A correction is of the latest answer to a question. */
const isLatest = ({ run }: RunScene, one: Passed): boolean =>
  one.outcome === 'answered' &&
  run.log.findLast(({ step, outcome }) => step === one.step && outcome === 'answered') === one;

function correction(scene: RunScene, one: Passed): Html | '' {
  const step = stepById(scene.runbook, one.step)?.step;
  const value = one.corrections.at(-1)?.value ?? one.value;
  return step && value !== null ? correctForm(scene, step, value) : '';
}
