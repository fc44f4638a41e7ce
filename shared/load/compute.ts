import type { Span } from '../rota/index.ts';
import { isNight, type Piece, piecesOf } from './calendar.ts';
import type { CallTaken, KnownStretch, Load, Period, PersonLoad } from './model.ts';

interface Question {
  readonly period: Period;
  readonly zone: string;
  /** Duty column. */
  readonly column: string;
  /** In order, without overlap. */
  readonly known: readonly KnownStretch[];
  readonly calls: readonly CallTaken[];
}

/** Sums while they are being made. */
interface Sum {
  total: number;
  night: number;
  weekend: number;
  holiday: number;
  weekdayNight: number;
  calls: number;
  nightCalls: number;
  readonly nights: Set<string>;
  readonly weekendDays: Set<string>;
  readonly holidays: Set<string>;
}

/**
 * Who carries how much in one duty column. Pure. Where a cell names several, the first is the one who is called, so
 * the hours are theirs: the sum over all people is the time that is covered, to the millisecond.
 */
export function computeLoad({ period, zone, column, known, calls }: Question): Load {
  const sums = new Map<string, Sum>();
  const names = new Map<string, string>();
  const sumOf = (user: string): Sum => {
    const sum = sums.get(user) ?? emptySum();
    sums.set(user, sum);
    return sum;
  };
  const holidays = new Set(known.flatMap(({ rota }) => rota.holidays));
  let seen = 0;
  for (const { from, to, rota } of known) {
    const [start, end] = [Math.max(from, period.from), Math.min(to, period.to)];
    if (end <= start) continue;
    seen += end - start;
    const pieces = piecesOf(start, end, zone, holidays);
    const spans = Object.hasOwn(rota.columns, column) ? (rota.columns[column] ?? []) : [];
    let first = 0;
    for (const span of spans) {
      const [user] = span.kind === 'people' ? span.people : [];
      if (user === undefined || span.end <= start || span.start >= end) continue;
      first = addSpan(sumOf(user), span, pieces, first);
      names.set(user, rota.people[user] ?? user);
    }
  }
  for (const { user, name, at } of calls) {
    const sum = sumOf(user);
    sum.calls += 1;
    if (isNight(at, zone)) sum.nightCalls += 1;
    if (!names.has(user)) names.set(user, name);
  }
  const people = [...sums].map(([user, sum]) => loadOf(user, names.get(user) ?? user, sum));
  const covered = people.reduce((all, { total }) => all + total, 0);
  return {
    people: people.sort((a, b) => b.total - a.total || b.calls - a.calls || (a.name < b.name ? -1 : 1)),
    covered,
    open: seen - covered,
    unknown: period.to - period.from - seen,
  };
}

/** Adds what a span shares with each piece; the index of the first piece that a later span may share. */
function addSpan(sum: Sum, span: Span, pieces: readonly Piece[], from: number): number {
  let index = from;
  while ((pieces[index]?.end ?? Number.POSITIVE_INFINITY) <= span.start) index += 1;
  const first = index;
  for (let piece = pieces[index]; piece && piece.start < span.end; piece = pieces[++index]) {
    const ms = Math.min(span.end, piece.end) - Math.max(span.start, piece.start);
    sum.total += ms;
    if (piece.night !== null) {
      sum.night += ms;
      sum.nights.add(piece.night);
      if (piece.kind === 'weekday') sum.weekdayNight += ms;
    }
    if (piece.kind === 'weekend') {
      sum.weekend += ms;
      sum.weekendDays.add(piece.day);
    } else if (piece.kind === 'holiday') {
      sum.holiday += ms;
      sum.holidays.add(piece.day);
    }
  }
  return first;
}

const emptySum = (): Sum => ({
  total: 0,
  night: 0,
  weekend: 0,
  holiday: 0,
  weekdayNight: 0,
  calls: 0,
  nightCalls: 0,
  nights: new Set(),
  weekendDays: new Set(),
  holidays: new Set(),
});

const loadOf = (user: string, name: string, sum: Sum): PersonLoad => ({
  ...sum,
  user,
  name,
  nights: sum.nights.size,
  weekendDays: sum.weekendDays.size,
  holidays: sum.holidays.size,
});
