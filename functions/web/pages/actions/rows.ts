import { html } from 'hono/html';
import {
  type ActionItem,
  actionItemText,
  carriedOver,
  dueWords,
  type State as ItemState,
  isOverdue,
  ownerKey,
  todayIn,
} from '../../../../shared/action-item/index.ts';
import { incidentAddress, labelOf } from '../../../../shared/incident/index.ts';
import type { Locale } from '../../../../shared/language/index.ts';
import type { Visitor } from '../../env.ts';
import { csrfField, type Html } from '../../html.ts';
import { badge, type State } from '../../state.ts';
import { AS_IT_STANDS, itemFields } from './item-form.ts';
import { actionPageText } from './text.ts';

export interface ItemReader {
  readonly locale: Locale;
  readonly zone: string;
  readonly now: number;
  readonly visitor: Visitor;
  /** Whether the visitor may change anything. */
  readonly may: boolean;
  /** The page that a form leads back to. */
  readonly here: string;
}

const LOOKS: Readonly<Record<ItemState, State>> = {
  open: 'open',
  'in-progress': 'waiting',
  done: 'done',
  dropped: 'off',
};

/** State, and what is wrong with it: overdue, carried over. */
export function itemStates(
  item: ActionItem,
  { locale, zone, now }: Pick<ItemReader, 'locale' | 'zone' | 'now'>,
): Html {
  const text = actionItemText(locale);
  const carried = item.unfinished ? carriedOver(item) : 0;
  const late = isOverdue(item, todayIn(zone, now));
  return html`${badge(LOOKS[item.state], text.states[item.state])}${late ? badge('late', actionPageText(locale).late) : ''}${carried > 0 ? html`<span class="muted">${text.carried(carried)}</span>` : ''}`;
}

/** Items to scan and to change where they stand; `pick`: with a box each, for the board's form of many. */
export const itemRows = (items: readonly ActionItem[], reader: ItemReader, pick: boolean): Html =>
  html`<ol class="rows">${items.map((item) => rowOf(item, reader, pick))}</ol>`;

function rowOf(item: ActionItem, reader: ItemReader, pick: boolean): Html {
  const { locale, zone, now, may } = reader;
  const text = actionItemText(locale);
  const words = actionPageText(locale);
  const box =
    pick && may
      ? html`<label class="pick"><input type="checkbox" name="id" value="${item.id}" form="bulk" data-pick><span class="unseen">${words.pick(item.title)}</span></label>`
      : '';
  const owner = item.owner
    ? html`<a href="/actions?${new URLSearchParams({ owner: ownerKey(item.owner) })}"><bdi>${text.san(item.owner.name)}</bdi></a>`
    : html`<span class="state late">${text.nobody}</span>`;
  return html`<li class="item" id="${item.id}">${box}
<p class="states">${itemStates(item, reader)}</p>
<a class="words" href="/actions/${item.id}" data-row><bdi>${item.title}</bdi></a>
<p class="facts">${owner} · ${dueWords(item, todayIn(zone, now), text)} · ${text.fields.priority}: ${text.priorities[item.priority]} · ${text.kinds[item.kind]}${related(item)}${ticket(item, text.fields.link)}</p>
${may ? html`<div class="acts">${presses(item, reader)}${editForm(item, reader)}</div>` : ''}</li>`;
}

export const related = ({ incidents }: ActionItem): Html[] =>
  incidents.map((one) => html` · <a href="${incidentAddress(one)}">${labelOf(one.number)}</a>`);

export const ticket = ({ link }: ActionItem, words: string): Html | '' =>
  link === null ? '' : html` · <a href="${link}" rel="noreferrer">${words}</a>`;

/** Names what a form does, from which state it was drawn and where it leads. */
export const hiddenFields = (item: ActionItem, verb: string, { visitor, here }: ItemReader): Html =>
  html`${csrfField(visitor)}<input type="hidden" name="do" value="${verb}"><input type="hidden" name="seen" value="${String(item.revision)}"><input type="hidden" name="back" value="${here}">`;

/** The steps that need no words: begin, done, open again. */
export function presses(item: ActionItem, reader: ItemReader): Html {
  const { buttons } = actionItemText(reader.locale);
  const press = (to: ItemState, label: string) =>
    html`<form method="post" action="/actions/${item.id}">${hiddenFields(item, 'state', reader)}<input type="hidden" name="to" value="${to}"><button class="second">${label}</button></form>`;
  if (!item.unfinished) return press('open', buttons.reopen);
  return html`${item.state === 'open' ? press('in-progress', buttons.start) : ''}${press('done', buttons.done)}`;
}

function editForm(item: ActionItem, reader: ItemReader): Html {
  const { buttons } = actionItemText(reader.locale);
  return html`<details id="edit-${item.id}" data-edit><summary>${buttons.edit}</summary>
<form method="post" action="/actions/${item.id}" class="stack">${hiddenFields(item, 'edit', reader)}${itemFields(item.id, item, reader.locale, AS_IT_STANDS)}<p class="actions"><button class="second">${buttons.save}</button></p></form></details>`;
}
