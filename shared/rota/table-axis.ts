/** The columns that say when. Indexes into the view; -1 where there is none. */
export interface Axis {
  readonly kind: 'date' | 'number' | 'weekday';
  readonly column: number;
  readonly end: number;
  readonly weekday: number;
  readonly hours: number;
  readonly startTime: number;
  readonly endTime: number;
  readonly month: number;
  readonly year: number;
}
