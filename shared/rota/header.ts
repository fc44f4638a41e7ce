import type { Cell } from '../ports/sheets.ts';
import { type Limit, limitIn } from './days.ts';
import { fold, textOf } from './fold.ts';
import * as words from './header-words.ts';
import { type Hours, hoursIn } from './hours.ts';

export type Role =
  | 'date'
  | 'start'
  | 'end'
  | 'week'
  | 'period'
  | 'weekday'
  | 'month'
  | 'year'
  | 'hours'
  | 'duty'
  | 'substitute'
  | 'status'
  | 'account'
  | 'ignored'
  | 'unknown';

/** What a header says. `key` is the duty column it makes. */
export interface Header {
  readonly role: Role;
  readonly key: string | null;
  readonly hours: Hours | null;
  /** A time alone: from then to the next column's time. */
  readonly point: number | null;
  readonly limit: Limit | null;
  /** Meant as hours and not readable. */
  readonly badHours: boolean;
  /** 日勤 or 夜勤, whose hours should be written. */
  readonly shift: boolean;
  /** A 祝日 or 休日 alone may be a column of holidays' names or of people. */
  readonly onlyLimit: boolean;
}

const NOTHING: Header = {
  role: 'unknown',
  key: null,
  hours: null,
  point: null,
  limit: null,
  badHours: false,
  shift: false,
  onlyLimit: false,
};

export function readHeaderCell(cell: Cell): Header {
  if (cell?.kind === 'time') return { ...NOTHING, role: 'duty', key: 'primary', point: cell.minutes };
  return cell?.kind === 'text' ? readHeader(textOf(cell)) : NOTHING;
}

const known = new Map<string, Header>();
const KEEP_MOST = 5_000;

/** `副 21:00-09:00` → secondary duty with hours; `開始日` → start; `電話` → ignored. */
export function readHeader(text: string): Header {
  const hit = known.get(text);
  if (hit) return hit;
  if (known.size >= KEEP_MOST) known.clear();
  const header = readNew(text);
  known.set(text, header);
  return header;
}

function readNew(text: string): Header {
  const timeless = timeRole(strip(fold(text)));
  if (timeless) return { ...NOTHING, role: timeless };
  const read = hoursIn(text.replaceAll('\n', ' '));
  const limited = limitIn(read.rest);
  const hours = read.kind === 'range' ? read.hours : null;
  const point = read.kind === 'point' ? read.start : null;
  const rest = strip(limited.rest);
  const timed = hours !== null || point !== null || read.kind === 'bad';
  const base = { ...NOTHING, hours, point, limit: limited.limit, badHours: read.kind === 'bad' };
  const role = whoRole(rest);
  if (role.role !== 'unknown')
    return { ...base, ...role, shift: role.role === 'duty' && words.SHIFT.test(rest) };
  if (timed || words.SHIFT.test(rest))
    return { ...base, role: 'duty', key: 'primary', shift: words.SHIFT.test(rest) };
  if (limited.limit && rest === '')
    return {
      ...base,
      role: 'duty',
      key: 'primary',
      onlyLimit: limited.limit.mask === 0 || /休日|holiday/.test(fold(text)),
    };
  return base;
}

function timeRole(text: string): Role | null {
  const bare = text.replace(/ ?\(.*\)$/, '').trim();
  if (words.DATE.test(bare)) return 'date';
  if (words.START.test(bare)) return 'start';
  if (words.END.test(bare)) return 'end';
  if (words.WEEK.test(bare) || words.WEEK.test(text)) return 'week';
  if (words.PERIOD.test(bare)) return 'period';
  if (words.WEEKDAY.test(bare)) return 'weekday';
  if (words.MONTH_COLUMN.test(bare)) return 'month';
  if (words.YEAR_COLUMN.test(bare)) return 'year';
  return words.HOURS.test(bare) ? 'hours' : null;
}

function whoRole(text: string): Pick<Header, 'role' | 'key'> {
  if (text === '') return { role: 'unknown', key: null };
  if (words.STATUS.test(text)) return { role: 'status', key: null };
  if (words.IGNORED.test(text) || words.IGNORED_AT_END.test(text)) return { role: 'ignored', key: null };
  const key = dutyKey(text);
  if (words.SUBSTITUTE.test(text))
    return { role: 'substitute', key: key === 'secondary' ? 'secondary' : null };
  if (words.ACCOUNT.test(text)) return { role: 'account', key: key ?? 'primary' };
  return key === null ? { role: 'unknown', key: null } : { role: 'duty', key };
}

function dutyKey(text: string): string | null {
  const parts = text.split(/[\s()[\]・/:_,、|-]+/).filter(Boolean);
  const has = (set: ReadonlySet<string>) => parts.some((part) => set.has(part));
  if (words.TERTIARY.test(text)) return 'tertiary';
  if (words.MANAGER.test(text)) return 'manager';
  if (words.SECONDARY.test(text) || has(words.SECONDARY_WORDS)) return 'secondary';
  return words.PRIMARY.test(text) || has(words.PRIMARY_WORDS) ? 'primary' : null;
}

const strip = (text: string): string =>
  text
    .replaceAll('\n', ' ')
    .replace(/[:*※●■◆▼▲]+/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
