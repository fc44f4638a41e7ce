import { html } from 'hono/html';
import { incidentAddress, labelOf } from '../../../../shared/incident/index.ts';
import { momentIn } from '../../../../shared/language/index.ts';
import { nextStep, ownerOf, progressOf, stagesOf, stepById } from '../../../../shared/runbook/index.ts';
import type { Html } from '../../html.ts';
import type { WebParts } from '../../parts.ts';
import { badge, type State } from '../../state.ts';
import { statesOf } from '../incidents/rows.ts';
import type { RunScene } from './scene.ts';
import { headlineWords } from './words.ts';

export const RUN_STATES: Readonly<Record<RunScene['run']['status'], State>> = {
  running: 'waiting',
  done: 'done',
  stopped: 'off',
};

/** The top of the page, for one glance: state and how far, of which incident, who holds what, what comes next. */
export function headSection(scene: RunScene, parts: Pick<WebParts, 'threadUrl' | 'channelUrl'>): Html {
  const { run, runbook, incident, text, words, locale, clock, zone } = scene;
  const { passed, all } = progressOf(run, runbook);
  const time = (at: number) => momentIn(at, { now: clock.now(), zone, locale });
  const next = nextStep(run, runbook);
  const started = run.startedBy ? words.startedBy(run.startedBy.name, time(run.startedAt)) : words.byRule;
  const { room } = incident;
  return html`<section id="head" data-live>
<p class="states" data-status="${run.status}">${badge(RUN_STATES[run.status], words.status[run.status])}${statesOf(incident, locale)}</p>
<h1><bdi>${run.runbook.title}</bdi></h1>
<p><progress max="${String(all)}" value="${String(passed)}" aria-label="${text.progress(passed, all)}"></progress> <span class="num">${words.progress(passed, all)}</span></p>
<dl class="facts-list">
<div><dt>${text.incident}</dt><dd><a href="${incidentAddress(incident)}">${labelOf(incident.number)} <bdi>${incident.title}</bdi></a></dd></div>
${run.open.length > 0 ? html`<div><dt>${text.holders}</dt><dd><bdi>${holders(scene)}</bdi></dd></div>` : ''}
${run.open.length > 0 ? html`<div><dt>${text.next}</dt><dd data-next><bdi>${next ? headlineWords(scene, next) : run.open.length === 1 ? text.nextUnknown : text.nextAll}</bdi></dd></div>` : ''}
${room ? html`<div><dt>${text.room}</dt><dd><a href="${parts.channelUrl(run.team, room.channel)}">#${room.name}</a>${run.post ? html` <a href="${parts.threadUrl(run.team, run.post.channel, run.post.ts)}">${text.slack}</a>` : ''}</dd></div>` : ''}
</dl>
<p class="muted"><bdi>${started}</bdi>${run.endedAt === null ? '' : html` · ${text.ended} ${time(run.endedAt)}`}</p>
${run.stopped ? html`<p class="notice wrong"><bdi>${stoppedWords(scene, run.stopped.reason)}</bdi></p>` : ''}
</section>`;
}

export function stoppedWords({ words }: RunScene, reason: string): string {
  const endless = /^endless: (.*)$/.exec(reason)?.[1];
  return endless === undefined ? words.stoppedFor(reason) : words.endless(endless);
}

/** Who holds each open step: whoever took it, else the role whose it is. */
function holders(scene: RunScene): string {
  const { run, runbook, incident, text, locale } = scene;
  const names = run.open.map(({ step, holder }) => {
    if (holder) return text.san(holder.name);
    const at = stepById(runbook, step);
    const owner = at && ownerOf(at.step, incident, scene);
    return owner ? `${owner.role} ${owner.holder ? text.san(owner.holder) : `(${text.nobody})`}` : null;
  });
  const known = [...new Set(names.filter((name) => name !== null))];
  return known.length > 0 ? known.join(locale === 'ja' ? '、' : ', ') : text.nobody;
}

/** The whole of the runbook, section by section: what is done, where it stands. */
export function stagesSection({ run, runbook, text, words }: RunScene): Html | '' {
  const stages = stagesOf(run, runbook);
  if (stages.length < 2) return '';
  const items = stages.map(({ section, passed, all, here }) => {
    const state = here ? 'waiting' : all > 0 && passed === all ? 'done' : 'off';
    return html`<li ${here ? html`aria-current="step"` : ''}>${badge(state, words.progress(passed, all))} <bdi>${section.title || text.start}</bdi></li>`;
  });
  return html`<section aria-labelledby="stages-title" id="stages" data-live><h2 id="stages-title">${text.stages}</h2><ol class="stages">${items}</ol></section>`;
}
