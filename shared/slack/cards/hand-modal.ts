import type { ModalView } from '@slack/types';

export const HAND_MODAL = 'call_hand';

export interface HandModal {
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  readonly submit: string;
  readonly cancel: string;
  /** The id under which the loading view was opened: it stays the same. */
  readonly externalId: string;
  /** Comes back with the submission. */
  readonly metadata: string;
}

/** Asks to whom a call is handed on. One input, block id `person`. */
export function handModal({
  title,
  label,
  hint,
  submit,
  cancel,
  externalId,
  metadata,
}: HandModal): ModalView {
  const plain = (text: string) => ({ type: 'plain_text' as const, text });
  return {
    type: 'modal',
    callback_id: HAND_MODAL,
    external_id: externalId,
    private_metadata: metadata,
    title: plain(title),
    submit: plain(submit),
    close: plain(cancel),
    blocks: [
      {
        type: 'input',
        block_id: 'person',
        label: plain(label),
        hint: plain(hint),
        element: { type: 'users_select', action_id: 'person' },
      },
    ],
  };
}

/** A modal that only says something. */
export function messageModal(words: {
  title: string;
  text: string;
  close: string;
  externalId: string;
}): ModalView {
  return {
    type: 'modal',
    external_id: words.externalId,
    title: { type: 'plain_text', text: words.title },
    close: { type: 'plain_text', text: words.close },
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text: words.text } }],
  };
}
