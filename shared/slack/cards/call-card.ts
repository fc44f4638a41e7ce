import type { KnownBlock } from '@slack/types';
import { section } from '../blocks.ts';

/** Buttons by their stable action ids; `value` is the record's id. */
export type CallAction = 'call_acknowledge' | 'call_take' | 'call_decline' | 'call_done';
/** What stands before the first `_` says which noun it is for. */
export type CallButtonAction = CallAction | 'incident_call';

export interface CallButton {
  readonly action: CallButtonAction;
  readonly label: string;
  readonly primary?: boolean;
}

/** A call's card, every string already mrkdwn (escaped where it is a user's). */
export interface CallCard {
  /** State and name: one glance must say who has it. */
  readonly headline: string;
  readonly quote: string | null;
  /** What comes next and when; sentences of trouble. */
  readonly lines: readonly string[];
  readonly buttons: readonly CallButton[];
  /** Where the answer comes from. */
  readonly context: string | null;
  readonly record: string;
}

/** Order: state and name · quote · next step and trouble · buttons · provenance. At most about 3,000 characters. */
export function callCard(card: CallCard): KnownBlock[] {
  const blocks: KnownBlock[] = [section(card.headline)];
  if (card.quote) blocks.push(section(card.quote));
  if (card.lines.length > 0) blocks.push(section(card.lines.join('\n').slice(0, 2_900)));
  if (card.buttons.length > 0) {
    blocks.push({
      type: 'actions',
      block_id: 'call',
      elements: card.buttons.map(({ action, label, primary }) => ({
        type: 'button',
        action_id: action,
        text: { type: 'plain_text', text: label },
        value: card.record,
        ...(primary && { style: 'primary' as const }),
      })),
    });
  }
  if (card.context) {
    blocks.push({ type: 'context', elements: [{ type: 'mrkdwn', text: card.context, verbatim: true }] });
  }
  return blocks;
}
