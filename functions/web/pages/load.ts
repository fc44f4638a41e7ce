import { html } from 'hono/html';
import { minutesText, moment, zoneName } from '../../../shared/language/index.ts';
import {
  type LoadText,
  loadCsv,
  loadText,
  monthsAround,
  monthsIn,
  type Period,
  periodBetween,
  type RotaLoad,
  readLoad,
} from '../../../shared/load/index.ts';
import type { RotaConfig } from '../../../shared/rota/index.ts';
import type { Page, WebContext } from '../env.ts';
import type { Html } from '../html.ts';
import { page } from '../layout.ts';
import type { WebParts } from '../parts.ts';
import type { Reader } from './board.ts';
import { errorPage } from './error.ts';
import { loadChart } from './load-chart.ts';
import { loadTable } from './load-table.ts';
import { rotaAsked } from './rota-asked.ts';
import { homeText } from './text.ts';

/** What the address asks for; `typed` is what stood in it, to be shown again. */
interface Asked {
  readonly rota: RotaConfig;
  readonly zone: string;
  readonly column: string;
  readonly period: Period;
  readonly typed: { readonly from: string; readonly to: string };
  readonly refused: string | null;
}

/** Who carries how much of a rota in a period: `/rotas/:id/load?from=2026-11-01&to=2026-11-30`, this month otherwise. */
export function loadPage(parts: WebParts): Page {
  return async (c) => {
    const asked = askedOf(c, parts);
    if (!asked) return errorPage(c, 404, 'notFound');
    const { locale } = c.var;
    const text = loadText(locale);
    const { rota, zone, period, column, refused } = asked;
    const reader = { locale, zone, now: parts.clock.now() };
    const title = `${text.title} · ${rota.name ?? rota.id}`;
    const load = refused === null ? await readLoad(parts.store, rota, zone, period, column) : null;
    const main = html`<section aria-labelledby="title"><h1 id="title">${title}</h1>
${chooser(asked, text, reader)}
${load ? body(load, asked, text, reader) : html`<p role="alert" class="trouble">${refused}</p>`}
</section>`;
    return page(c, { title, main, status: refused === null ? 200 : 422 });
  };
}

/** The same as a file. */
export function loadFile(parts: WebParts): Page {
  return async (c) => {
    const asked = askedOf(c, parts);
    if (!asked || asked.refused !== null)
      return errorPage(c, asked ? 400 : 404, asked ? 'badInput' : 'notFound');
    const { rota, zone, period, column } = asked;
    const load = await readLoad(parts.store, rota, zone, period, column);
    return c.body(loadCsv(load, c.var.locale), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="load-${rota.id}-${load.column.replace(/[^\w-]/g, '_')}-${period.first}-${period.last}.csv"`,
      'cache-control': 'private, no-cache',
    });
  };
}

function askedOf(c: WebContext, parts: WebParts): Asked | null {
  const named = rotaAsked(c, parts);
  if (!named) return null;
  const { rota, zone } = named;
  const month = monthsAround(parts.clock.now(), zone, 1);
  const read = (name: string) => (c.req.query(name) ?? '').trim().slice(0, 40);
  const typed = { from: read('from') || month.first, to: read('to') || month.last };
  const asked = periodBetween(typed.from, typed.to, zone);
  return {
    rota,
    zone,
    typed,
    column: read('column') || 'primary',
    period: asked.ok ? asked.period : month,
    refused: asked.ok ? null : loadText(c.var.locale).refused[asked.why],
  };
}

const addressOf = ({ rota }: Asked, { first, last }: Period, column: string, file = ''): string => {
  const search = new URLSearchParams({ from: first, to: last });
  if (column !== 'primary') search.set('column', column);
  return `/rotas/${rota.id}/load${file}?${search}`;
};

/** Month by month, quarter by quarter, or any two days. */
function chooser(asked: Asked, text: LoadText, { zone, now }: Reader): Html {
  const { period, typed, column } = asked;
  const size = monthsIn(period);
  const link = (to: Period, label: string) => {
    const here = to.first === period.first && to.last === period.last ? html`aria-current="true"` : '';
    return html`<li><a class="tab" href="${addressOf(asked, to, column)}" ${here}>${label}</a></li>`;
  };
  const around = size ?? 1;
  const names = text.spans[around];
  return html`<nav class="tabs" aria-label="${text.period}"><ul>
${link(monthsAround(period.from, zone, around, -1), `‹ ${names.before}`)}
${link(monthsAround(now, zone, 1), text.spans[1].now)}
${link(monthsAround(now, zone, 3), text.spans[3].now)}
${link(monthsAround(period.from, zone, around, 1), `${names.after} ›`)}
</ul></nav>
<form class="between" action="/rotas/${asked.rota.id}/load">
${column === 'primary' ? '' : html`<input type="hidden" name="column" value="${column}">`}
<label>${text.from}<input type="date" name="from" value="${typed.from}" required></label>
<label>${text.to}<input type="date" name="to" value="${typed.to}" required></label>
<button class="second">${text.show}</button></form>`;
}

function body(load: RotaLoad, asked: Asked, text: LoadText, reader: Reader): Html {
  const { locale, zone, now } = reader;
  if (load.people.length === 0)
    return html`<div class="empty"><h2>${text.none.title}</h2><p>${text.none.body}</p></div>`;
  const { covered, open, unknown, readAt, countedFrom, column } = load;
  const some = (ms: number) => (ms > 0 ? text.hoursOf(ms) : null);
  const facts = [
    text.covered(text.hoursOf(covered), some(open), some(unknown)),
    zoneName(asked.period.from, zone),
    readAt === null
      ? null
      : homeText(locale).readAt(moment(readAt, now, zone, locale), minutesText(now - readAt, locale)),
  ];
  return html`${columnTabs(load, asked, text, locale)}
<p class="muted">${facts.filter(Boolean).join(' · ')}</p>
${countedFrom === null ? '' : html`<p class="trouble">${text.countedFrom(moment(countedFrom, now, zone, locale))}</p>`}
${loadChart(load, text)}
${loadTable(load, text)}
<p class="actions"><a class="button" href="${addressOf(asked, asked.period, column, '.csv')}" download>${text.download}</a></p>
<ul class="notes muted">${text.notes.map((note) => html`<li>${note}</li>`)}</ul>`;
}

function columnTabs(
  { columns, column }: RotaLoad,
  asked: Asked,
  text: LoadText,
  locale: Reader['locale'],
): Html | '' {
  if (columns.length < 2) return '';
  const links = columns.map((one) => {
    const here = one === column ? html`aria-current="true"` : '';
    return html`<li><a class="tab" href="${addressOf(asked, asked.period, one)}" ${here}>${homeText(locale).column(one)}</a></li>`;
  });
  return html`<nav class="tabs" aria-label="${text.columnsLabel}"><ul>${links}</ul></nav>`;
}
