import type { MonthHint } from '../axis.ts';
import { DAY } from '../civil.ts';
import type { TimeRow } from '../claims.ts';
import type { Reading } from '../reading.ts';
import type { Table } from '../table.ts';
import { datedRows, isDoubted, reportEntry, rowHours } from './rows.ts';

/** One row per date, or per day number: day D holds from D's handover to the next day's. */
export function dateRows(
  table: Table,
  hint: MonthHint,
  reading: Reading,
  filled: (row: number) => boolean,
): TimeRow[] {
  return datedRows(table, hint, reading, filled).flatMap((dated): TimeRow[] => {
    const { row, entry } = dated;
    const hours = rowHours(table, row, reading);
    if (hours === 'bad') return [];
    const endDay = (entry.lastDay ?? entry.day) + 1;
    const cell = table.view.address(row, table.axis.column);
    const times = { from: entry.day * DAY + reading.handover, to: endDay * DAY + reading.handover };
    reportEntry(table, dated, table.axis.column, times, reading);
    return [
      {
        row,
        ...times,
        firstDay: entry.day,
        endDay,
        hours,
        limit: null,
        startCell: cell,
        endCell: cell,
        recurring: false,
        doubted: isDoubted(entry),
      },
    ];
  });
}
