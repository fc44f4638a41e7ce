import type { MonthHint } from '../axis.ts';
import { civilOf, dayOf } from '../civil.ts';
import { monthTitle } from '../date-text.ts';
import { fold, textOf } from '../fold.ts';
import { readHeaderCell } from '../header.ts';
import { cut, cutAcross, type View } from '../view.ts';
import { whenIn } from '../when.ts';

/** One month's part of a tab. */
export interface Block {
  readonly view: View;
  readonly hint: MonthHint;
}

const DECORATION =
  /の|オンコール|on-?call|当番|シフト|担当|勤務|rota|roster|schedule|予定|表|スケジュール|shifts?|一覧|カレンダー|calendar/g;

/** The month of a title that says nothing else but that it is a rota: `12月`, `2026年12月 当番表`. */
export const bareMonth = (text: string): ReturnType<typeof monthTitle> =>
  monthTitle(fold(text).replace(DECORATION, ''), true);

/**
 * Cuts a tab at its months' titles. Titles without a year run on from each other and are laid nearest to today.
 * `tab`: what the tab's own title says.
 */
export function monthBlocks(view: View, tab: MonthHint, today: number): Block[] {
  return sideBySide(view).flatMap((part) => stackedBlocks(part, tab, today));
}

/**
 * Parts beside each other, each with its own 日付: cut where the header begins anew, or between the months' titles. One
 * axis over all is left whole.
 */
function sideBySide(view: View): View[] {
  for (let row = 0; row < Math.min(view.height, 20); row++) {
    const again = headersAgain(view, row);
    if (again.length > 1)
      return again.map((from, index) =>
        cutAcross(view, index === 0 ? 0 : from, again[index + 1] ?? view.width),
      );
    const titles = titlesAcross(view, row);
    if (titles.length < 2) continue;
    const edges = [0, ...titles.slice(1), view.width];
    const parts = edges.slice(1).map((end, index) => cutAcross(view, edges[index] ?? 0, end));
    const dated = parts.every((part) =>
      Array.from(
        { length: part.width },
        (_, column) => readHeaderCell(part.at(row + 1, column)).role,
      ).includes('date'),
    );
    return dated ? parts : [view];
  }
  return [view];
}

/** Columns in which a row begins its header anew, the same word for the date and somebody's column beside each. */
function headersAgain(view: View, row: number): number[] {
  const columns = Array.from({ length: Math.min(view.width, 200) }, (_none, column) => column);
  const roleAt = (column: number) => readHeaderCell(view.at(row, column)).role;
  const dates = columns.filter((column) => roleAt(column) === 'date');
  const [first = 0] = dates;
  const word = fold(textOf(view.at(row, first)));
  const same = dates.filter((column) => fold(textOf(view.at(row, column))) === word);
  const whole = same.every((from, index) =>
    columns.slice(from + 1, same[index + 1] ?? view.width).some((column) => roleAt(column) === 'duty'),
  );
  const apart = same.every(
    (column, index) => index === 0 || view.anchor(row, column) !== view.anchor(row, same[index - 1] ?? 0),
  );
  return whole && apart ? same : [];
}

/** Columns of the months' titles in a row that holds nothing else. */
function titlesAcross(view: View, row: number): number[] {
  const columns: number[] = [];
  const seen = new Set<number>();
  for (let column = 0; column < Math.min(view.width, 200); column++) {
    const text = textOf(view.at(row, column)).trim();
    if (text === '' || seen.has(view.anchor(row, column))) continue;
    seen.add(view.anchor(row, column));
    if (bareMonth(text) === null) return [];
    columns.push(column);
  }
  return columns;
}

