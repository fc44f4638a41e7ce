import { html } from 'hono/html';
import { allows } from '../../../../shared/access/index.ts';
import {
  type ActionItemList,
  actionItemText,
  KINDS,
  listActionItems,
  ownerKey,
  PRIORITIES,
  SORTS,
  STATES,
} from '../../../../shared/action-item/index.ts';
import { withGone } from '../../choice.ts';
import { type Page, visitorOf, type WebContext } from '../../env.ts';
import { csrfField, formValue, type Html } from '../../html.ts';
import { page } from '../../layout.ts';
import type { WebParts } from '../../parts.ts';
import { filterBar } from '../filters/bar.ts';
import { field, select } from '../incidents/fields.ts';
import { peopleList } from '../people-offered.ts';
import { addForm, type Refused } from './add-form.ts';
import { ownersOffered } from './owner.ts';
import { addressOf, FIELDS, queryOf, type Typed, typedIn } from './query.ts';
import { type ItemReader, itemRows } from './rows.ts';
import { actionPageText } from './text.ts';
import { itemVerbs } from './verbs.ts';

/** What a form of the board could not do: the one to add, or that of many with a sentence for each. */
export interface BoardTrouble {
  readonly words: string;
  readonly lines: readonly string[];
  readonly add: Refused | null;
}

/** Every action item that the visitor may see, filtered by what stands in the address bar. */
export const actionsPage =
  (parts: WebParts): Page =>
  (c) =>
    drawBoard(
      c,
      parts,
      typedIn((name) => c.req.query(name)),
      null,
    );

export async function drawBoard(
  c: WebContext,
  parts: WebParts,
  typed: Typed,
  trouble: BoardTrouble | null,
): Promise<Response> {
  const { locale } = c.var;
  const visitor = visitorOf(c);
  const text = actionPageText(locale);
  const cursor = (c.req.method === 'GET' && c.req.query('cursor')) || null;
  const list = await listActionItems(itemVerbs(parts), queryOf(typed, visitor, cursor));
  const here = addressOf(typed, {});
  const may = allows(visitor.role, 'responder');
  const zone = parts.config.workspace.timezone;
  const reader: ItemReader = { locale, zone, now: parts.clock.now(), visitor, may, here };
  const title = actionItemText(locale).name;
  const offered = may ? await ownersOffered(parts, [], visitor, c.req.raw.signal) : [];
  const main = html`<section aria-labelledby="title">
<h1 id="title">${title}</h1>
${trouble ? html`<div role="alert" class="notice wrong"><p>${trouble.words}</p>${trouble.lines.length > 0 ? html`<ul>${trouble.lines.map((line) => html`<li><bdi>${line}</bdi></li>`)}</ul>` : ''}</div>` : ''}
${may ? addForm(visitor, locale, here, originOf(trouble?.add), trouble?.add ?? null) : ''}
${tabs(typed, reader)}
${search(typed, list, parts, reader)}
${await filterBar(c, parts, 'actions')}
${results(list, typed, cursor, reader)}
${may && list.items.length > 0 ? bulkForm(reader) : ''}${may ? peopleList(offered) : ''}
<p class="muted keys" id="keys" tabindex="-1" data-keys>${text.keys}</p>
</section>`;
  return page(c, { title, main, ...(trouble && { status: 422 }) });
}

function tabs(typed: Typed, { locale }: ItemReader): Html {
  const text = actionPageText(locale);
  const { states, fields } = actionItemText(locale);
  const all = [
    { id: '', name: text.unfinished },
    ...STATES.map((id) => ({ id, name: states[id] })),
    { id: 'all', name: text.all },
  ];
  const chosen = all.some(({ id }) => id === typed.state) ? typed.state : '';
  const links = all.map(
    ({ id, name }) =>
      html`<li><a class="tab" href="${addressOf(typed, { state: id })}" ${id === chosen ? html`aria-current="true"` : ''}>${name}</a></li>`,
  );
  return html`<nav class="tabs" aria-label="${fields.state}"><ul>${links}</ul></nav>`;
}

/** A form that came from a postmortem's page goes on belonging to it. */
function originOf(add: Refused | null | undefined) {
  const postmortem = add && formValue(add.typed, 'postmortem');
  return postmortem ? { postmortem, items: 0 } : null;
}

