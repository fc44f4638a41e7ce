import { clockTime, dayText, type Locale, zoneName } from '../language/index.ts';
import type { Change, Side } from './changes.ts';

/** `11/22(日) 21:00–11/23(月) 09:00 JST の当番が小野さんから新井さんに変わりました（当番表!C14）。` Escape the whole for Slack. */
export function describeChange(change: Change, locale: Locale, zone: string): string {
  const { from, to, column, before, after, times } = change;
  const one = (at: number) => `${dayText(at, zone, locale)} ${clockTime(at, zone)}`;
  const time = `${one(from)}–${one(to)} ${zoneName(from, zone)}`;
  const cell = after.cell ?? before.cell;
  if (locale === 'ja') {
    const where = cell ? `（${cell}）` : '';
    const again = times > 1 ? `同じ変更がこのほか${times - 1}回あります。` : '';
    return `${time} の${dutyJa(column)}が${nameJa(before)}から${nameJa(after)}に変わりました${where}。${again}`;
  }
  const where = cell ? ` (${cell})` : '';
  const again = times > 1 ? ` The same comes ${times - 1} more times.` : '';
  return `${dutyEn(column)} ${time} changed from ${nameEn(before)} to ${nameEn(after)}${where}.${again}`;
}

const dutyJa = (column: string): string =>
  ({ primary: '当番', secondary: '副当番' })[column] ?? `当番（${column}）`;
const dutyEn = (column: string): string =>
  ({ primary: 'On duty', secondary: 'Secondary' })[column] ?? `Duty "${column}"`;

function nameJa({ kind, names, text }: Side): string {
  if (names.length > 0) return names.map((name) => `${name}さん`).join('、');
  if (kind === 'free') return '「なし」';
  return kind === 'gap' ? '未定' : `「${text}」（読めません）`;
}

function nameEn({ kind, names, text }: Side): string {
  if (names.length > 0) return names.join(', ');
  if (kind === 'free') return 'nobody on purpose';
  return kind === 'gap' ? 'nobody' : `"${text}" (not understood)`;
}
