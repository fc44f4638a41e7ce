import type { Cell } from '../ports/sheets.ts';
import { dayNumber } from './axis.ts';
import { readDateText } from './date-text.ts';
import { dayLabel } from './days.ts';
import { cellMinutes, hoursIn } from './hours.ts';

/** In what way a cell says when: a date, a day number, a weekday or limit (平日), a time or hours. */
export type When = 'date' | 'number' | 'weekday' | 'time';

const known = new Map<string, When | null>();
const KEEP_MOST = 20_000;

export function whenIn(cell: Cell): When | null {
  switch (cell?.kind) {
    case 'date':
    case 'datetime':
      return 'date';
    case 'time':
      return 'time';
    case 'number':
      return cell.value >= 36_526 && cell.value < 109_575
        ? 'date'
        : dayNumber(cell) === null
          ? null
          : 'number';
    case 'text':
      return ofText(cell);
    default:
      return null;
  }
}

function ofText(cell: Extract<Cell, { kind: 'text' }>): When | null {
  const { text } = cell;
  if (text.length > 60) return null;
  const hit = known.get(text);
  if (hit !== undefined) return hit;
  if (known.size >= KEEP_MOST) known.clear();
  const when = readText(cell);
  known.set(text, when);
  return when;
}

function readText(cell: Extract<Cell, { kind: 'text' }>): When | null {
  if (readDateText(cell.text)) return 'date';
  if (dayNumber(cell) !== null) return 'number';
  const hours = hoursIn(cell.text);
  if (dayLabel(hours.rest) !== null) return 'weekday';
  return cellMinutes(cell) !== null || (hours.kind !== 'none' && hours.kind !== 'bad' && hours.rest === '')
    ? 'time'
    : null;
}
