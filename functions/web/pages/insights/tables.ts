import { html } from 'hono/html';
import {
  type CallFigures,
  type IncidentFigures,
  type InsightsText,
  NUMBER_NAMES,
  type Spread,
} from '../../../../shared/insights/index.ts';
import { SEVERITIES } from '../../../../shared/severity/index.ts';
import type { Html } from '../../html.ts';

/** A row of a table of incidents: what it is called, where its list is, its figures. */
export interface IncidentRow {
  readonly name: string;
  readonly to: string;
  readonly figures: IncidentFigures;
}

const scrolled = (label: string, table: Html): Html =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="${label}">${table}</div>`;

/**
 * Severities that none of the rows has take no room: on a phone the times would be out of sight. Nor do they where each
 * row is one (`split` is false).
 */
export function incidentTable(
  head: string,
  rows: readonly IncidentRow[],
  text: InsightsText,
  split = true,
): Html {
  const severities = SEVERITIES.filter((one) => split && rows.some(({ figures }) => figures.severities[one]));
  return scrolled(
    head,
    html`<table class="load figures"><thead><tr><th scope="col">${head}</th><th scope="col" class="num">${text.count}</th>${severities.map(
      (severity) => html`<th scope="col" class="num">${severity}</th>`,
    )}${NUMBER_NAMES.map((name) => html`<th scope="col" class="num">${text.numbers[name].name}</th>`)}</tr></thead>
<tbody>${rows.map(
      ({ name, to, figures }) => html`<tr><th scope="row"><a href="${to}">${name}</a></th>
<td class="num">${figures.count}</td>${severities.map((severity) => html`<td class="num">${figures.severities[severity] || '–'}</td>`)}${NUMBER_NAMES.map((number) => spreadCell(figures.times[number], text))}</tr>`,
    )}</tbody></table>`,
  );
}

export function callTable(
  head: string,
  rows: readonly { readonly name: Html | string; readonly figures: CallFigures }[],
  text: InsightsText,
): Html {
  return scrolled(
    head,
    html`<table class="load figures"><thead><tr><th scope="col">${head}</th>${[text.count, text.late, text.became, text.acknowledge].map((one) => html`<th scope="col" class="num">${one}</th>`)}</tr></thead>
<tbody>${rows.map(
      ({ name, figures }) => html`<tr><th scope="row">${name}</th><td class="num">${figures.count}</td>
<td class="num">${figures.late || '–'}</td><td class="num">${figures.incidents || '–'}</td>${spreadCell(figures.acknowledged, text)}</tr>`,
    )}</tbody></table>`,
  );
}

export function hourTable(
  hours: { incidents: readonly number[]; calls: readonly number[] },
  text: InsightsText,
): Html {
  return scrolled(
    text.hours,
    html`<table class="load figures"><thead><tr><th scope="col">${text.hours}</th><th scope="col" class="num">${text.incidents}</th><th scope="col" class="num">${text.calls}</th></tr></thead>
<tbody>${hours.incidents.map(
      (count, hour) =>
        html`<tr><th scope="row">${text.hour(hour)}</th><td class="num">${count || '–'}</td><td class="num">${hours.calls[hour] || '–'}</td></tr>`,
    )}</tbody></table>`,
  );
}

/** Median · 90 %, and beneath it how many it is made of. */
function spreadCell(spread: Spread, text: InsightsText): Html {
  if (spread.n + spread.pending + spread.invalid === 0) return html`<td class="num">–</td>`;
  const values = spread.n === 0 ? '–' : `${text.time(spread.median)} · ${text.time(spread.p90)}`;
  return html`<td class="num">${values}<small>${text.madeOf(spread)}</small></td>`;
}

export const folded = (text: InsightsText, table: Html): Html =>
  html`<details><summary>${text.table}</summary>${table}</details>`;
