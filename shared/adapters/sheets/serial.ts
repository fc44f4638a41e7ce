import type { Cell } from '../../ports/sheets.ts';
import type { NumberMeaning } from './number-format.ts';

const DAY_MINUTES = 24 * 60;
/** Sheets counts days from 1899-12-30. */
const EPOCH_MS = Date.UTC(1899, 11, 30);
/** 9999-12-31, the last day Sheets can show. */
const LAST_DAY = 2_958_465;
/** Where no pattern says whether hours run on, a time beyond this is a date-time shown as a time of day. */
const LONGEST_DURATION = 3 * DAY_MINUTES;

/** A serial number with its meaning as a cell; a value outside what Sheets can show stays a number. */
export function numberCell(value: number, meaning: NumberMeaning, text: string, patternKnown: boolean): Cell {
  // A double holds 10:00 as 0.41666…: whole minutes are what people meant.
  const minutes = Math.round(value * DAY_MINUTES);
  const day = Math.floor(minutes / DAY_MINUTES);
  if (meaning === 'number' || minutes < 0 || day > LAST_DAY) return { kind: 'number', value, text };
  const date = new Date(EPOCH_MS + day * 86_400_000).toISOString().slice(0, 10);
  const ofDay = minutes - day * DAY_MINUTES;
  switch (meaning) {
    case 'date':
      return { kind: 'date', date, text };
    case 'datetime':
      return { kind: 'datetime', local: `${date}T${clock(ofDay)}`, text };
    case 'duration':
      return { kind: 'time', minutes, text };
    case 'time':
      return { kind: 'time', minutes: patternKnown || minutes > LONGEST_DURATION ? ofDay : minutes, text };
  }
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
