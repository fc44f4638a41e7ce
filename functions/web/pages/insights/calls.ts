import { html } from 'hono/html';
import type { Insights } from '../../../../shared/insights/index.ts';
import type { Html } from '../../html.ts';
import { columns, legend, stages, whiskers } from './charts.ts';
import { pointOf } from './incidents.ts';
import type { Scene } from './scene.ts';
import { callTable, folded, hourTable } from './tables.ts';

/** The calls for help, and how soon somebody had them in hand. */
export function callSection({ steps, calls, rotas, period }: Insights, { text, nameOf }: Scene): Html {
  const axis = steps.map(({ name }) => name);
  const series = [
    { mark: 'prompt', label: text.answered, values: steps.map((step) => step.calls.count - step.calls.late) },
    { mark: 'late', label: text.late, values: steps.map((step) => step.calls.late) },
  ];
  const { acknowledged } = calls;
  const words = `${text.median} ${text.time(acknowledged.median)} · ${text.p90} ${text.time(acknowledged.p90)}`;
  const points = steps.map((step) => pointOf(step.calls.acknowledged));
  return html`<section aria-labelledby="calls"><h2 id="calls">${text.calls} <a href="${listOf(period)}">${text.cases(calls.count)}</a></h2>
${legend(series)}
${columns(series, axis, { label: text.chart(text.calls, text.cases(calls.count)), most: (value) => text.most(text.cases(value)) })}
<h3>${text.acknowledge}</h3><p><b>${words}</b> <span class="muted">${text.madeOf(acknowledged)}</span></p>
${acknowledged.n > 0 ? whiskers(points, axis, { label: text.chart(text.acknowledge, words), most: (value) => text.most(text.time(value)) }) : ''}
${folded(
  text,
  callTable(
    text.step,
    steps.map((step) => ({
      name: html`<a href="${listOf(step.period)}">${step.name}</a>`,
      figures: step.calls,
    })),
    text,
  ),
)}
${
  rotas.length === 0
    ? ''
    : html`<h3>${text.byRota}</h3>${callTable(
        text.byRota,
        rotas.map(({ rota, figures }) => ({
          name: html`<a href="${listOf(period, { rota })}">${nameOf(rota)}</a>`,
          figures,
        })),
        text,
      )}`
}
</section>`;
}

/** The calls of some days, `2026-11-24` each. */
const listOf = (
  { first, last }: { readonly first: string; readonly last: string },
  more: Readonly<Record<string, string>> = {},
): string => `/calls?${new URLSearchParams({ from: first, to: last, ...more })}`;

/** How far what happened has come: calls, and then incidents, which need no call. */
export function funnelSection({ funnel }: Insights, { text }: Scene): Html {
  const of = (label: string, count: number, whole: number) => ({
    label,
    value: `${text.cases(count)} · ${text.percent(count, whole)}`,
    part: whole === 0 ? 0 : count / whole,
  });
  const { calls, incidents } = funnel;
  const { stages: words } = text;
  return html`<section aria-labelledby="funnel"><h2 id="funnel">${text.funnel}</h2>
${stages([of(words.calls, calls, calls), of(words.became, funnel.callsToIncident, calls)])}
${stages([
  of(words.incidents, incidents, incidents),
  of(words.written, funnel.withPostmortem, incidents),
  of(words.published, funnel.published, incidents),
  of(words.settled, funnel.settled, incidents),
])}</section>`;
}

export function hourSection({ hours }: Insights, { text }: Scene): Html {
  const axis = hours.incidents.map((_, hour) => text.hour(hour));
  const series = [
    { mark: 'prompt', label: text.calls, values: hours.calls },
    { mark: 'sev1', label: text.incidents, values: hours.incidents },
  ];
  const all = [...hours.incidents, ...hours.calls].reduce((sum, count) => sum + count, 0);
  return html`<section aria-labelledby="hours"><h2 id="hours">${text.hours}</h2>${legend(series)}
${columns(series, axis, { label: text.chart(text.hours, text.cases(all)), most: (value) => text.most(text.cases(value)) })}
<p class="muted">${text.hoursNote}</p>${folded(text, hourTable(hours, text))}</section>`;
}
