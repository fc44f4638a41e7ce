import type { KnownBlock } from '@slack/types';
import { section } from '../blocks.ts';

/** What a press means, as the action id says it (`call_acknowledge`) or an entry of the menu. */
export type CallAction = 'acknowledge' | 'take' | 'decline' | 'extend' | 'hand' | 'done';

/** `value` is the record's id; in the menu `<action>:<record>`. */
export interface CallButton {
  /** `incident` is another noun's, and stands among the buttons only. */
  readonly action: CallAction | 'incident';
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
  /** At most three. */
  readonly buttons: readonly CallButton[];
  /** What is needed less often. */
  readonly menu: readonly CallButton[];
  /** Where the answer comes from. */
  readonly context: string | null;
  readonly record: string;
}

const MENU = 'call_menu';

/** Order: state and name · quote · next step and trouble · buttons · provenance. At most about 3,000 characters. */
export function callCard(card: CallCard): KnownBlock[] {
  const { headline, quote, lines, buttons, menu, context, record } = card;
  const blocks: KnownBlock[] = [section(headline)];
  if (quote) blocks.push(section(quote));
  if (lines.length > 0) blocks.push(section(lines.join('\n')));
  if (buttons.length + menu.length > 0) {
    blocks.push({
      type: 'actions',
      block_id: 'call',
      elements: [
        ...buttons.map((button) => element(button, record)),
        ...(menu.length > 0 ? [overflow(menu, record)] : []),
      ],
    });
  }
  if (context)
    blocks.push({ type: 'context', elements: [{ type: 'mrkdwn', text: context, verbatim: true }] });
  return blocks;
}

/** One line in the thread, with one button beside it where there is something to press. */
export function callLine(line: string, button: CallButton | null, record: string): KnownBlock[] {
  const accessory = button ? { accessory: element(button, record) } : {};
  return [{ type: 'section', text: { type: 'mrkdwn', text: line, verbatim: true }, ...accessory }];
}

/** The action and the record of a press, from a button or from the menu; null where it is neither. */
export function callPress(actionId: string, value: string): { action: CallAction; record: string } | null {
  const [verb = '', record = ''] =
    actionId === MENU ? value.split(':', 2) : [actionId.replace(/^call_/, ''), value];
  const action = ACTIONS.find((one) => one === verb);
  return action && /^esc_[0-9a-f]{32}$/.test(record) ? { action, record } : null;
}

const ACTIONS: readonly CallAction[] = ['acknowledge', 'take', 'decline', 'extend', 'hand', 'done'];

const element = ({ action, label, primary }: CallButton, record: string) => ({
  type: 'button' as const,
  action_id: action === 'incident' ? 'incident_call' : `call_${action}`,
  text: { type: 'plain_text' as const, text: label },
  value: record,
  ...(primary && { style: 'primary' as const }),
});

const overflow = (menu: readonly CallButton[], record: string) => ({
  type: 'overflow' as const,
  action_id: MENU,
  options: menu.map(({ action, label }) => ({
    text: { type: 'plain_text' as const, text: label },
    value: `${action}:${record}`,
  })),
});
