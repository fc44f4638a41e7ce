import type { Cell } from '../ports/sheets.ts';
import { clockOf, DAY, dayFromIso, isoDay } from './civil.ts';
import type { View } from './view.ts';
import type { Zone } from './zone.ts';

const STAMP =
  /^(\d{4}-\d{2}-\d{2})[t ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)? ?(?:(z|utc|gmt)|(jst)|([+-]\d{2}):?(\d{2}))$/i;

/**
 * A view in which a stamp that names its offset (`2026-11-22T00:00:00Z`, `… 09:00+09:00`) is what a zone's clocks show
 * at that instant. A cell keeps its text, so the view can be taken again in another zone.
 */
export function stampsIn(view: View, zone: Zone): View {
  return { ...view, at: (row, column) => localStamp(view.at(row, column), zone) };
}

function localStamp(cell: Cell, zone: Zone): Cell {
  if (cell?.kind !== 'text' && cell?.kind !== 'datetime') return cell;
  if (cell.text.length < 17 || cell.text[4] !== '-') return cell;
  const [, date, time, utc, japan, hours, minutes] = STAMP.exec(cell.text.trim()) ?? [];
  const offset = utc ? 'Z' : japan ? '+09:00' : `${hours}:${minutes}`;
  const at = Date.parse(`${date}T${time}:00${offset}`);
  // Date.parse takes November 31 for December 1.
  if (Number.isNaN(at) || dayFromIso(date ?? '') === null) return cell;
  const local = zone.toLocal(at);
  return {
    kind: 'datetime',
    local: `${isoDay(Math.floor(local / DAY))}T${clockOf(local)}`,
    text: cell.text,
  };
}
