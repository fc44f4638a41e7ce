import { html } from 'hono/html';
import { incidentAddress, labelOf } from '../../../../shared/incident/index.ts';
import { writtenTime } from '../../../../shared/rota/index.ts';
import { runAddress, type Section, type Step } from '../../../../shared/runbook/index.ts';
import { type Page, visitorOf } from '../../env.ts';
import type { Html } from '../../html.ts';
import { page } from '../../layout.ts';
import type { WebParts } from '../../parts.ts';
import { errorPage } from '../error.ts';
import { playedAt } from './detail.ts';
import { stoppedWords } from './head.ts';
import { recordLine } from './record.ts';
import { type RunScene, sceneOf } from './scene.ts';
import { wordsOf } from './words.ts';

/** The run as a document: the runbook in its order, with every answer, who gave it and when; for paper and archives. */
export function printedRun(parts: WebParts): Page {
  return async (c) => {
    const played = await playedAt(c, parts);
    if (!played) return errorPage(c, 404, 'notFound');
    const { locale } = c.var;
    const shown = await sceneOf(played, parts, visitorOf(c), locale, null, c.req.raw.signal);
    const { run, runbook, incident, text, words, clock, zone } = shown;
    // On paper there is no today: times of another day than the run's first have their day, and the head has the year.
    const scene = { ...shown, clock: { now: () => run.startedAt } };
    const time = (at: number) => writtenTime(at, zone);
    const started = run.startedBy ? words.startedBy(run.startedBy.name, time(run.startedAt)) : words.byRule;
    const main = html`<article class="story paper">
<section><p class="actions screen"><a href="${runAddress(run.id)}">${text.back}</a></p>
<h1><bdi>${run.runbook.title}</bdi></h1>
<p><a href="${incidentAddress(incident)}">${labelOf(incident.number)}</a> <bdi>${incident.title}</bdi></p>
<p class="muted"><bdi>${started}</bdi> · ${words.status[run.status]}${run.endedAt === null ? '' : ` ${time(run.endedAt)}`} · ${text.printed} ${time(clock.now())}</p>
${run.stopped ? html`<p><bdi>${stoppedWords(scene, run.stopped.reason)}</bdi></p>` : ''}</section>
${runbook.sections.filter(({ steps }) => steps.length > 0).map((section) => chapter(scene, section))}
</article>`;
    return page(c, { title: `${labelOf(incident.number)} ${run.runbook.title}`, main });
  };
}

function chapter(scene: RunScene, { title, steps }: Section): Html {
  return html`<section>${title ? html`<h2><bdi>${title}</bdi></h2>` : ''}
<ol class="record">${steps.filter(isTold).map((step) => html`<li>${told(scene, step)}</li>`)}</ol></section>`;
}

const isTold = ({ act }: Step): boolean => act.kind !== 'go' && act.kind !== 'when';

/** A step as often as it was passed; one that was not is there all the same, and says so. */
function told(scene: RunScene, step: Step): Html {
  const passed = scene.run.log.filter((one) => one.step === step.id);
  if (step.act.kind === 'say') return wordsOf(scene, step);
  if (passed.length > 0) return html`${passed.map((one) => recordLine(scene, one))}`;
  const open = scene.run.open.find((one) => one.step === step.id);
  return html`${wordsOf(scene, step)}<p class="muted">${open ? scene.text.now : scene.text.notReached}</p>`;
}
