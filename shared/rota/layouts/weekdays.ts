import { DAY } from '../civil.ts';
import type { TimeRow } from '../claims.ts';
import { dayLabel } from '../days.ts';
import { excerpt, isEmpty, textOf } from '../fold.ts';
import { readHeaderCell } from '../header.ts';
import { hoursIn } from '../hours.ts';
import { DAYS_AHEAD, DAYS_BACK, type Reading } from '../reading.ts';
import type { Table } from '../table.ts';
import { rowHours } from './rows.ts';

/** A week has few rows; more than these are no rota, and each would be laid out over years. */
const MOST_ROWS = 200;

/** Weekdays down: the same every week, from well before today to well after. */
export function weekdayRows(table: Table, reading: Reading, filled: (row: number) => boolean): TimeRow[] {
  const { view, axis } = table;
  const [firstDay, endDay] = [reading.today - DAYS_BACK, reading.today + DAYS_AHEAD];
  const rows: TimeRow[] = [];
  for (let row = table.first; row < view.height; row++) {
    if (!table.accepts(row)) continue;
    const cell = view.at(row, axis.column);
    const label = hoursIn(textOf(cell));
    const limit = dayLabel(label.rest);
    const address = view.address(row, axis.column);
    if (limit === null || rows.length >= MOST_ROWS) {
      const isHeader = readHeaderCell(cell).role !== 'unknown' && limit === null;
      if (filled(row) && !isHeader && !(isEmpty(cell) && rows.length === 0)) {
        reading.report({
          code: 'bad-date',
          cell: address,
          tab: view.gid,
          detail: { text: excerpt(textOf(cell)) },
        });
      }
      continue;
    }
    const written = rowHours(table, row, reading);
    if (written === 'bad') continue;
    const hours = written ?? (label.kind === 'range' ? label.hours : null);
    const times = { from: firstDay * DAY + reading.handover, to: endDay * DAY + reading.handover };
    rows.push({
      row,
      ...times,
      firstDay,
      endDay,
      hours,
      limit,
      startCell: address,
      endCell: address,
      recurring: true,
      doubted: false,
    });
  }
  return rows;
}
