import type { Locale } from '../language/index.ts';
import type { PeriodRefusal } from './period.ts';

/** Every sentence about the load of a rota, plain text: the page escapes it. */
export interface LoadText {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly show: string;
  readonly spans: Readonly<
    Record<1 | 3, { readonly now: string; readonly before: string; readonly after: string }>
  >;
  readonly period: string;
  readonly columnsLabel: string;
  readonly chart: string;
  readonly parts: Readonly<Record<'day' | 'night' | 'weekend' | 'holiday', string>>;
  readonly average: string;
  readonly table: string;
  readonly name: string;
  readonly hours: string;
  readonly nights: string;
  readonly weekends: string;
  readonly holidays: string;
  readonly calls: string;
  readonly download: string;
  readonly none: { readonly title: string; readonly body: string };
  readonly notes: readonly string[];
  readonly csv: readonly string[];
  readonly refused: Readonly<Record<PeriodRefusal, string>>;
  hoursOf(ms: number): string;
  times(count: number): string;
  days(count: number): string;
  atNight(count: number): string;
  covered(covered: string, open: string | null, unknown: string | null): string;
  /** What a screen reader says of one bar. */
  bar(name: string, total: string): string;
  /** There are more calls than are counted. */
  countedFrom(time: string): string;
}

/** Hours with one decimal where there is one, and thousands set apart. */
const hoursIn = (ms: number, locale: string): string =>
  (Math.round(ms / 360_000) / 10).toLocaleString(locale, { maximumFractionDigits: 1 });

const ja: LoadText = {
  title: '当番の負担',
  from: '始まり',
  to: '終わり',
  show: '表示',
  spans: {
    1: { now: '今月', before: '前の月', after: '次の月' },
    3: { now: '今四半期', before: '前の四半期', after: '次の四半期' },
  },
  period: '期間',
  columnsLabel: '当番の種類',
  chart: '人ごとの時間',
  parts: { day: '平日の日中', night: '平日の深夜', weekend: '土日', holiday: '祝日・休日' },
  average: '平均',
  table: '人ごとの内訳',
  name: '名前',
  hours: '時間',
  nights: '深夜',
  weekends: '土日',
  holidays: '祝日・休日',
  calls: '呼び出し',
  download: 'CSV をダウンロード',
  none: {
    title: 'この期間の当番はまだありません',
    body: '当番表にこの期間の行を足すか、別の期間を選んでください。当番表を読み込む前の時期は集計できません。',
  },
  notes: [
    '深夜は22:00〜翌5:00です。土日と祝日の深夜は、深夜と土日・祝日の両方に入ります。',
    '一つのセルに複数の名前があるときは、最初に呼ばれる方の時間として数えます。',
    'ここ5週間とこれからの予定は、いまの当番表のとおりです。それより前は、その週の終わりの当番表のとおりです。',
    '呼び出しは当番の種類にかかわらず、この当番表で呼ばれた件数です。',
  ],
  csv: [
    '名前',
    'Slack ID',
    '合計（時間）',
    '深夜（時間）',
    '深夜（回）',
    '土日（時間）',
    '土日（日）',
    '祝日・休日（時間）',
    '祝日・休日（日）',
    '呼び出し（件）',
    '深夜の呼び出し（件）',
  ],
  refused: {
    'not-a-date': '日付が読み取れません。「2026-11-01」の形で入力してください。',
    backwards: '終わりが始まりより前です。日付を入れ替えてください。',
    'too-long': '期間は366日までです。短くしてください。',
    'out-of-range': '2000年から2199年までの日付を入力してください。',
  },
  hoursOf: (ms) => `${hoursIn(ms, 'ja-JP')}時間`,
  times: (count) => `${count}回`,
  days: (count) => `${count}日`,
  atNight: (count) => `深夜${count}件`,
  covered: (covered, open, unknown) =>
    [`当番あり ${covered}`, open && `当番なし ${open}`, unknown && `記録なし ${unknown}`]
      .filter(Boolean)
      .join(' · '),
  bar: (name, total) => `${name}さん ${total}`,
  countedFrom: (time) =>
    `呼び出しが多いため、${time} より後だけを数えています。期間を短くすると全部数えられます。`,
};

const en: LoadText = {
  title: 'Load',
  from: 'From',
  to: 'To',
  show: 'Show',
  spans: {
    1: { now: 'This month', before: 'Month before', after: 'Month after' },
    3: { now: 'This quarter', before: 'Quarter before', after: 'Quarter after' },
  },
  period: 'Period',
  columnsLabel: 'Kind of duty',
  chart: 'Hours per person',
  parts: { day: 'Weekdays', night: 'Weekday nights', weekend: 'Weekends', holiday: 'Holidays' },
  average: 'Average',
  table: 'Person by person',
  name: 'Name',
  hours: 'Hours',
  nights: 'Nights',
  weekends: 'Weekends',
  holidays: 'Holidays',
  calls: 'Calls',
  download: 'Download CSV',
  none: {
    title: 'Nobody is on duty in this period',
    body: 'Add rows for it to the sheet, or choose another period. Times before the sheet was first read cannot be counted.',
  },
  notes: [
    'Night is 22:00 to 05:00. A night at the weekend or on a holiday counts in both.',
    'Where a cell names several people, the hours are those of the one who is called first.',
    'The last five weeks and the time to come are as the sheet has them now; earlier weeks as it had them at their end.',
    'Calls are those in which somebody was called for this rota, whatever their kind of duty.',
  ],
  csv: [
    'Name',
    'Slack ID',
    'Hours',
    'Night hours',
    'Nights',
    'Weekend hours',
    'Weekend days',
    'Holiday hours',
    'Holidays',
    'Calls',
    'Calls at night',
  ],
  refused: {
    'not-a-date': 'That is not a date. Write it like 2026-11-01.',
    backwards: 'The period ends before it begins. Swap the dates.',
    'too-long': 'A period has 366 days at most. Make it shorter.',
    'out-of-range': 'Choose dates from 2000 to 2199.',
  },
  hoursOf: (ms) => `${hoursIn(ms, 'en-US')} h`,
  times: (count) => `${count}×`,
  days: (count) => (count === 1 ? '1 day' : `${count} days`),
  atNight: (count) => `${count} at night`,
  covered: (covered, open, unknown) =>
    [`${covered} covered`, open && `${open} with nobody`, unknown && `${unknown} not on record`]
      .filter(Boolean)
      .join(' · '),
  bar: (name, total) => `${name}: ${total}`,
  countedFrom: (time) =>
    `There are many calls: only those after ${time} are counted. A shorter period counts all.`,
};

export const loadText = (locale: Locale): LoadText => (locale === 'ja' ? ja : en);
