import type { Locale } from '../../../shared/language/index.ts';

/** What the calendar says. */
export interface CalendarText {
  readonly title: string;
  month(year: number, month: number): string;
  readonly before: string;
  readonly thisMonth: string;
  readonly after: string;
  readonly choose: string;
  readonly day: string;
  readonly weekdays: readonly string[];
  readonly holiday: string;
  readonly today: string;
  readonly goesOn: string;
  readonly unknown: string;
  cover(name: string): string;
  since(time: string): string;
  readonly refused: string;
  readonly sheet: string;
}

const ja: CalendarText = {
  title: '当番カレンダー',
  month: (year, month) => `${year}年${month}月`,
  before: '前の月',
  thisMonth: '今月',
  after: '次の月',
  choose: '月を選ぶ',
  day: '日付',
  weekdays: ['月', '火', '水', '木', '金', '土', '日'],
  holiday: '休日',
  today: '今日',
  goesOn: 'つづき',
  unknown: '記録なし',
  cover: (name) => `代理（${name}さんの依頼）`,
  since: (time) => `${time} から`,
  refused: '月は 2026-11 のように指定してください。今月を表示しています。',
  sheet: 'シートを開く',
};

const en: CalendarText = {
  title: 'Rota calendar',
  month: (year, month) =>
    new Intl.DateTimeFormat('en', { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
      Date.UTC(year, month - 1),
    ),
  before: 'Month before',
  thisMonth: 'This month',
  after: 'Next month',
  choose: 'Choose a month',
  day: 'Day',
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  holiday: 'holiday',
  today: 'today',
  goesOn: 'goes on',
  unknown: 'not on record',
  cover: (name) => `cover (asked by ${name})`,
  since: (time) => `from ${time}`,
  refused: 'Write the month like 2026-11. This month is shown.',
  sheet: 'Open the sheet',
};

export const calendarText = (locale: Locale): CalendarText => (locale === 'ja' ? ja : en);
