import type { Spreadsheet, Tab } from '../ports/sheets.ts';
import { addMonths, civilOf } from './civil.ts';
import { monthTitle } from './date-text.ts';
import { fold } from './fold.ts';
import type { RotaConfig } from './schemas.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Whether `sheet` is a pattern for monthly tabs, such as `{yyyy}年{m}月`. */
export const isPattern = (sheet: string): boolean => /\{(?:yyyy|yy|mm|m|mmm|mmmm)\}/.test(sheet);

/** The tab of a month by the pattern. */
export function tabOfMonth(pattern: string, year: number, month: number): string {
  const name = MONTHS[month - 1] ?? '';
  return pattern
    .replaceAll('{yyyy}', String(year))
    .replaceAll('{yy}', String(year).slice(-2))
    .replaceAll('{mmmm}', name)
    .replaceAll('{mmm}', name.slice(0, 3))
    .replaceAll('{mm}', String(month).padStart(2, '0'))
    .replaceAll('{m}', String(month));
}

/** The month before, this month and the next: what monthly tabs are read for. `today` is a local day number. */
export function monthsAround(today: number): { year: number; month: number }[] {
  const { year, month } = civilOf(today);
  return [-1, 0, 1].map((by) => addMonths(year, month, by));
}

/** The tab of that title; widths, case and spaces at the ends do not matter where no exact one is there. */
export function findTab(spreadsheet: Spreadsheet, title: string): Tab | null {
  const { tabs } = spreadsheet;
  return (
    tabs.find((tab) => tab.title === title) ?? tabs.find((tab) => fold(tab.title) === fold(title)) ?? null
  );
}

/** A tab to read, with the month its title or place in the pattern says. */
export interface WantedTab {
  readonly title: string;
  readonly year: number | null;
  readonly month: number | null;
}

/** The tabs that hold the rota: one, or one for each month around today. */
export function wantedTabs(config: RotaConfig, today: number): readonly WantedTab[] {
  if (isPattern(config.sheet)) {
    return monthsAround(today).map(({ year, month }) => ({
      title: tabOfMonth(config.sheet, year, month),
      year,
      month,
    }));
  }
  const said = monthTitle(config.sheet, false);
  const year = /(?<!\d)(20\d{2})(?!\d)/.exec(fold(config.sheet));
  return [
    { title: config.sheet, month: said?.month ?? null, year: said?.year ?? (year ? Number(year[1]) : null) },
  ];
}

/** The sheet's titles that a wanted title means: the exact one and those that only differ in width, case or spaces. */
export const titlesFor = (wanted: string, titles: readonly string[]): string[] =>
  titles.filter((title) => title === wanted || fold(title) === fold(wanted));
