import { html } from 'hono/html';
import type { Load, LoadText, PersonLoad } from '../../../shared/load/index.ts';
import type { Html } from '../html.ts';

/** The figures behind the chart. */
export function loadTable({ people }: Load, text: LoadText): Html {
  const heads = [text.hours, text.calls, text.nights, text.weekends, text.holidays];
  return html`<section aria-labelledby="table"><h2 id="table">${text.table}</h2>
<div class="scroll" tabindex="0" role="group" aria-labelledby="table"><table class="load figures">
<thead><tr><th scope="col">${text.name}</th>${heads.map((head) => html`<th scope="col" class="num">${head}</th>`)}</tr></thead>
<tbody>${people.map((one) => row(one, text))}</tbody>
</table></div></section>`;
}

function row(one: PersonLoad, text: LoadText): Html {
  const cell = (value: string, small: string | null) =>
    html`<td class="num">${value}${small === null ? '' : html`<small>${small}</small>`}</td>`;
  const hours = (ms: number, count: string) => (ms > 0 ? cell(text.hoursOf(ms), count) : cell('–', null));
  return html`<tr><th scope="row"><bdi>${one.name}</bdi></th>
${cell(text.hoursOf(one.total), null)}
${cell(String(one.calls), one.nightCalls > 0 ? text.atNight(one.nightCalls) : null)}
${hours(one.night, text.times(one.nights))}
${hours(one.weekend, text.days(one.weekendDays))}
${hours(one.holiday, text.days(one.holidays))}</tr>`;
}
