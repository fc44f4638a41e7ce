import { html } from 'hono/html';
import {
  incidentText,
  type Measured,
  MILESTONES,
  NUMBERS,
  numbersOf,
} from '../../../../shared/incident/index.ts';
import { durationText, moment, zoneName } from '../../../../shared/language/index.ts';
import type { Html } from '../../html.ts';
import type { Scene } from './scene.ts';

/** When each milestone was reached, and how long each phase took; never a number that is wrong. */
export function timesSection(scene: Scene): Html {
  const { incident, text, locale, now, zone } = scene;
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
  const numbers = numbersOf(incident, now);
  const phases = (Object.keys(NUMBERS) as (keyof typeof NUMBERS)[]).map(
    (name) =>
      html`<tr><th scope="row">${words.numbers[name]}</th><td>${measuredIn(numbers[name], scene)}</td></tr>`,
  );
  return html`<section aria-labelledby="times"><h2 id="times">${text.times} <small class="muted">${zoneName(now, zone)}</small></h2>
<div class="columns times">${table(text.milestone, text.time, milestones)}${table(text.phase, text.measured, phases)}</div></section>`;
}

const table = (head: string, value: string, rows: readonly Html[]): Html =>
  html`<table><thead><tr><th scope="col">${head}</th><th scope="col">${value}</th></tr></thead><tbody>${rows}</tbody></table>`;

function measuredIn(measured: Measured, { locale }: Scene): Html {
  const { measured: text, milestones } = incidentText(locale);
  if (measured.kind === 'recorded')
    return html`<span class="num">${durationText(measured.ms, locale)}</span>`;
  return html`<span class="muted">${why(measured, text, milestones)}</span>`;
}

type Words = ReturnType<typeof incidentText>;

function why(
  measured: Exclude<Measured, { kind: 'recorded' }>,
  text: Words['measured'],
  names: Words['milestones'],
): string {
  if (measured.kind === 'pending') return text.pending(names[measured.missing]);
  if (measured.kind === 'not-applicable')
    return measured.because === 'stated' ? text.stated : text.neverReached(names[measured.missing]);
  return measured.because === 'out-of-order'
    ? text.outOfOrder(names[measured.from], names[measured.to])
    : text.inTheFuture(names[measured.milestone]);
}
