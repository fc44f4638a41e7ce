import { durationText, type Locale } from '../language/index.ts';
import type { Severity } from '../severity/index.ts';
import type { NumberName } from './figures.ts';
import type { Span } from './read-insights.ts';
import type { Spread } from './spread.ts';

/** Every sentence of the figures, plain text: the page escapes it. */
export interface InsightsText {
  readonly title: string;
  readonly period: string;
  readonly spans: Readonly<Record<Span, string>>;
  readonly earlier: string;
  readonly later: string;
  readonly now: string;
  readonly any: string;
  readonly service: string;
  readonly severity: string;
  readonly noService: string;
  readonly show: string;
  readonly incidents: string;
  readonly calls: string;
  readonly times: string;
  readonly byService: string;
  readonly bySeverity: string;
  readonly byRota: string;
  readonly hours: string;
  readonly hoursNote: string;
  readonly funnel: string;
  readonly load: string;
  readonly loadSpan: string;
  readonly weekly: string;
  readonly behind: string;
  readonly none: { readonly title: string; readonly body: string };
  readonly numbers: Readonly<Record<NumberName, { readonly name: string; readonly meaning: string }>>;
  readonly acknowledge: string;
  readonly step: string;
  readonly count: string;
  readonly late: string;
  readonly became: string;
  readonly answered: string;
  readonly unanswered: string;
  readonly median: string;
  readonly p90: string;
  readonly table: string;
  readonly download: string;
  readonly notes: readonly string[];
  readonly stages: Readonly<
    Record<'calls' | 'became' | 'incidents' | 'written' | 'published' | 'settled', string>
  >;
  readonly csv: {
    readonly group: string;
    readonly name: string;
    readonly groups: Readonly<Record<'step' | 'service' | 'severity' | 'rota', string>>;
    of(measure: string, what: 'n' | 'median' | 'p90' | 'pending' | 'invalid'): string;
  };
  range(first: string, last: string, zone: string): string;
  cases(count: number): string;
  hour(hour: number): string;
  /** The most that a chart reaches up to. */
  most(value: string): string;
  percent(part: number, whole: number): string;
  /** `n=12 · 未確定 2 · 無効 1`: never a number without what it is made of. */
  madeOf(spread: Spread): string;
  time(ms: number | null): string;
  /** What a screen reader says of a chart. */
  chart(name: string, total: string): string;
  severityOf(severity: Severity, count: number): string;
}

const ja: InsightsText = {
  title: '分析',
  period: '期間',
  spans: { '4w': '4週', '13w': '13週', '52w': '1年', '3y': '3年' },
  earlier: '前の期間',
  later: '次の期間',
  now: '今週まで',
  any: 'すべて',
  service: 'サービス',
  severity: '重要度',
  noService: 'サービスなし',
  show: '表示',
  incidents: 'インシデント',
  calls: '呼び出し',
  times: '対応にかかった時間',
  byService: 'サービスごと',
  bySeverity: '重要度ごと',
  byRota: '当番表ごとの呼び出し',
  hours: '時間帯',
  hoursNote: 'インシデントは気づいた時刻、呼び出しは届いた時刻で数えます。',
  funnel: '呼び出しから再発防止まで',
  load: '当番の負担',
  loadSpan: '期間の最後の4週間',
  weekly: 'この週の週報',
  behind: '一度にたくさんの記録が届いたため、一部がまだ入っていません。翌朝までに入ります。',
  none: {
    title: 'この期間には何もありません',
    body: '呼び出しやインシデントが記録されると、ここに集計が出ます。期間を変えることもできます。',
  },
  numbers: {
    ttd: { name: 'TTD', meaning: '発生から検知まで' },
    tta: { name: 'TTA', meaning: '検知から受領まで' },
    tti: { name: 'TTI', meaning: '受領から原因の特定まで' },
    ttf: { name: 'TTF', meaning: '特定から影響の解消まで' },
    ttr: { name: 'TTR', meaning: '検知から解決まで' },
  },
  acknowledge: '受領までの時間',
  step: '期間',
  count: '件数',
  late: '時間内に応答なし',
  became: 'インシデントになった',
  answered: '時間内に受領',
  unanswered: '受領なし',
  median: '中央値',
  p90: '90%',
  table: '表で見る',
  download: 'CSV をダウンロード',
  notes: [
    '件数は宣言した日で数えます。訓練と非公開のインシデントは入りません。',
    '中央値と90%（10件のうち9件が収まる時間）は、時刻がそろった件だけで計算します。未確定は時刻がまだないもの、無効は前後が矛盾しているものです。',
    '時刻を訂正すると、過去の期間の数字も計算し直します。',
  ],
  stages: {
    calls: '呼び出し',
    became: 'インシデントになった呼び出し',
    incidents: 'インシデント',
    written: 'ポストモーテムがある',
    published: 'ポストモーテムを公開した',
    settled: 'アクションアイテムがすべて片づいた',
  },
  csv: {
    group: '区分',
    name: '名前',
    groups: { step: '期間', service: 'サービス', severity: '重要度', rota: '当番表' },
    of: (measure, what) =>
      `${measure} ${{ n: '件数', median: '中央値（分）', p90: '90%（分）', pending: '未確定', invalid: '無効' }[what]}`,
  },
  range: (first, last, zone) => `${first} 〜 ${last}（${zone}）`,
  cases: (count) => `${count.toLocaleString('ja-JP')}件`,
  hour: (hour) => `${hour}時`,
  most: (value) => `最大 ${value}`,
  percent: (part, whole) => (whole === 0 ? '–' : `${Math.round((part / whole) * 100)}%`),
  madeOf: ({ n, pending, invalid }) =>
    [`n=${n}`, pending > 0 && `未確定 ${pending}`, invalid > 0 && `無効 ${invalid}`]
      .filter(Boolean)
      .join(' · '),
  time: (ms) => (ms === null ? '–' : durationText(ms, 'ja')),
  chart: (name, total) => `${name}: ${total}。値は下の表にあります。`,
  severityOf: (severity, count) => `${severity} ${count}件`,
};

