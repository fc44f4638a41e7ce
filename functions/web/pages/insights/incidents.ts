import { html } from 'hono/html';
import { type Insights, NUMBER_NAMES, type Spread } from '../../../../shared/insights/index.ts';
import { SEVERITIES } from '../../../../shared/severity/index.ts';
import type { Html } from '../../html.ts';
import { columns, legend, whiskers } from './charts.ts';
import type { Scene } from './scene.ts';
import { folded, incidentTable } from './tables.ts';

/** How many, by step, service and severity; each row leads to its list. */
export function incidentSection(figures: Insights, scene: Scene): Html {
  const { text, nameOf, asked } = scene;
  const { steps, services, severities, period, incidents } = figures;
  const axis = steps.map(({ name }) => name);
  const series = SEVERITIES.map((severity) => ({
    mark: severity.toLowerCase(),
    label: severity,
    values: steps.map((step) => step.incidents.severities[severity]),
  }));
  const listOf = (days: { first: string; last: string }, more: Record<string, string | null>) => {
    const pairs = {
      from: days.first,
      to: days.last,
      service: asked.service,
      severity: asked.severity,
      ...more,
    };
    const set = Object.entries(pairs).filter((pair): pair is [string, string] => Boolean(pair[1]));
    return `/incidents?${new URLSearchParams(set)}`;
  };
  const label = text.chart(text.incidents, text.cases(incidents.count));
  return html`<section aria-labelledby="incidents"><h2 id="incidents">${text.incidents} <a href="${listOf(period, {})}">${text.cases(incidents.count)}</a></h2>
${legend(series)}
${columns(series, axis, { label, most: (value) => text.most(text.cases(value)) })}
${folded(
  text,
  incidentTable(
    text.step,
    steps.map((step) => ({ name: step.name, to: listOf(step.period, {}), figures: step.incidents })),
    text,
  ),
)}
<h3>${text.byService}</h3>
${incidentTable(
  text.service,
  services.map(({ service, figures: own }) => ({
    name: service === null ? text.noService : nameOf(service),
    to: listOf(period, { service }),
    figures: own,
  })),
  text,
)}
<h3>${text.bySeverity}</h3>
${incidentTable(
  text.severity,
  severities.map(({ severity, figures: own }) => ({
    name: severity,
    to: listOf(period, { severity }),
    figures: own,
  })),
  text,
  false,
)}
</section>`;
}

/** The five times, each with what it is made of. */
export function timeSection({ steps, incidents }: Insights, { text }: Scene): Html {
  const axis = steps.map(({ name }) => name);
  const one = (name: (typeof NUMBER_NAMES)[number]) => {
    const all = incidents.times[name];
    const words = `${text.median} ${text.time(all.median)} · ${text.p90} ${text.time(all.p90)}`;
    const points = steps.map((step) => pointOf(step.incidents.times[name]));
    const number = text.numbers[name];
    const label = text.chart(number.name, words);
    return html`<li><h3>${number.name} <small class="aside">${number.meaning}</small></h3><p><b>${words}</b> <span class="muted">${text.madeOf(all)}</span></p>
${all.n > 0 ? whiskers(points, axis, { label, most: (value) => text.most(text.time(value)) }) : ''}</li>`;
  };
  return html`<section aria-labelledby="times"><h2 id="times">${text.times}</h2><ul class="small-charts">${NUMBER_NAMES.map(one)}</ul></section>`;
}

export const pointOf = ({ median, p90 }: Spread): { median: number; p90: number } | null =>
  median === null || p90 === null ? null : { median, p90 };
