import { html } from 'hono/html';
import type { Html } from '../../html.ts';

/** One part of every column: its class gives colour and pattern, so that parts differ for every eye. */
export interface Series {
  readonly mark: string;
  readonly label: string;
  /** One for each column. */
  readonly values: readonly number[];
}

const percent = (part: number, whole: number): string => `${((part / Math.max(whole, 1)) * 100).toFixed(2)}%`;

/** Columns of stacked parts over one axis. Geometry in percent: letters stay as large as the page's. */
export function columns(
  series: readonly Series[],
  axis: readonly string[],
  { label, most }: { readonly label: string; readonly most: (value: number) => string },
): Html {
  const totals = axis.map((_, i) => series.reduce((sum, { values }) => sum + (values[i] ?? 0), 0));
  const highest = Math.max(...totals, 1);
  const width = 100 / Math.max(axis.length, 1);
  const bars = axis.flatMap((_, i) => {
    let below = 0;
    return series.flatMap(({ mark, values }) => {
      const value = values[i] ?? 0;
      if (value === 0) return [];
      below += value;
      const place = { x: `${(i + 0.12) * width}%`, y: percent(highest - below, highest) };
      const size = { width: `${width * 0.76}%`, height: percent(value, highest) };
      return [box(mark, place, size)];
    });
  });
  return html`<figure class="chart"><span class="most" aria-hidden="true">${most(highest)}</span>
<svg class="columns" role="img" aria-label="${label}">${grid()}${bars}</svg>
${axisOf(axis)}</figure>`;
}

/** The medians as dots, with a line up to the value that nine in ten stay below. */
export function whiskers(
  points: readonly ({ readonly median: number; readonly p90: number } | null)[],
  axis: readonly string[],
  { label, most }: { readonly label: string; readonly most: (value: number) => string },
): Html {
  const highest = Math.max(...points.map((one) => one?.p90 ?? 0), 1);
  const width = 100 / Math.max(points.length, 1);
  const marks = points.flatMap((one, i) => {
    if (!one) return [];
    const x = `${((i + 0.5) * width).toFixed(2)}%`;
    // Room for half a dot at either end.
    const y = (value: number) => `${(96 - (value / highest) * 92).toFixed(2)}%`;
    return [
      html`<line class="reach" x1="${x}" x2="${x}" y1="${y(one.median)}" y2="${y(one.p90)}"/><circle class="dot" cx="${x}" cy="${y(one.median)}" r="4"/>`,
    ];
  });
  return html`<figure class="chart"><span class="most" aria-hidden="true">${most(highest)}</span>
<svg class="columns low" role="img" aria-label="${label}">${grid()}${marks}</svg>
${axisOf(axis)}</figure>`;
}

/** Bars that shrink from one stage to the next. */
export function stages(
  all: readonly { readonly label: string; readonly value: string; readonly part: number }[],
): Html {
  return html`<ul class="bars">${all.map(
    ({ label, value, part }) => html`<li><span class="label">${label}</span>
<svg class="bar" aria-hidden="true"><rect class="day" width="${percent(part, 1)}" height="100%"/></svg>
<span class="num">${value}</span></li>`,
  )}</ul>`;
}

export const legend = (series: readonly Pick<Series, 'mark' | 'label'>[]): Html =>
  html`<ul class="legend">${series.map(
    ({ mark, label }) =>
      html`<li><svg class="swatch" aria-hidden="true">${box(mark, { x: '0', y: '0' }, { width: '100%', height: '100%' })}</svg>${label}</li>`,
  )}</ul>`;

/** Once on a page that has columns: what tells the parts apart besides colour. */
export const patterns = (): Html =>
  html`<svg class="unseen" aria-hidden="true"><defs>
<pattern id="hatch-a" width="8" height="8" patternUnits="userSpaceOnUse"><path class="hatch" d="M0 0 8 8M0 8 8 0"/></pattern>
<pattern id="hatch-b" width="8" height="8" patternUnits="userSpaceOnUse"><path class="hatch" d="M0 8 8 0"/></pattern>
</defs></svg>`;

const HATCHED: Readonly<Record<string, string>> = { sev1: 'hatch-a', sev2: 'hatch-b', late: 'hatch-b' };

function box(mark: string, at: { x: string; y: string }, size: { width: string; height: string }): Html {
  const hatch = HATCHED[mark];
  const rect = (paint: Html) =>
    html`<rect ${paint} x="${at.x}" y="${at.y}" width="${size.width}" height="${size.height}"/>`;
  return html`${rect(html`class="${mark}"`)}${hatch ? rect(html`fill="url(#${hatch})"`) : ''}`;
}

const grid = (): Html =>
  html`<line class="grid" x1="0" x2="100%" y1="50%" y2="50%"/><line class="grid" x1="0" x2="100%" y1="0" y2="0"/><line class="grid" x1="0" x2="100%" y1="100%" y2="100%"/>`;

/** First, middle and last: more would not fit a phone. */
function axisOf(axis: readonly string[]): Html {
  const shown = [...new Set([0, (axis.length - 1) >> 1, axis.length - 1])].map((i) => axis[i] ?? '');
  return html`<span class="axis" aria-hidden="true">${shown.map((one) => html`<span>${one}</span>`)}</span>`;
}
