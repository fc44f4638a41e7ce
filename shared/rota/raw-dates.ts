import type { DateText } from './date-text.ts';

/** What a title says of year and month. */
export interface MonthHint {
  readonly year: number | null;
  readonly month: number | null;
}

/** A cell before its year is known. */
export interface Raw {
  readonly day: number | null;
  readonly minutes: number | null;
  readonly text: DateText | null;
  readonly lastText: DateText | null;
  /** Whether a typed date or a written year stands there: such a day is never moved. */
  readonly typed: boolean;
}
