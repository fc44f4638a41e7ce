import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { SampleCell } from '../sample.ts';

/** What a cell is meant to say, chosen before the sheet is written from it. */
export interface Meaning {
  readonly cell: SampleCell;
  readonly kind: 'people' | 'free' | 'gap' | 'unknown' | 'error';
  readonly people: readonly string[];
}

/** Somebody's word for a stretch of time. */
export interface Word extends Meaning {
  readonly column: string;
  readonly at: string;
  readonly start: number;
  readonly end: number;
}

/** A sheet with all that its cells say, from the same dice. */
export interface Dice {
  readonly zone: string;
  readonly rota: Readonly<Record<string, unknown>>;
  readonly rows: readonly (readonly SampleCell[])[];
  readonly words: readonly Word[];
  /** The window that is walked, epoch ms. */
  readonly from: number;
}

export const MINUTE = 60_000;

/** Epoch ms of a wall clock's minutes after a day's midnight. */
export function epoch(zone: string, date: Temporal.PlainDate, minutes: number): number {
  const day = date.add({ days: Math.floor(minutes / 1_440) });
  const time = Temporal.PlainTime.from({ hour: Math.floor((minutes % 1_440) / 60), minute: minutes % 60 });
  return day.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;
}

/** The day around which a sheet is laid: the clocks change on it, but in Japan. */
export const place = fc.constantFrom(
  { zone: 'Asia/Tokyo', day: '2026-12-31' },
  { zone: 'Europe/London', day: '2026-03-29' },
  { zone: 'Europe/London', day: '2026-10-25' },
  { zone: 'America/New_York', day: '2026-03-08' },
  { zone: 'America/New_York', day: '2026-11-01' },
);

const person = (cell: string, ...people: string[]): Meaning => ({ cell, kind: 'people', people });

export const meaning: fc.Arbitrary<Meaning> = fc.constantFrom<Meaning>(
  person('Alice Moore', 'U05ALICE'),
  person('Bob Reyes', 'U06BOB'),
  person('carol@example.com', 'U07CAROL'),
  person('Bob Reyes, Carol Ito', 'U06BOB', 'U07CAROL'),
  { cell: '-', kind: 'free', people: [] },
  { cell: null, kind: 'gap', people: [] },
  { cell: 'TBD', kind: 'gap', people: [] },
  { cell: 'Zoe Unheard', kind: 'unknown', people: [] },
  { cell: { err: '#REF!' }, kind: 'error', people: [] },
);

const rank = { people: 2, free: 2, unknown: 1, error: 1, gap: 0 } as const;
const say = ({ kind, people }: Meaning) => `${kind} ${people.join('+')}`;

/** Who is on duty in a minute, by looking at every cell of the sheet: `people U05ALICE B3`, `gap`, `ambiguous`. */
export function lookAt(words: readonly Word[], column: string, minute: number): string {
  const speaking = words.filter(
    (word) => word.column === column && word.start <= minute && minute < word.end,
  );
  const best = Math.max(...speaking.map(({ kind }) => rank[kind]));
  const good = speaking.filter(({ kind }) => rank[kind] === best);
  const latest = Math.max(...good.map(({ start }) => start));
  const last = good.filter(({ start }) => start === latest);
  const [first] = last;
  if (!first) return 'gap -';
  if (best === 2 && new Set(last.map(say)).size > 1) return 'ambiguous';
  return `${say(first)} ${first.at}`;
}
