import { html } from 'hono/html';
import {
  type AuditEntry,
  type AuditList,
  type AuditQuery,
  type AuditText,
  auditText,
  listAudit,
} from '../../../../shared/audit/index.ts';
import { moment } from '../../../../shared/language/index.ts';
import { csvFile } from '../../../../shared/load/index.ts';
import { dayBegins } from '../../../../shared/rota/index.ts';
import type { Page, WebContext } from '../../env.ts';
import type { Html } from '../../html.ts';
import { page } from '../../layout.ts';
import type { WebParts } from '../../parts.ts';
import type { Reader } from '../board.ts';
import { addressOfRecord } from './record-address.ts';

const PAGE = 50;
const FIELDS = ['who', 'what', 'from', 'to'] as const;
type Typed = Readonly<Record<(typeof FIELDS)[number], string>>;

/** Who did what and when, narrowed by what stands in the address bar. */
export function auditPage({ store, clock, config }: WebParts): Page {
  const zone = config.workspace.timezone;
  return async (c) => {
    const { locale } = c.var;
    const text = auditText(locale);
    const typed = typedIn(c);
    const cursor = c.req.query('cursor') || null;
    const list = await listAudit(store, { ...queryOf(typed, zone), cursor }, PAGE);
    const main = html`<section aria-labelledby="title">
<div class="actions apart"><h1 id="title">${text.title}</h1><a class="button second" href="${addressOf(typed, {}, '.csv')}">${text.file}</a></div>
<p>${text.intro}</p>
${search(typed, text)}
<div id="list">${results(list, typed, cursor, text, { locale, zone, now: clock.now() })}</div>
</section>`;
    return page(c, { title: text.title, main });
  };
}

/** Longer files are cut, and say so in their last line. */
const MOST_ROWS = 10_000;
const AT_ONCE = 500;

/** The same as a file for spreadsheets; no cell of it is run as a formula. */
export function auditFile({ store, config }: WebParts): Page {
  return async (c) => {
    const text = auditText(c.var.locale);
    const query = queryOf(typedIn(c), config.workspace.timezone);
    const rows: (readonly string[])[] = [text.csv];
    let cursor: string | null = null;
    do {
      const list: AuditList = await listAudit(store, { ...query, cursor }, AT_ONCE);
      rows.push(...list.entries.map((one) => cells(one, text)));
      cursor = list.cursor;
    } while (cursor !== null && rows.length <= MOST_ROWS);
    if (cursor !== null) rows.push([text.cut(rows.length - 1)]);
    return c.body(csvFile(rows), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="audit.csv"',
      'cache-control': 'no-store',
    });
  };
}

const cells = ({ at, name, by, via, action, record, target }: AuditEntry, text: AuditText): string[] => [
  new Date(at).toISOString(),
  name,
  by,
  via ?? '',
  text.actions[action] ?? action,
  action,
  record,
  target,
];

/** Anything odd in the address is left out of the query, not of the form. */
function typedIn(c: WebContext): Typed {
  const read = (name: string) => (c.req.query(name) ?? '').trim().slice(0, 100);
  return Object.fromEntries(FIELDS.map((name) => [name, read(name)])) as Typed;
}

const ID = /^[UWB][A-Z0-9]{2,}$/;

const queryOf = ({ who, what, from, to }: Typed, zone: string): Omit<AuditQuery, 'cursor'> => ({
  by: ID.test(who) ? who : null,
  name: who === '' || ID.test(who) ? null : who,
  noun: what || null,
  from: dayBegins(from, zone),
  to: dayBegins(to, zone, 1),
});

function addressOf(typed: Typed, change: Partial<Typed & { cursor: string }>, ending = ''): string {
  const pairs = Object.entries({ ...typed, ...change }).filter(([, value]) => value !== '');
  return `/settings/audit${ending}${pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : ''}`;
}

function search(typed: Typed, text: AuditText): Html {
  const options = Object.entries(text.nouns).map(
    ([noun, name]) =>
      html`<option value="${noun}" ${noun === typed.what ? html`selected` : ''}>${name}</option>`,
  );
  const narrowed = FIELDS.some((name) => typed[name] !== '');
  return html`<form class="stack" role="search" action="/settings/audit"><div class="fields">
<label>${text.who}<input type="search" name="who" value="${typed.who}" placeholder="${text.whoHint}" data-search></label>
<label>${text.what}<select name="what"><option value="">${text.anything}</option>${options}</select></label>
<label>${text.from}<input type="date" name="from" value="${typed.from}"></label>
<label>${text.to}<input type="date" name="to" value="${typed.to}"></label></div>
<p class="actions"><button class="second">${text.apply}</button>
${narrowed ? html`<a href="/settings/audit">${text.reset}</a>` : ''}</p></form>`;
}

function results(
  { entries, cursor: next, searchedTo }: AuditList,
  typed: Typed,
  cursor: string | null,
  text: AuditText,
  reader: Reader,
): Html {
  const { zone, locale, now } = reader;
  const nothing = html`<div class="empty"><h2>${text.none.title}</h2><p>${text.none.body}</p></div>`;
  const rows = html`<div class="scroll" tabindex="0" role="group" aria-label="${text.title}"><table class="load audit">
<thead><tr><th scope="col">${text.when}</th><th scope="col">${text.who}</th><th scope="col">${text.of}</th><th scope="col">${text.what}</th></tr></thead>
<tbody>${entries.map((one) => row(one, typed, text, reader))}</tbody></table></div>`;
  return html`${entries.length > 0 ? rows : nothing}
${searchedTo === null ? '' : html`<p class="muted">${text.searchedTo(moment(searchedTo, now, zone, locale))}</p>`}
<p class="actions paging">${cursor ? html`<a href="${addressOf(typed, {})}">${text.newest}</a>` : ''}
${next ? html`<a href="${addressOf(typed, { cursor: next })}" rel="next">${text.older}</a>` : ''}</p>`;
}

function row(one: AuditEntry, typed: Typed, text: AuditText, { zone, locale, now }: Reader): Html {
  const { at, by, name, via, action, record } = one;
  const address = addressOfRecord(record);
  const what = record.slice(record.indexOf('/') + 1);
  return html`<tr><td><time datetime="${new Date(at).toISOString()}">${moment(at, now, zone, locale)}</time></td>
<td><a href="${addressOf(typed, { who: by })}"><bdi>${name}</bdi></a>${via ? html` <small class="muted"><bdi>${via}</bdi></small>` : ''}</td>
<td>${text.actions[action] ?? html`<code>${action}</code>`}</td>
<td>${address ? html`<a href="${address}"><code>${what}</code></a>` : html`<code>${what}</code>`}</td></tr>`;
}