const en: InsightsText = {
  title: 'Insights',
  period: 'Period',
  spans: { '4w': '4 weeks', '13w': '13 weeks', '52w': '1 year', '3y': '3 years' },
  earlier: 'Earlier',
  later: 'Later',
  now: 'To this week',
  any: 'All',
  service: 'Service',
  severity: 'Severity',
  noService: 'No service',
  show: 'Show',
  incidents: 'Incidents',
  calls: 'Calls for help',
  times: 'How long it took',
  byService: 'By service',
  bySeverity: 'By severity',
  byRota: 'Calls by rota',
  hours: 'Hours of the day',
  hoursNote: 'An incident counts in the hour in which somebody noticed, a call in the one in which it came.',
  funnel: 'From the call to the last action',
  load: 'Load of those on duty',
  loadSpan: 'the last four weeks of the period',
  weekly: 'Report of this week',
  behind:
    'A great many records have just come in: these figures are some minutes old and will catch up soon.',
  none: {
    title: 'Nothing happened in this period',
    body: 'Calls and incidents are counted here as they are recorded. You can also choose another period.',
  },
  numbers: {
    ttd: { name: 'TTD', meaning: 'from start to detection' },
    tta: { name: 'TTA', meaning: 'from detection to acknowledgement' },
    tti: { name: 'TTI', meaning: 'from acknowledgement to the cause' },
    ttf: { name: 'TTF', meaning: 'from the cause to the end of the impact' },
    ttr: { name: 'TTR', meaning: 'from detection to resolution' },
  },
  acknowledge: 'Time to acknowledge',
  step: 'Period',
  count: 'Count',
  late: 'No answer in time',
  became: 'Became an incident',
  answered: 'Acknowledged in time',
  unanswered: 'Not acknowledged',
  median: 'Median',
  p90: '90%',
  table: 'As a table',
  download: 'Download CSV',
  notes: [
    'An incident counts on the day it was declared. Drills and private incidents are left out.',
    'Median and 90% (nine in ten took no longer) are made only of those with both times. Pending: a time is still missing. Invalid: the times contradict each other.',
    'When a time is corrected, the numbers of its period change too, however long ago it was.',
  ],
  stages: {
    calls: 'Calls for help',
    became: 'Calls that became an incident',
    incidents: 'Incidents',
    written: 'With a postmortem',
    published: 'With a published postmortem',
    settled: 'With every action item settled',
  },
  csv: {
    group: 'Group',
    name: 'Name',
    groups: { step: 'period', service: 'service', severity: 'severity', rota: 'rota' },
    of: (measure, what) =>
      `${measure} ${{ n: 'n', median: 'median (min)', p90: '90% (min)', pending: 'pending', invalid: 'invalid' }[what]}`,
  },
  range: (first, last, zone) => `${first} to ${last} (${zone})`,
  cases: (count) => count.toLocaleString('en-US'),
  hour: (hour) => `${hour}:00`,
  most: (value) => `up to ${value}`,
  percent: (part, whole) => (whole === 0 ? '–' : `${Math.round((part / whole) * 100)}%`),
  madeOf: ({ n, pending, invalid }) =>
    [`n=${n}`, pending > 0 && `${pending} pending`, invalid > 0 && `${invalid} invalid`]
      .filter(Boolean)
      .join(' · '),
  time: (ms) => (ms === null ? '–' : durationText(ms, 'en')),
  chart: (name, total) => `${name}: ${total}. The values are in the table below.`,
  severityOf: (severity, count) => `${severity} ${count}`,
};

export const insightsText = (locale: Locale): InsightsText => (locale === 'ja' ? ja : en);
