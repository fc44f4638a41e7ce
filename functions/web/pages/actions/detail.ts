import { html } from 'hono/html';
import { allows } from '../../../../shared/access/index.ts';
import {
  type ActionItem,
  type ActionItemEvent,
  actionItemFor,
  actionItemText,
  dueWords,
  historyOf,
  STATES,
  todayIn,
} from '../../../../shared/action-item/index.ts';
import { moment, viaText, zoneName } from '../../../../shared/language/index.ts';
import { never } from '../../../../shared/platform/errors.ts';
import { type Page, visitorOf, type WebContext } from '../../env.ts';
import { type Form, formValue, type Html } from '../../html.ts';
import { page } from '../../layout.ts';
import type { WebParts } from '../../parts.ts';
import { field, select } from '../incidents/fields.ts';
import { peopleList } from '../people-offered.ts';
import { gonePage } from '../retention/gone.ts';
import { AS_IT_STANDS, itemFields } from './item-form.ts';
import { ownersOffered } from './owner.ts';
import { backTo } from './query.ts';
import { hiddenFields, type ItemReader, itemStates, presses, related, ticket } from './rows.ts';
import { actionPageText } from './text.ts';
import { itemVerbs } from './verbs.ts';

/** A form of the item that was refused: which one, why, and what was typed into it. */
interface Refused {
  readonly form: string;
  readonly words: string;
  readonly errors: Readonly<Record<string, string>>;
  readonly typed: Form;
}

/** One action item with its history; who may not see it sees that there is no such page. */
export function actionPage(parts: WebParts): Page {
  return async (c) => {
    const { team, user } = visitorOf(c);
    const item = await actionItemFor(itemVerbs(parts), team, c.req.param('id') ?? '', user);
    return item ? drawItem(c, parts, item, null) : gonePage(c, parts, 'incidents');
  };
}

export async function drawItem(
  c: WebContext,
  parts: WebParts,
  item: ActionItem,
  refused: Refused | null,
): Promise<Response> {
  const { locale } = c.var;
  const visitor = visitorOf(c);
  const text = actionItemText(locale);
  const words = actionPageText(locale);
  const zone = parts.config.workspace.timezone;
  const here = refused ? backTo(formValue(refused.typed, 'back') ?? '') : `/actions/${item.id}`;
  const may = allows(visitor.role, 'responder');
  const reader: ItemReader = { locale, zone, now: parts.clock.now(), visitor, may, here };
  const ids = item.incidents.map((one) => one.id);
  const [history, offered] = await Promise.all([
    historyOf(parts.store, item.id),
    may ? ownersOffered(parts, ids, visitor, c.req.raw.signal) : [],
  ]);
  const main = html`<article class="story narrow"><section>
<p><a href="/actions">${words.back}</a></p>
${refused ? html`<p role="alert" class="notice wrong">${refused.words}</p>` : ''}
<p class="states">${itemStates(item, reader)}</p>
<h1><bdi>${item.title}</bdi></h1>
<p>${item.owner ? html`<bdi>${text.san(item.owner.name)}</bdi>` : text.nobody} · ${dueWords(item, todayIn(zone, reader.now), text)} · ${text.fields.priority}: ${text.priorities[item.priority]} · ${text.kinds[item.kind]}${related(item)}${ticket(item, text.fields.link)}</p>
${item.note ? html`<blockquote dir="auto"><bdi>${item.note}</bdi></blockquote>` : ''}
${item.reason ? html`<p>${text.fields.reason}: <bdi>${item.reason}</bdi></p>` : ''}
${may ? html`<div class="acts">${presses(item, reader)}</div>` : ''}
</section>
${may ? html`${forms(item, reader, refused)}${peopleList(offered)}` : ''}
<section aria-labelledby="history"><h2 id="history">${words.history} <small class="muted">${zoneName(reader.now, zone)}</small></h2>
<ol class="updates">${history.map((event) => lineOf(event, reader))}</ol></section></article>`;
  return page(c, { title: item.title, main, ...(refused && { status: 422 }) });
}

