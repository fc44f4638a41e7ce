import { html } from 'hono/html';
import {
  type ActionItem,
  actionItemText,
  KINDS,
  LONGEST,
  PRIORITIES,
} from '../../../../shared/action-item/index.ts';
import type { Locale } from '../../../../shared/language/index.ts';
import { type Form, formValue, type Html } from '../../html.ts';
import { field, select } from '../incidents/fields.ts';
import { PEOPLE } from '../people-offered.ts';

/** What the fields show: what was typed where a form was refused, else the item as it stands. */
interface Shown {
  readonly typed: Form | null;
  readonly errors: Readonly<Record<string, string>>;
}
export const AS_IT_STANDS: Shown = { typed: null, errors: {} };

/** The fields of one item; `form` keeps ids apart on a page of several. */
export function itemFields(
  form: string,
  item: ActionItem | null,
  locale: Locale,
  { typed, errors }: Shown,
): Html {
  const { fields, hints, kinds, priorities } = actionItemText(locale);
  const value = (name: string, otherwise: string) => (typed ? (formValue(typed, name) ?? '') : otherwise);
  return html`${field(form, 'text', { name: 'title', label: fields.title, value: value('title', item?.title ?? ''), error: errors.title, most: LONGEST.title, required: true })}
<div class="fields">
${field(form, 'text', { name: 'owner', label: fields.owner, hint: hints.owner, value: value('owner', item?.owner?.name ?? ''), error: errors.owner, most: LONGEST.name, list: PEOPLE })}
${field(form, 'date', { name: 'due', label: fields.due, hint: hints.due, value: value('due', item?.due ?? ''), error: errors.due })}
${select(
  form,
  'priority',
  fields.priority,
  PRIORITIES.map((id) => ({ id, name: priorities[id] })),
  value('priority', item?.priority ?? 'medium'),
)}
${select(
  form,
  'kind',
  fields.kind,
  KINDS.map((id) => ({ id, name: kinds[id] })),
  value('kind', item?.kind ?? 'prevent'),
)}
</div>
${field(form, 'url', { name: 'link', label: fields.link, hint: hints.link, value: value('link', item?.link ?? ''), error: errors.link, most: LONGEST.link })}
${field(form, 'lines', { name: 'note', label: fields.note, value: value('note', item?.note ?? ''), error: errors.note, most: LONGEST.note })}`;
}

/** What somebody typed into them; who is meant by the owner's name is for the caller. */
export function readItemFields(form: Form) {
  const read = (name: string) => (formValue(form, name) ?? '').trim();
  return {
    title: read('title'),
    note: read('note').replaceAll('\r\n', '\n'),
    due: read('due') || null,
    priority: PRIORITIES.find((one) => one === read('priority')) ?? 'medium',
    kind: KINDS.find((one) => one === read('kind')) ?? 'prevent',
    link: read('link') || null,
  };
}
