import type { MonthHint } from '../axis.ts';
import { DAY } from '../civil.ts';
import type { TimeRow } from '../claims.ts';
import type { Reading } from '../reading.ts';
import type { Table } from '../table.ts';
import { datedRows, isDoubted, reportEntry, rowHours } from './rows.ts';

const WEEK = 7 * DAY;

/** Start days only: each holds to the next start, but never longer than the sheet's usual step. */
export function weekRows(
  table: Table,
  hint: MonthHint,
  reading: Reading,
  filled: (row: number) => boolean,
): TimeRow[] {
  const dated = datedRows(table, hint, reading, filled);
  const startOf = ({ entry }: (typeof dated)[number]) =>
    entry.day * DAY + (entry.minutes ?? reading.handover);
  const starts = [...new Set(dated.map(startOf))].sort((a, b) => a - b);
  const step = usualStep(starts);
  const next = new Map(
    starts.map((start, index) => [
      start,
      Math.min(starts[index + 1] ?? Number.POSITIVE_INFINITY, start + step),
    ]),
  );
  return dated.flatMap((row): TimeRow[] => {
    const hours = rowHours(table, row.row, reading);
    if (hours === 'bad') return [];
    const from = startOf(row);
    const last = row.entry.lastDay;
    const lastMinutes = row.entry.lastMinutes ?? DAY + reading.handover;
    const to = last === null ? (next.get(from) ?? from + step) : last * DAY + lastMinutes;
    const endDay = Math.max(row.entry.day + 1, Math.ceil((to - reading.handover) / DAY));
    const cell = table.view.address(row.row, table.axis.column);
    reportEntry(table, row, table.axis.column, { from, to }, reading);
    return [
      {
        row: row.row,
        from,
        to,
        firstDay: row.entry.day,
        endDay,
        hours,
        limit: null,
        startCell: cell,
        endCell: cell,
        recurring: false,
        doubted: isDoubted(row.entry),
      },
    ];
  });
}

/** The commonest distance of sorted starts; among equals the one nearest to a week, which is also that of one row alone. */
export function usualStep(starts: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const [index, start] of starts.entries()) {
    const before = starts[index - 1];
    if (before !== undefined && start > before)
      counts.set(start - before, (counts.get(start - before) ?? 0) + 1);
  }
  let [best, most] = [WEEK, 0];
  for (const [step, count] of counts) {
    if (count > most || (count === most && Math.abs(step - WEEK) < Math.abs(best - WEEK)))
      [best, most] = [step, count];
  }
  return best;
}
