import { fold, plain, textOf } from './fold.ts';
import { type Header, readHeader, readHeaderCell } from './header.ts';
import type { View } from './view.ts';

/** A column with all that its header, of one row or several, says. */
export interface Column {
  readonly index: number;
  readonly header: Header;
  /** As people see it, rows joined by a space. */
  readonly title: string;
  /** Folded forms by which the configuration may name it. */
  readonly titles: readonly string[];
  /** Address of its lowest header cell; null where the header is empty. */
  readonly cell: string | null;
}

/** The columns under the header rows [top, bottom]; without a header each column is unknown. */
export function headersOf(view: View, top: number, bottom: number): Column[] {
  return Array.from({ length: Math.min(view.width, 500) }, (_, index) => {
    const rows: number[] = [];
    for (let row = Math.max(0, top); row <= bottom; row++) {
      const text = textOf(view.at(row, index)).trim();
      const repeats = rows.some((other) => view.anchor(other, index) === view.anchor(row, index));
      if (text !== '' && !repeats) rows.push(row);
    }
    return columnOf(view, index, rows);
  });
}

function columnOf(view: View, index: number, rows: readonly number[]): Column {
  const cells = rows.map((row) => view.at(row, index));
  const texts = cells.map((cell) => plain(textOf(cell)).replaceAll('\n', ' '));
  const title = texts.join(' ');
  const lowest = rows.at(-1);
  const bare = texts.map((text) => fold(text).replace(/ ?[([].*[)\]]$/, ''));
  return {
    index,
    title,
    titles: [fold(title), fold(title).replaceAll(' ', ''), ...texts.map(fold), ...bare],
    cell: lowest === undefined ? null : view.address(lowest, index),
    header:
      cells.length === 1
        ? readHeaderCell(cells[0] ?? null)
        : stacked(cells.map(readHeaderCell), texts, title),
  };
}

/** Hours and limits may stand in one row of a header and the role in another. */
function stacked(parts: readonly Header[], texts: readonly string[], title: string): Header {
  const words = texts.filter((_, index) => parts[index]?.point === null);
  const whole = readHeader(words.length > 0 ? words.join(' ') : title);
  const time = parts.findLast(({ role }) =>
    ['date', 'start', 'end', 'week', 'period', 'weekday', 'hours', 'month', 'year'].includes(role),
  );
  const named =
    time ?? (whole.role === 'unknown' ? (parts.findLast(({ role }) => role !== 'unknown') ?? whole) : whole);
  return {
    ...whole,
    role: named.role,
    key: named.key,
    hours: whole.hours ?? parts.find(({ hours }) => hours !== null)?.hours ?? null,
    point: whole.point ?? parts.find(({ point }) => point !== null)?.point ?? null,
    limit: whole.limit ?? parts.find(({ limit }) => limit !== null)?.limit ?? null,
    badHours: parts.some(({ badHours }) => badHours),
    shift: parts.some(({ shift }) => shift),
    onlyLimit: false,
  };
}
