import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import { clip } from './mrkdwn.ts';

/** Small builders that keep Slack's limits; every mrkdwn string is ready (escaped where it is a user's). */

/** `verbatim`: Slack must not turn plain words into links or mentions by itself. */
export const section = (text: string): KnownBlock => ({
  type: 'section',
  text: { type: 'mrkdwn', text: clip(text, 2_900).text, verbatim: true },
});

export const context = (text: string): KnownBlock => ({
  type: 'context',
  elements: [{ type: 'mrkdwn', text: clip(text, 2_000).text, verbatim: true }],
});

export const header = (words: string): KnownBlock => ({ type: 'header', text: plain(words, 150) });

/** The app's home; Slack takes at most 100 blocks. */
export const home = (blocks: readonly KnownBlock[]): HomeView => ({ type: 'home', blocks: [...blocks] });

export interface ButtonSpec {
  readonly action: string;
  readonly label: string;
  readonly value: string;
  readonly primary?: boolean;
  /** Opened in the browser when it is pressed; Slack tells of the press all the same. */
  readonly url?: string;
}

export interface MenuSpec {
  readonly action: string;
  /** At most five, as Slack has it. */
  readonly options: readonly { readonly label: string; readonly value: string }[];
}

/** A row of buttons, and a menu for what is needed less often. */
export const actions = (block: string, buttons: readonly ButtonSpec[], menu?: MenuSpec): KnownBlock => ({
  type: 'actions',
  block_id: block,
  elements: [
    ...buttons.map(({ action, label, value, primary, url }) => ({
      type: 'button' as const,
      action_id: action,
      text: plain(label, 75),
      value,
      ...(primary && { style: 'primary' as const }),
      ...(url && { url }),
    })),
    ...(menu
      ? [
          {
            type: 'overflow' as const,
            action_id: menu.action,
            options: menu.options.map(({ label, value }) => ({ text: plain(label, 75), value })),
          },
        ]
      : []),
  ],
});

interface Field {
  /** The block's id: values and errors are told by it. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
}

const input = ({ id, label, hint, optional }: Field, element: object): KnownBlock =>
  ({
    type: 'input',
    block_id: id,
    label: plain(label, 150),
    element: { action_id: 'value', ...element },
    optional: optional ?? false,
    ...(hint && { hint: plain(hint, 150) }),
  }) as KnownBlock;

export const textInput = (field: Field & { initial?: string; lines?: boolean; most?: number }): KnownBlock =>
  input(field, {
    type: 'plain_text_input',
    multiline: field.lines ?? false,
    max_length: field.most ?? 200,
    ...(field.initial && { initial_value: clip(field.initial, field.most ?? 200).text }),
  });

interface Option {
  readonly value: string;
  readonly label: string;
}
const option = ({ value, label }: Option) => ({ text: plain(label, 75), value });

export const choice = (
  field: Field & { options: readonly Option[]; initial?: string | null },
): KnownBlock => {
  const chosen = field.options.find(({ value }) => value === field.initial);
  return input(field, {
    type: 'static_select',
    options: field.options.map(option),
    ...(chosen && { initial_option: option(chosen) }),
  });
};

/** As many boxes as Slack shows; more options than that stand in a menu. */
const MOST_BOXES = 10;

export const checks = (
  field: Field & { options: readonly Option[]; initial?: readonly string[] },
): KnownBlock => {
  const chosen = field.options.filter(({ value }) => field.initial?.includes(value));
  return input(field, {
    type: field.options.length > MOST_BOXES ? 'multi_static_select' : 'checkboxes',
    options: field.options.map(option),
    ...(chosen.length > 0 && { initial_options: chosen.map(option) }),
  });
};

export const personInput = (field: Field & { initial?: string | undefined }): KnownBlock =>
  input(field, { type: 'users_select', ...(field.initial && { initial_user: field.initial }) });

/** `initial`: `2026-11-30`. */
export const dateInput = (field: Field & { initial?: string | null }): KnownBlock =>
  input(field, { type: 'datepicker', ...(field.initial && { initial_date: field.initial }) });

/** `initial`: epoch ms. */
export const timeInput = (field: Field & { initial?: number | null }): KnownBlock =>
  input(field, {
    type: 'datetimepicker',
    ...(field.initial && { initial_date_time: Math.floor(field.initial / 1_000) }),
  });

export const modal = (view: {
  callbackId: string;
  title: string;
  submit: string | null;
  close: string;
  metadata: string;
  blocks: readonly KnownBlock[];
}): ModalView => ({
  type: 'modal',
  callback_id: view.callbackId,
  title: plain(view.title, 24),
  close: plain(view.close, 24),
  private_metadata: view.metadata,
  blocks: [...view.blocks],
  ...(view.submit && { submit: plain(view.submit, 24) }),
});

const plain = (text: string, most: number) => ({ type: 'plain_text' as const, text: clip(text, most).text });
