import { html } from 'hono/html';
import { allows } from '../../../../shared/access/index.ts';
import {
  type IncidentList,
  type IncidentQuery,
  incidentText,
  isStand,
  listIncidents,
  STANDS,
} from '../../../../shared/incident/index.ts';
import { type Locale, moment } from '../../../../shared/language/index.ts';
import { dayBegins } from '../../../../shared/rota/index.ts';
import { isSeverity, SEVERITIES } from '../../../../shared/severity/index.ts';
import { choice } from '../../choice.ts';
import { type Page, visitorOf } from '../../env.ts';
import type { Html } from '../../html.ts';
import { page } from '../../layout.ts';
import type { WebParts } from '../../parts.ts';
import { filterBar } from '../filters/bar.ts';
import { type IncidentReader, incidentRows } from './rows.ts';
import { incidentPageText } from './text.ts';

/** What stands in the address bar, as it was typed; anything odd is left out of the query, not of the form. */
const FIELDS = ['status', 'severity', 'service', 'from', 'to', 'q'] as const;
type Typed = Readonly<Record<(typeof FIELDS)[number], string>>;

/** Every incident that the visitor may know of, filtered by what stands in the address bar. */
export function incidentsPage({ store, clock, config }: WebParts): Page {
  const zone = config.workspace.timezone;
  return async (c) => {
    const { locale } = c.var;
    const text = incidentPageText(locale);
    const cursor = c.req.query('cursor') || null;
    const read = (name: string) => (c.req.query(name) ?? '').trim().slice(0, 100);
    const typed = Object.fromEntries(FIELDS.map((name) => [name, read(name)])) as Typed;
    const { user, team, role } = visitorOf(c);
    const may = allows(role, 'responder');
    const list = await listIncidents(store, { ...queryOf(typed, zone), team, reader: user, cursor });
    const reader = { locale, zone, now: clock.now(), services: config.incident.services };
    const main = html`<section aria-labelledby="title">
<div class="actions apart"><h1 id="title">${text.title}</h1>${may ? html`<a class="button" href="/incidents/new">${text.declare}</a>` : ''}</div>
${tabs(typed, locale)}
${search(typed, reader)}
${await filterBar(c, { store }, 'incidents')}
<div id="list" data-live>${results(list, typed, cursor, reader)}</div>
<p class="muted keys">${text.keys}</p>
</section>`;
    return page(c, { title: text.title, main });
  };
}

function queryOf(
  { status, severity, service, from, to, q }: Typed,
  zone: string,
): Omit<IncidentQuery, 'team' | 'reader' | 'cursor'> {
  return {
    status: isStand(status) ? status : null,
    severity: isSeverity(severity) ? severity : null,
    service: service || null,
    from: dayBegins(from, zone),
    to: dayBegins(to, zone, 1),
    text: q,
  };
}

/** The address of the same list with something changed; a change of filter starts from the latest again. */
function addressOf(typed: Typed, change: Partial<Typed & { cursor: string }>): string {
  const pairs = Object.entries({ ...typed, ...change }).filter(([, value]) => value !== '');
  return pairs.length > 0 ? `/incidents?${new URLSearchParams(pairs)}` : '/incidents';
}

function tabs(typed: Typed, locale: Locale): Html {
  const text = incidentPageText(locale);
  const { statuses } = incidentText(locale);
  const words = { open: text.open, ...statuses };
  const links = ['' as const, ...STANDS].map((status) => {
    const here = status === typed.status ? html`aria-current="true"` : '';
    return html`<li><a class="tab" href="${addressOf(typed, { status })}" ${here}>${status === '' ? text.all : words[status]}</a></li>`;
  });
  return html`<nav class="tabs" aria-label="${text.title}"><ul>${links}</ul></nav>`;
}

function search(typed: Typed, { locale, services }: IncidentReader): Html {
  const text = incidentPageText(locale);
  const folded = [typed.severity, typed.service, typed.from, typed.to].every((value) => value === '');
  const narrowed = !folded || typed.q !== '';
  const cleared = { severity: '', service: '', from: '', to: '', q: '' };
  const severities = SEVERITIES.map((id) => ({ id, name: id }));
  return html`<form class="search folded" role="search" action="/incidents">
${typed.status === '' ? '' : html`<input type="hidden" name="status" value="${typed.status}">`}
<label class="text">${text.search}<input type="search" name="q" value="${typed.q}" placeholder="${text.searchHint}" data-search></label>
<p class="actions"><button class="second">${text.apply}</button>
${narrowed ? html`<a href="${addressOf(typed, cleared)}">${text.reset}</a>` : ''}</p>
<details class="more" ${folded ? '' : html`open`}><summary>${text.more}</summary><div class="fields">
${choice('severity', text.severity, { all: severities, chosen: typed.severity, any: text.any, locale })}
${services.length > 0 || typed.service ? choice('service', text.service, { all: services, chosen: typed.service, any: text.any, locale }) : ''}
<label>${text.from}<input type="date" name="from" value="${typed.from}"></label>
<label>${text.to}<input type="date" name="to" value="${typed.to}"></label>
</div></details>
</form>`;
}

function results(list: IncidentList, typed: Typed, cursor: string | null, reader: IncidentReader): Html {
  const { locale, zone, now } = reader;
  const text = incidentPageText(locale);
  const untouched = FIELDS.every((name) => typed[name] === '') && cursor === null;
  const nothing = untouched ? text.empty : text.noneFound;
  const { incidents, searchedTo } = list;
  return html`${
    incidents.length > 0
      ? incidentRows(incidents, reader)
      : html`<div class="empty"><h2>${nothing.title}</h2><p>${nothing.body}</p></div>`
  }
${searchedTo === null ? '' : html`<p class="muted">${text.searchedTo(moment(searchedTo, now, zone, locale))}</p>`}
<p class="actions paging">${cursor ? html`<a href="${addressOf(typed, {})}">${text.newest}</a>` : ''}
${list.cursor ? html`<a href="${addressOf(typed, { cursor: list.cursor })}" rel="next">${text.older}</a>` : ''}</p>`;
}
