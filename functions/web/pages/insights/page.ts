import { html } from 'hono/html';
import {
  type Asked,
  type Insights,
  insightsCsv,
  insightsText,
  isSpan,
  readInsights,
  SPANS,
  type Span,
  weekOf,
  weekPeriod,
  weeksFrom,
} from '../../../../shared/insights/index.ts';
import { type Locale, zoneName } from '../../../../shared/language/index.ts';
import { isSeverity, SEVERITIES } from '../../../../shared/severity/index.ts';
import { choice } from '../../choice.ts';
import type { Page, WebContext } from '../../env.ts';
import type { Html } from '../../html.ts';
import { page } from '../../layout.ts';
import type { WebParts } from '../../parts.ts';
import { callSection, funnelSection, hourSection } from './calls.ts';
import { patterns } from './charts.ts';
import { incidentSection, timeSection } from './incidents.ts';
import { loadSection } from './load.ts';
import type { Scene } from './scene.ts';

/** The figures of a period: `/insights?span=13w&until=2026-W47&service=rental&severity=SEV1`. */
export function insightsPage(parts: WebParts): Page {
  return async (c) => {
    const { asked, scene, figures } = await lookAt(c, parts);
    const { text } = scene;
    const { first, last, from } = figures.period;
    const zone = parts.config.workspace.timezone;
    const nothing = figures.incidents.count + figures.calls.count === 0;
    const main = html`<section class="insights" aria-labelledby="title"><h1 id="title">${text.title}</h1>
${chooser(asked, weekOf(parts.clock.now(), zone), scene, parts, c.var.locale)}
<p class="muted">${text.range(first, last, zoneName(from, zone))} · <a href="/weekly/${asked.until}">${text.weekly}</a></p>
${figures.behind ? html`<p class="trouble" role="status">${text.behind}</p>` : ''}
${
  nothing
    ? html`<div class="empty"><h2>${text.none.title}</h2><p>${text.none.body}</p></div>`
    : html`${patterns()}${incidentSection(figures, scene)}${timeSection(figures, scene)}${callSection(figures, scene)}${funnelSection(figures, scene)}${hourSection(figures, scene)}`
}
${await loadSection(figures.period, scene, parts, c.var.locale)}
${nothing ? '' : html`<p class="actions"><a class="button" href="${addressOf(asked, {}, '/insights.csv')}" download>${text.download}</a></p>`}
<ul class="notes muted">${text.notes.map((note) => html`<li>${note}</li>`)}</ul></section>`;
    return page(c, { title: text.title, main });
  };
}

/** The same as a file. */
export function insightsFile(parts: WebParts): Page {
  return async (c) => {
    const { scene, figures } = await lookAt(c, parts);
    return c.body(insightsCsv(figures, scene.nameOf, c.var.locale), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="insights-${figures.period.first}-${figures.period.last}.csv"`,
      'cache-control': 'private, no-cache',
    });
  };
}

async function lookAt(
  c: WebContext,
  { store, config, clock }: WebParts,
): Promise<{ asked: Asked; scene: Scene; figures: Insights }> {
  const zone = config.workspace.timezone;
  const now = clock.now();
  const asked = askedOf(c, zone, now);
  const names = new Map<string, string>([
    ...config.rotas.map(({ id, name }): [string, string] => [id, name ?? id]),
    ...config.incident.services.map(({ id, name }): [string, string] => [id, name]),
  ]);
  const scene = { asked, text: insightsText(c.var.locale), nameOf: (id: string) => names.get(id) ?? id };
  return { asked, scene, figures: await readInsights(store, asked, zone, now) };
}

/** Anything odd in the address is as if it were not there. */
function askedOf(c: WebContext, zone: string, now: number): Asked {
  const read = (name: string) => (c.req.query(name) ?? '').trim().slice(0, 100);
  const [span, until, severity] = [read('span'), read('until'), read('severity')];
  return {
    span: isSpan(span) ? span : '13w',
    until: weekPeriod(until, zone) ? until : weekOf(now, zone),
    service: read('service') || null,
    severity: isSeverity(severity) ? severity : null,
  };
}

export function addressOf(asked: Asked, change: Partial<Asked>, path = '/insights'): string {
  const { span, until, service, severity } = { ...asked, ...change };
  const pairs = { span, until, service: service ?? '', severity: severity ?? '' };
  return `${path}?${new URLSearchParams(Object.entries(pairs).filter(([, value]) => value !== ''))}`;
}

function chooser(asked: Asked, current: string, { text }: Scene, { config }: WebParts, locale: Locale): Html {
  const { weeks } = SPANS[asked.span];
  const link = (change: Partial<Asked>, label: string, here = false) =>
    html`<li><a class="tab" href="${addressOf(asked, change)}" ${here ? html`aria-current="true"` : ''}>${label}</a></li>`;
  const later = weeksFrom(asked.until, weeks);
  const spans = (Object.keys(SPANS) as Span[]).map((span) =>
    link({ span }, text.spans[span], span === asked.span),
  );
  const { services } = config.incident;
  const severities = SEVERITIES.map((id) => ({ id, name: id }));
  return html`<nav class="tabs" aria-label="${text.period}"><ul>${spans}
${link({ until: weeksFrom(asked.until, -weeks) }, `‹ ${text.earlier}`)}
${asked.until === current ? '' : html`${link({ until: later < current ? later : current }, `${text.later} ›`)}${link({ until: current }, text.now)}`}
</ul></nav>
<form class="between" action="/insights"><input type="hidden" name="span" value="${asked.span}"><input type="hidden" name="until" value="${asked.until}">
${services.length > 0 || asked.service ? choice('service', text.service, { all: services, chosen: asked.service ?? '', any: text.any, locale }) : ''}
${choice('severity', text.severity, { all: severities, chosen: asked.severity ?? '', any: text.any, locale })}
<button class="second">${text.show}</button></form>`;
}
