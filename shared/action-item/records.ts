import { recordId } from '../platform/ids.ts';

/** Where the records of action items stand, derived from what caused them. */

/** `cause`: the submission, the message or the caller's own key that it was added by. */
export const actionItemId = (team: string, ...cause: readonly string[]): string =>
  recordId('act', team, ...cause);
export const actionItemPath = (id: string): string => `action-items/${id}`;
export const isActionItemId = (text: string): boolean => /^act_[0-9a-f]{32}$/.test(text);

/** A reminder of one turn: of an owner, or the sum of all for the lead (`to` is the channel). */
export const reminderId = (team: string, to: string, period: number): string =>
  recordId('rem', team, to, String(period));
export const reminderPath = (id: string): string => `action-reminders/${id}`;