function forms(item: ActionItem, reader: ItemReader, refused: Refused | null): Html {
  const { buttons, fields, hints, states } = actionItemText(reader.locale);
  const words = actionPageText(reader.locale);
  const edit = refused?.form === 'edit' ? refused : null;
  const relate = refused?.form === 'relate' ? refused : null;
  const state = refused?.form === 'state' ? refused : null;
  const others = STATES.filter((one) => one !== item.state).map((id) => ({ id, name: states[id] }));
  return html`<section class="folds">
<details id="edit" ${edit ? html`open` : ''}><summary>${buttons.edit}</summary>
<form method="post" action="/actions/${item.id}" class="stack">${hiddenFields(item, 'edit', reader)}${itemFields('edit', item, reader.locale, edit ? { typed: edit.typed, errors: edit.errors } : AS_IT_STANDS)}<p class="actions"><button class="second">${buttons.save}</button></p></form></details>
<details id="state" ${state ? html`open` : ''}><summary>${fields.state}</summary>
<form method="post" action="/actions/${item.id}" class="stack">${hiddenFields(item, 'state', reader)}
${select('state', 'to', fields.state, others, state ? (formValue(state.typed, 'to') ?? '') : '')}
${field('state', 'lines', { name: 'reason', label: fields.reason, hint: hints.reason, value: state ? (formValue(state.typed, 'reason') ?? '') : '', error: state?.errors.reason, most: 500 })}
<p class="actions"><button class="second">${buttons.save}</button></p></form></details>
<details id="relate" ${relate ? html`open` : ''}><summary>${words.relate}</summary>
<form method="post" action="/actions/${item.id}" class="stack">${hiddenFields(item, 'relate', reader)}
${field('relate', 'text', { name: 'incident', label: fields.incident, hint: hints.incident, value: relate ? (formValue(relate.typed, 'incident') ?? '') : '', error: relate?.errors.incident ?? relate?.errors.owner, most: 100, required: true })}
<p class="actions"><button class="second">${words.relate}</button></p></form></details></section>`;
}

function lineOf(event: ActionItemEvent, reader: ItemReader): Html {
  const { zone, now, locale } = reader;
  const time = moment(event.at, now, zone, locale);
  return html`<li><p class="muted"><time datetime="${new Date(event.at).toISOString()}">${time}</time> · <bdi>${happened(event, reader)}${'by' in event ? viaText(event.by.via, locale) : ''}</bdi></p>${details(event, reader)}</li>`;
}

function happened(event: ActionItemEvent, { locale }: ItemReader): string {
  const text = actionPageText(locale);
  switch (event.type) {
    case 'added':
      return text.added(event.by.name);
    case 'edited':
      return text.edited(event.by.name);
    case 'state-changed':
      return text.moved(event.by.name, actionItemText(locale).states[event.to]);
    case 'related':
      return text.related(event.by.name);
    case 'reminded':
      return text.reminded;
    default:
      return never(event);
  }
}

/** What each field was and has become; why it was dropped. */
function details(event: ActionItemEvent, { locale }: ItemReader): Html | '' {
  if (event.type === 'state-changed' && event.reason)
    return html`<p class="said"><bdi>${event.reason}</bdi></p>`;
  if (event.type !== 'edited') return '';
  const text = actionItemText(locale);
  const said = (field: string, value: unknown): string => {
    if (value === null || value === '') return text.none;
    if (field === 'priority') return text.priorities[value as ActionItem['priority']];
    if (field === 'kind') return text.kinds[value as ActionItem['kind']];
    return typeof value === 'string' ? value : String((value as { name?: string }).name ?? '');
  };
  const lines = Object.entries(event.changes).map(
    ([field, { from, to }]) =>
      html`<li>${text.fields[field as keyof typeof text.fields]}: <del><bdi>${said(field, from)}</bdi></del> → <ins><bdi>${said(field, to)}</bdi></ins></li>`,
  );
  return html`<ul>${lines}</ul>`;
}
