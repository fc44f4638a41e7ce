import { html } from 'hono/html';
import type { Incident } from '../../../../shared/incident/index.ts';
import { moment } from '../../../../shared/language/index.ts';
import {
  progressOf,
  runAddress,
  runsOf,
  runText,
  type Startable,
  startable,
} from '../../../../shared/runbook/index.ts';
import type { Html } from '../../html.ts';
import type { WebParts } from '../../parts.ts';
import { badge } from '../../state.ts';
import { select } from '../incidents/fields.ts';
import { press, pressFields } from '../incidents/press.ts';
import type { Scene } from '../incidents/scene.ts';
import { RUN_STATES } from './head.ts';
import { runPageText } from './text.ts';

export interface IncidentRuns extends Startable {
  readonly runs: Awaited<ReturnType<typeof runsOf>>;
}

export async function readRuns(
  { store, config }: WebParts,
  path: string,
  state: Incident,
): Promise<IncidentRuns> {
  const [runs, can] = await Promise.all([
    runsOf(store, path),
    startable(store, state, config.workspace.locale),
  ]);
  return { runs, ...can };
}

/** The runbooks of an incident: those played, how far they are, and what may be started, with the reason. */
export function runsSection(scene: Scene, { runs, suggested, all }: IncidentRuns): Html | '' {
  if (runs.length === 0 && all.length === 0) return '';
  const { locale, incident, now, zone } = scene;
  const text = runPageText(locale);
  const words = runText(locale);
  const rows = runs.map(({ run, runbook }) => {
    const { passed, all: steps } = progressOf(run, runbook);
    const state = `${words.status[run.status]} ${words.progress(passed, steps)}`;
    const started = moment(run.startedAt, now, zone, locale);
    const by = run.startedBy ? words.startedBy(run.startedBy.name, started) : `${words.byRule} ${started}`;
    return html`<li class="effect">${badge(RUN_STATES[run.status], state)}<p><a href="${runAddress(run.id)}"><bdi>${run.runbook.title}</bdi></a><small class="facts"><bdi>${by}</bdi></small></p></li>`;
  });
  const playing = new Set(
    runs.filter(({ run }) => run.status === 'running').map(({ run }) => run.runbook.id),
  );
  const fitting = suggested.filter(({ entry }) => !playing.has(entry.id));
  const form = { ...scene, address: `${scene.address}/runs` };
  const offers = fitting.map(
    ({ entry, because: { by, what } }) =>
      html`<li class="effect"><p><bdi>${entry.title}</bdi><small class="facts"><bdi>${words.because(by, what)}</bdi></small></p>${press(form, 'start', words.buttons.start, { runbook: entry.id })}</li>`,
  );
  const may = scene.may && incident.status !== 'closed';
  return html`<section aria-labelledby="runs"><h2 id="runs">${text.runs}</h2>
${rows.length > 0 ? html`<ul class="effects">${rows}</ul>` : html`<p class="muted">${text.noRuns}</p>`}
${may && offers.length > 0 ? html`<h3>${words.suggested}</h3><ul class="effects offers">${offers}</ul>` : ''}
${may ? startForm(form, all, text) : ''}</section>`;
}

function startForm(form: Scene, all: Startable['all'], text: ReturnType<typeof runPageText>): Html {
  const options = all.map(({ id, title }) => ({ id, name: title }));
  return html`<details id="start-run"><summary>${text.others}</summary>
<form method="post" action="${form.address}" class="stack narrow">${pressFields(form, 'start')}${select('start', 'runbook', text.runs, options, options[0]?.id ?? '')}
<p class="actions"><button class="second">${text.startOther}</button></p></form></details>`;
}
