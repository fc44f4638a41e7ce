import type { Locale } from '../language/index.ts';
import { choice, dateInput, escapeMrkdwn, modal, personInput, section, textInput } from '../slack/index.ts';
import { type ActionItem, type Fields, KINDS, PRIORITIES } from './model.ts';
import { LONGEST } from './rules.ts';
import { actionItemText } from './text.ts';

/** What a form carries along unseen, from its opening to its sending. */
export interface Carried {
  /** The day when it was opened, in the workspace's zone. */
  readonly today: string;
  /** As it stood then. */
  readonly due?: string | null;
  readonly item?: string;
  readonly seen?: number;
  readonly reminder?: string;
  readonly incident?: string;
  readonly message?: { readonly channel: string; readonly ts: string };
  /** Where it was opened: a refusal is said there. */
  readonly channel?: string | null;
}

export type Form = ReturnType<typeof modal>;
type Initial = Partial<Fields>;

const form = (
  verb: 'add' | 'edit' | 'due',
  title: string,
  carried: Carried,
  locale: Locale,
  blocks: readonly ReturnType<typeof section>[],
): Form => {
  const { buttons } = actionItemText(locale);
  const metadata = JSON.stringify(carried);
  const submit = verb === 'add' ? buttons.create : buttons.save;
  return modal({ callbackId: `action_${verb}`, title, submit, close: buttons.cancel, metadata, blocks });
};

/** The form to add one, filled in as far as can be. `where`: the incident it belongs to, as people know it. */
export function addForm(initial: Initial, where: string | null, carried: Carried, locale: Locale): Form {
  const text = actionItemText(locale);
  return form('add', text.name, carried, locale, [
    ...(where ? [section(where)] : []),
    ...fieldBlocks(initial, locale),
  ]);
}

export const editForm = (item: ActionItem, carried: Carried, locale: Locale): Form =>
  form('edit', actionItemText(locale).name, carried, locale, fieldBlocks(item, locale));

export const dueForm = (item: ActionItem, carried: Carried, locale: Locale): Form =>
  form('due', actionItemText(locale).buttons.due, carried, locale, [
    section(escapeMrkdwn(item.title)),
    dueBlock(item.due, locale),
  ]);

const dueBlock = (due: string | null | undefined, locale: Locale) => {
  const { fields, hints } = actionItemText(locale);
  return dateInput({ id: 'due', label: fields.due, hint: hints.due, initial: due ?? null, optional: true });
};

function fieldBlocks({ title, note, owner, due, priority, kind, link }: Initial, locale: Locale) {
  const { fields, hints, kinds, priorities } = actionItemText(locale);
  return [
    textInput({ id: 'title', label: fields.title, initial: title ?? '', most: LONGEST.title }),
    textInput({
      id: 'note',
      label: fields.note,
      initial: note ?? '',
      lines: true,
      most: LONGEST.note,
      optional: true,
    }),
    personInput({ id: 'owner', label: fields.owner, initial: owner?.user ?? undefined, optional: true }),
    textInput({
      id: 'ownerName',
      label: fields.ownerName,
      hint: hints.ownerName,
      initial: owner && !owner.user ? owner.name : '',
      most: LONGEST.name,
      optional: true,
    }),
    dueBlock(due, locale),
    choice({
      id: 'priority',
      label: fields.priority,
      options: PRIORITIES.map((value) => ({ value, label: priorities[value] })),
      initial: priority ?? 'medium',
    }),
    choice({
      id: 'kind',
      label: fields.kind,
      options: KINDS.map((value) => ({ value, label: kinds[value] })),
      initial: kind ?? 'prevent',
    }),
    textInput({
      id: 'link',
      label: fields.link,
      hint: hints.link,
      initial: link ?? '',
      most: LONGEST.link,
      optional: true,
    }),
  ];
}

/** A form that cannot be: one sentence in its place. */
export const noteForm = (words: string, locale: Locale): Form =>
  modal({
    callbackId: 'action_note',
    title: actionItemText(locale).name,
    submit: null,
    close: actionItemText(locale).buttons.cancel,
    metadata: '',
    blocks: [section(words)],
  });
