import { html } from 'hono/html';
import type { Load, LoadText, PersonLoad } from '../../../shared/load/index.ts';
import type { Html } from '../html.ts';

const KINDS = ['day', 'night', 'weekend', 'holiday'] as const;
type Kind = (typeof KINDS)[number];

/** A bar for each person, the same length for the same hours; parts are told apart by pattern as well as by colour. */
export function loadChart({ people, covered }: Load, text: LoadText): Html {
  const carriers = people.filter(({ total }) => total > 0);
  const most = Math.max(...carriers.map(({ total }) => total), 1);
  const average = covered / Math.max(carriers.length, 1);
  const percent = (ms: number) => `${((ms / most) * 100).toFixed(2)}%`;
  const bars = carriers.map((one) => {
    const total = text.hoursOf(one.total);
    return html`<li><span class="label"><bdi>${one.name}</bdi></span>
<svg class="bar" role="img" aria-label="${text.bar(one.name, total)}">${partsOf(one, percent)}
<line class="average" x1="${percent(average)}" x2="${percent(average)}" y1="0" y2="100%"/></svg>
<span class="num">${total}</span></li>`;
  });
  const legend = KINDS.map(
    (kind) =>
      html`<li><svg class="swatch" aria-hidden="true">${box(kind, '0', '100%')}</svg>${text.parts[kind]}</li>`,
  );
  return html`<section aria-labelledby="chart"><h2 id="chart">${text.chart}</h2>
${patterns()}
<ul class="legend">${legend}
<li><svg class="swatch" aria-hidden="true"><line class="average" x1="50%" x2="50%" y1="0" y2="100%"/></svg>${text.average} ${text.hoursOf(average)}</li></ul>
<ul class="bars">${bars}</ul></section>`;
}

function partsOf(one: PersonLoad, percent: (ms: number) => string): Html[] {
  const { total, weekdayNight: night, weekend, holiday } = one;
  const sizes: Readonly<Record<Kind, number>> = {
    day: total - night - weekend - holiday,
    night,
    weekend,
    holiday,
  };
  let at = 0;
  return KINDS.filter((kind) => sizes[kind] > 0).map((kind) => {
    const part = box(kind, percent(at), percent(sizes[kind]));
    at += sizes[kind];
    return part;
  });
}

/** The ground in the kind's colour, and its pattern upon it. */
const box = (kind: Kind, x: string, width: string): Html =>
  html`<rect class="${kind}" x="${x}" width="${width}" height="100%"/>${kind === 'day' ? '' : html`<rect fill="url(#load-${kind})" x="${x}" width="${width}" height="100%"/>`}`;

function patterns(): Html {
  const lines: Readonly<Record<Exclude<Kind, 'day'>, string>> = {
    night: 'M0 8 8 0',
    weekend: 'M4 0V8',
    holiday: 'M0 0 8 8M0 8 8 0',
  };
  const all = Object.entries(lines).map(
    ([kind, d]) =>
      html`<pattern id="load-${kind}" width="8" height="8" patternUnits="userSpaceOnUse"><path class="hatch" d="${d}"/></pattern>`,
  );
  return html`<svg class="unseen" aria-hidden="true"><defs>${all}</defs></svg>`;
}
