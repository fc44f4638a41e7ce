import { html } from 'hono/html';
import { incidentText, MILESTONES, numberLines, numbersOf } from '../../../../shared/incident/index.ts';
import { moment, zoneName } from '../../../../shared/language/index.ts';
import type { Html } from '../../html.ts';
import { badge, severityBadge } from '../../state.ts';
import type { Scene } from './scene.ts';

/** When each milestone was reached, and how long each phase took; never a number that is wrong. */
export function timesSection(scene: Scene): Html {
  const { incident, text, locale, now, zone, address } = scene;
  const words = incidentText(locale);
  const milestones = MILESTONES.map((id) => {
    const stamp = incident.milestones[id];
    const note = stamp?.how === 'implied' ? text.implied : stamp?.how === 'corrected' ? text.corrected : null;
    const time =
      stamp === undefined
        ? text.notYet
        : stamp.at === null
          ? text.notApplicable
          : moment(stamp.at, now, zone, locale);
    return html`<tr><th scope="row">${words.milestones[id]}</th><td class="num">${time}${note ? html` <small class="muted">${note}</small>` : ''}</td></tr>`;
  });
  const phases = numberLines(numbersOf(incident, now), locale).map(
    ({ name, kind, text: value }) =>
      html`<tr><th scope="row">${name}</th><td>${kind === 'invalid' ? badge('failed', value) : html`<span class="${kind === 'recorded' ? 'num' : 'muted'}">${value}</span>`}</td></tr>`,
  );
  return html`<section aria-labelledby="times"><h2 id="times">${text.times} <small class="muted">${zoneName(now, zone)}</small></h2>
<div class="columns times">${table(text.milestone, text.time, milestones)}${table(text.phase, text.measured, phases)}${severityTable(scene)}</div>
${scene.may ? html`<p><a href="${address}/correct">${text.correct.open}</a></p>` : ''}</section>`;
}

/** How the severity rose and fell; nothing where it has only ever been one. */
function severityTable({ incident, text, locale, now, zone }: Scene): Html | '' {
  const { severities } = incident;
  if (severities.length < 2) return '';
  const rows = severities.map(
    ({ at, severity }) =>
      html`<tr><th scope="row">${severityBadge(severity)}</th><td class="num">${moment(at, now, zone, locale)}</td></tr>`,
  );
  return table(text.severityHistory, incidentText(locale).form.severityAt, rows);
}

const table = (head: string, value: string, rows: readonly Html[]): Html =>
  html`<table><thead><tr><th scope="col">${head}</th><th scope="col">${value}</th></tr></thead><tbody>${rows}</tbody></table>`;
