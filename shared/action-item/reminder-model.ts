import type { RecordState } from '../tasks/index.ts';

/** How much of somebody's is due, as it stood at the reminder's turn. */
export interface OwnerSum {
  readonly name: string;
  readonly overdue: number;
  readonly due: number;
  /** The most weeks that one of them has been carried over. */
  readonly carried: number;
  /** Their account is deactivated. */
  readonly left: boolean;
}

/** What the lead reads. */
export interface Sum {
  readonly owners: readonly OwnerSum[];
  readonly more: number;
  readonly overdue: number;
  readonly due: number;
  readonly noDue: number;
}

/** The reminder of one turn: to an owner of what is due (`items`), or the sum of all to a channel (`sum`). */
export interface Reminder extends RecordState {
  readonly team: string;
  readonly to: string;
  readonly period: number;
  /** Ids, what is due first ahead. */
  readonly items: readonly string[];
  readonly sum: Sum | null;
}

export type ReminderEvent = { readonly type: 'raised'; readonly at: number } & Omit<Reminder, 'version'>;

export const evolveReminder = (
  _state: Reminder | null,
  { type: _type, at: _at, ...raised }: ReminderEvent,
): Reminder => ({ ...raised, version: 1 });