function stackedBlocks(view: View, tab: MonthHint, today: number): Block[] {
  const titles: { row: number; year: number | null; month: number }[] = [];
  for (let row = 0; row < view.height; row++) {
    const title = titleIn(view, row);
    if (title) titles.push({ row, ...title });
  }
  const above = tab.month !== null ? tab : (looseTitle(view) ?? tab);
  if (titles.length === 0) return [{ view, hint: above }];
  const years = yearsOf(titles, above.year ?? yearIn(view), today);
  const blocks = titles.map(({ row, month }, index) => ({
    view: cut(view, row, titles[index + 1]?.row ?? view.height),
    hint: { year: years[index] ?? null, month },
  }));
  const first = titles[0]?.row ?? 0;
  const leading = Array.from({ length: first }, (_, row) => row).some((row) => isDataRow(view, row));
  return leading ? [{ view: cut(view, 0, first), hint: tab }, ...blocks] : blocks;
}

const isDataRow = (view: View, row: number): boolean =>
  Array.from({ length: Math.min(view.width, 40) }, (_, column) => whenIn(view.at(row, column))).includes(
    'date',
  );

/** A row that is a month's title: nothing but it, or it and the headers of the block. */
function titleIn(view: View, row: number): { year: number | null; month: number } | null {
  let title: { year: number | null; month: number } | null = null;
  const seen = new Set<number>();
  let headers = 0;
  for (let column = 0; column < Math.min(view.width, 200); column++) {
    const cell = view.at(row, column);
    const text = textOf(cell);
    if (cell === null || text.trim() === '' || seen.has(view.anchor(row, column))) continue;
    seen.add(view.anchor(row, column));
    if (seen.size === 1) {
      title = bareMonth(text);
      if (!title) return null;
    } else if (readHeaderCell(cell).role === 'duty') headers++;
    else return null;
  }
  return seen.size === 1 || headers > 0 ? title : null;
}

/** A title at the top that says more than the month: `車両チーム 2026年12月 当番表`. */
function looseTitle(view: View): MonthHint | null {
  for (let row = 0; row < Math.min(view.height, 5); row++) {
    const texts = [
      ...new Set(
        Array.from({ length: Math.min(view.width, 60) }, (_, column) => textOf(view.at(row, column)).trim()),
      ),
    ].filter(Boolean);
    const months = texts.map((text) => monthTitle(text, true));
    if (months.length > 1 && months.every((month) => month !== null)) return months[0] ?? null;
    const title =
      texts.length === 1 && whenIn({ kind: 'text', text: texts[0] ?? '' }) === null
        ? monthTitle(texts[0] ?? '', false)
        : null;
    if (title) return title;
    const year = texts.length === 1 ? yearOf(texts[0] ?? '') : null;
    if (year !== null) return { year, month: null };
  }
  return null;
}

/** The year that a title at the top says, or the tab's own title (`2026年度`). */
export const yearIn = (view: View): number | null => looseTitle(view)?.year ?? yearOf(view.tab);

const yearOf = (text: string): number | null => {
  const found = /(?<!\d)(20\d{2})(?!\d)/.exec(fold(text));
  return found && monthTitle(text, false) === null && text.length <= 40 ? Number(found[1]) : null;
};

/** Years of titles in order: a month not after the one above starts the next year. */
export function yearsOf(
  titles: readonly { year: number | null; month: number }[],
  base: number | null,
  today: number,
): number[] {
  let [years, last] = [0, 0];
  const offsets = titles.map(({ month }, index) => {
    if (index > 0 && month <= last) years++;
    last = month;
    return years;
  });
  const written = titles.findIndex(({ year }) => year !== null);
  const start =
    written >= 0
      ? (titles[written]?.year ?? 0) - (offsets[written] ?? 0)
      : (base ?? nearestStart(titles, offsets, today));
  return titles.map(({ year }, index) => year ?? start + (offsets[index] ?? 0));
}

function nearestStart(
  titles: readonly { month: number }[],
  offsets: readonly number[],
  today: number,
): number {
  const { year } = civilOf(today);
  const away = (start: number): number => {
    const first = dayOf(start, titles[0]?.month ?? 1, 1);
    const last = dayOf(start + (offsets.at(-1) ?? 0), titles.at(-1)?.month ?? 1, 28);
    return Math.max(0, first - today, today - last) * 1_000 + Math.abs((first + last) / 2 - today);
  };
  return [year, year - 1, year + 1].reduce((best, candidate) =>
    away(candidate) < away(best) ? candidate : best,
  );
}
