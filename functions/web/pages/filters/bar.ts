import { html } from 'hono/html';
import {
  filterAddress,
  type List,
  LONGEST_NAME,
  queryOf,
  type Refused,
  type SavedFilter,
  savedFilters,
  savedFilterText,
} from '../../../../shared/saved-filter/index.ts';
import { visitorOf, type WebContext } from '../../env.ts';
import { csrfField, type Html } from '../../html.ts';
import type { WebParts } from '../../parts.ts';

/** Beneath a list's search: what the visitor has saved of it, and a form to save what the list is narrowed to now. */
export async function filterBar(
  c: WebContext,
  { store }: Pick<WebParts, 'store'>,
  list: List,
): Promise<Html> {
  const visitor = visitorOf(c);
  const text = savedFilterText(c.var.locale);
  const own = (await savedFilters(store, visitor.user)).filter((one) => one.list === list);
  const query = queryOf(list, new URL(c.req.url).search);
  const here = own.find((one) => one.query === query) ?? null;
  const wrong = Object.keys(text.refused).find((one) => one === c.req.query('unsaved')) as
    | Refused
    | undefined;
  const hidden = html`${csrfField(visitor)}<input type="hidden" name="list" value="${list}"><input type="hidden" name="query" value="${query}">`;
  const chips = own.map(
    (one) =>
      html`<li><a class="chip" href="${filterAddress(one)}" ${one === here ? html`aria-current="true"` : ''}><bdi>${one.name}</bdi></a></li>`,
  );
  return html`${
    own.length > 0
      ? html`<nav class="chips" aria-label="${text.title}"><ul>${chips}</ul>${here ? remove(here, hidden, text.remove(here.name)) : ''}</nav>`
      : ''
  }
${wrong ? html`<p role="alert" class="notice wrong">${text.refused[wrong]}</p>` : ''}
${
  query !== '' && !here
    ? html`<details class="save-filter" ${wrong ? html`open` : ''}><summary>${text.save}</summary>
<form method="post" action="/filters" class="search folded">${hidden}<input type="hidden" name="do" value="save">
<label class="text">${text.name}<input name="name" maxlength="${LONGEST_NAME}" required autocomplete="off"></label>
<p class="actions"><button class="second">${text.button}</button></p></form></details>`
    : ''
}`;
}

const remove = ({ name }: SavedFilter, hidden: Html, label: string): Html =>
  html`<form method="post" action="/filters">${hidden}<input type="hidden" name="do" value="remove"><input type="hidden" name="name" value="${name}"><button class="quiet">${label}</button></form>`;
