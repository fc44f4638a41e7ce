import * as z from 'zod/mini';
import type { Values } from './inbound.ts';
import { clip } from './mrkdwn.ts';

/** Slack's own limit of an input; and the most blocks a view may have. */
const LONGEST = 3_000;
const MOST = 100;

const Option = z.looseObject({ value: z.string() });
const text = z.optional(z.nullable(z.string()));
const texts = z.optional(z.nullable(z.array(z.string())));

/** An element with what was typed or chosen in it; each kind of element has a field of its own. */
export const Element = z.looseObject({
  value: text,
  selected_option: z.optional(z.nullable(Option)),
  selected_options: z.optional(z.nullable(z.array(Option))),
  selected_user: text,
  selected_users: texts,
  selected_channel: text,
  selected_channels: texts,
  selected_conversation: text,
  selected_conversations: texts,
  selected_date: text,
  selected_time: text,
  selected_date_time: z.optional(z.nullable(z.number())),
});
export type Element = z.infer<typeof Element>;

export const State = z.optional(
  z.nullable(z.looseObject({ values: z.optional(z.record(z.string(), z.record(z.string(), Element))) })),
);

/** What an element holds: a text, an id, several, or nothing. */
export function heldIn(element: Element): Values[string] {
  const many =
    element.selected_options?.map((option) => option.value) ??
    element.selected_users ??
    element.selected_channels ??
    element.selected_conversations;
  if (many) return many.slice(0, MOST).map(bounded);
  const one =
    element.value ??
    element.selected_option?.value ??
    element.selected_user ??
    element.selected_channel ??
    element.selected_conversation ??
    element.selected_date ??
    element.selected_time ??
    element.selected_date_time?.toString();
  return one === undefined || one === null ? null : bounded(one);
}

/** Each block's first element that holds something: our views have one input in a block. */
export function valuesOf(state: z.infer<typeof State>): Values {
  const blocks = Object.entries(state?.values ?? {}).slice(0, MOST);
  return Object.fromEntries(
    blocks.map(([block, elements]) => {
      const held = Object.values(elements).map(heldIn);
      return [block, held.find((value) => value !== null) ?? null];
    }),
  );
}

export const bounded = (value: string): string => clip(value, LONGEST).text;
