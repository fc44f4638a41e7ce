import { html } from 'hono/html';
import { moment } from '../../../shared/language/index.ts';
import {
  type CallList,
  type CallQuery,
  type Filter,
  filters,
  type LedgerText,
  ledgerText,
  listCalls,
} from '../../../shared/ledger/index.ts';
import { dayBegins } from '../../../shared/rota/index.ts';
import { choice } from '../choice.ts';
import type { Page, WebContext } from '../env.ts';
import type { Html } from '../html.ts';
import { page } from '../layout.ts';
import type { WebParts } from '../parts.ts';
import { type CallReader, callRows } from './call-rows.ts';
import { filterBar } from './filters/bar.ts';

/** The ledger: every call, filtered by what stands in the address bar. */
export function callsPage(parts: WebParts): Page {
  const { store, clock, config } = parts;
  return async (c) => {
    const { locale } = c.var;
    const text = ledgerText(locale);
    const asked = askedIn(c);
    const query = queryOf(asked, config.workspace.timezone);
    const list = await listCalls(store, query);
    const reader = { locale, zone: config.workspace.timezone, now: clock.now(), rotas: config.rotas };
    const main = html`<section aria-labelledby="title">
<h1 id="title">${text.title}</h1>
${tabs(asked, text)}
${search(asked, text, reader)}
${await filterBar(c, parts, 'calls')}
<div id="list" data-live>${results(list, asked, text, reader)}</div>
<p class="muted keys">${text.keys}</p>
</section>`;
    return page(c, { title: text.title, main });
  };
}

/** What stands in the address bar; days as they were typed (`2026-11-24`). */
interface Asked extends Omit<CallQuery, 'from' | 'to'> {
  readonly from: string;
  readonly to: string;
}

/** A day that is none is left out of the query, not of the form. */
const queryOf = (asked: Asked, zone: string): CallQuery => ({
  ...asked,
  from: dayBegins(asked.from, zone),
  to: dayBegins(asked.to, zone, 1),
});

/** Anything odd in the address is left out; a typed word is kept as it was typed. */
function askedIn(c: WebContext): Asked {
  const read = (name: string) => (c.req.query(name) ?? '').trim().slice(0, 100);
  const filter = filters.find((one) => one === read('filter')) ?? 'all';
  return {
    filter,
    rota: read('rota'),
    person: read('person'),
    text: read('q'),
    from: read('from'),
    to: read('to'),
    cursor: c.req.query('cursor') || null,
  };
}

/** The address of the same list with something changed; a change of filter starts from the latest again. */
function addressOf(query: Asked, change: Partial<Asked>): string {
  const { filter, rota, person, text, from, to, cursor } = { ...query, cursor: null, ...change };
  const pairs = {
    filter: filter === 'all' ? '' : filter,
    rota,
    person,
    q: text,
    from,
    to,
    cursor: cursor ?? '',
  };
  const search = new URLSearchParams(Object.entries(pairs).filter(([, value]) => value !== ''));
  return search.size > 0 ? `/calls?${search}` : '/calls';
}

function tabs(query: Asked, text: LedgerText): Html {
  const link = (filter: Filter) => {
    const here = filter === query.filter ? html`aria-current="true"` : '';
    return html`<li><a class="tab" href="${addressOf(query, { filter })}" ${here}>${text.filters[filter]}</a></li>`;
  };
  return html`<nav class="tabs" aria-label="${text.title}"><ul>${filters.map(link)}</ul></nav>`;
}

function search(query: Asked, text: LedgerText, { rotas, locale }: CallReader): Html {
  const all = rotas.map(({ id, name }) => ({ id, name: name ?? id }));
  const narrowed = [query.text, query.person, query.rota, query.from, query.to].some((one) => one !== '');
  const folded = [query.person, query.rota, query.from, query.to].every((one) => one === '');
  return html`<form class="search folded" role="search" action="/calls">
${query.filter === 'all' ? '' : html`<input type="hidden" name="filter" value="${query.filter}">`}
<label class="text">${text.search}<input type="search" name="q" value="${query.text}" placeholder="${text.searchHint}" data-search></label>
<p class="actions"><button class="second">${text.apply}</button>
${narrowed ? html`<a href="${addressOf(query, { rota: '', person: '', text: '', from: '', to: '' })}">${text.reset}</a>` : ''}</p>
<details class="more" ${folded ? '' : html`open`}><summary>${text.more}</summary><div class="fields">
<label>${text.person}<input name="person" value="${query.person}" autocomplete="off"></label>
${choice('rota', text.rota, { all, chosen: query.rota, any: text.anyRota, locale })}
<label>${text.from}<input type="date" name="from" value="${query.from}"></label>
<label>${text.to}<input type="date" name="to" value="${query.to}"></label>
</div></details>
</form>`;
}

function results(list: CallList, query: Asked, text: LedgerText, reader: CallReader): Html {
  const { locale, zone, now } = reader;
  const untouched = addressOf(query, {}) === '/calls' && query.cursor === null;
  const nothing = untouched ? text.empty : text.noneFound;
  const body =
    list.rows.length > 0
      ? callRows(list.rows, reader)
      : html`<div class="empty"><h2>${nothing.title}</h2><p>${nothing.body}</p></div>`;
  const { searchedTo, cursor } = list;
  return html`${body}
${searchedTo === null ? '' : html`<p class="muted">${text.searchedTo(moment(searchedTo, now, zone, locale))}</p>`}
<p class="actions paging">${query.cursor ? html`<a href="${addressOf(query, {})}">${text.newest}</a>` : ''}
${cursor ? html`<a href="${addressOf(query, { cursor })}" rel="next">${text.older}</a>` : ''}</p>`;
}