function search(typed: Typed, list: ActionItemList, { config }: WebParts, { locale }: ItemReader): Html {
  const text = actionPageText(locale);
  const { kinds, priorities, fields } = actionItemText(locale);
  const { state: _state, q: _q, ...facets } = typed;
  const folded = Object.values(facets).every((value) => value === '');
  const cleared = Object.fromEntries(FIELDS.map((name) => [name, ''])) as Typed;
  const any = { id: '', name: text.any };
  const services = withGone(config.incident.services, typed.service, locale);
  return html`<form class="search folded" role="search" action="/actions">
${typed.state === '' ? '' : html`<input type="hidden" name="state" value="${typed.state}">`}
<label class="text">${text.search}<input type="search" name="q" value="${typed.q}" placeholder="${text.searchHint}" data-search></label>
<p class="actions"><button class="second">${text.apply}</button>
${folded && typed.q === '' ? '' : html`<a href="${addressOf(cleared, { state: typed.state })}">${text.reset}</a>`}</p>
<details class="more" ${folded ? '' : html`open`}><summary>${text.more}</summary><div class="fields">
${select('find', 'owner', text.owner, [any, ...owners(typed, list, locale)], typed.owner)}
${select('find', 'kind', fields.kind, [any, ...KINDS.map((id) => ({ id, name: kinds[id] }))], typed.kind)}
${select('find', 'priority', fields.priority, [any, ...PRIORITIES.map((id) => ({ id, name: priorities[id] }))], typed.priority)}
${services.length > 0 ? select('find', 'service', text.service, [any, ...services], typed.service) : ''}
${select(
  'find',
  'sort',
  text.sort,
  SORTS.map((id) => ({ id: id === 'due' ? '' : id, name: text.sorts[id] })),
  typed.sort,
)}
<label class="tick"><input type="checkbox" name="overdue" value="1" ${typed.overdue ? html`checked` : ''}> <span>${text.overdueOnly}</span></label>
</div></details>
</form>`;
}

/** Oneself, nobody, and those who own what is shown: anybody's name in the list leads to theirs, too. */
function owners(typed: Typed, { items }: ActionItemList, locale: ItemReader['locale']) {
  const text = actionItemText(locale);
  const shown = new Map(
    items.flatMap(({ owner }) => (owner ? [[ownerKey(owner), text.san(owner.name)]] : [])),
  );
  if (!['', 'me', 'none'].includes(typed.owner) && !shown.has(typed.owner))
    shown.set(typed.owner, typed.owner.replace(/^name:/, ''));
  return [
    { id: 'me', name: actionPageText(locale).me },
    { id: 'none', name: text.nobody },
    ...[...shown].map(([id, name]) => ({ id, name })),
  ];
}

function results(list: ActionItemList, typed: Typed, cursor: string | null, reader: ItemReader): Html {
  const text = actionPageText(reader.locale);
  const untouched = FIELDS.every((name) => typed[name] === '') && cursor === null;
  const nothing = untouched ? text.empty : text.noneFound;
  return html`${
    list.items.length > 0
      ? itemRows(list.items, reader, true)
      : html`<div class="empty"><h2>${nothing.title}</h2><p>${nothing.body}</p></div>`
  }
${list.more && list.cursor ? html`<p class="muted">${text.searchedOn}</p>` : ''}
<p class="actions paging">${cursor ? html`<a href="${addressOf(typed, {})}">${text.first}</a>` : ''}
${list.cursor ? html`<a href="${addressOf(typed, { cursor: list.cursor })}" rel="next">${text.next}</a>` : ''}</p>`;
}

/** Changes all that are ticked; the boxes stand in the rows and belong to this form. */
function bulkForm({ visitor, locale, here }: ItemReader): Html {
  const text = actionPageText(locale);
  const { states, fields, hints } = actionItemText(locale);
  const options = [{ id: '', name: text.unchanged }, ...STATES.map((id) => ({ id, name: states[id] }))];
  return html`<details id="many"><summary>${text.bulk}</summary>
<form method="post" action="/actions" id="bulk" class="stack add">${csrfField(visitor)}<input type="hidden" name="do" value="bulk"><input type="hidden" name="back" value="${here}">
<p class="muted">${text.bulkHint}</p>
<div class="fields">${select('bulk', 'to', text.bulkState, options, '')}
${field('bulk', 'date', { name: 'due', label: text.bulkDue, value: '' })}</div>
${field('bulk', 'text', { name: 'reason', label: fields.reason, hint: hints.reason, value: '', most: 500 })}
<p class="actions"><button class="second">${text.bulkApply}</button></p></form></details>`;
}
