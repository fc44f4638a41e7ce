import { clockTime, dayText, durationText, type Locale } from '../language/index.ts';
import { loadText, type PersonLoad } from '../load/index.ts';
import type { Span } from '../rota/index.ts';
import { SEVERITIES } from '../severity/index.ts';
import type { Digest } from './read.ts';

/** Every sentence of a digest, plain text: message and page escape it. */
export interface DigestText {
  /** Of the page. */
  readonly page: string;
  readonly happened: string;
  readonly open: string;
  readonly postmortems: string;
  readonly actionItems: string;
  readonly load: string;
  readonly ahead: string;
  readonly incidents: string;
  readonly calls: string;
  readonly acknowledge: string;
  readonly resolve: string;
  readonly trend: string;
  readonly weeks: string;
  readonly none: string;
  readonly quiet: string;
  readonly openPage: string;
  readonly earlier: string;
  readonly later: string;
  readonly figures: string;
  readonly list: string;
  readonly print: string;
  readonly running: string;
  title(digest: Pick<Digest, 'kind' | 'name' | 'period'>): string;
  range(digest: Pick<Digest, 'kind' | 'period'>, zone: string): string;
  /** `インシデント 3件（SEV1 1・SEV3 2）、先週より +1` */
  facts(digest: Digest): readonly string[];
  cases(count: number): string;
  than(now: number, before: number): string;
  time(ms: number | null): string;
  more(count: number): string;
  dueOn(day: string, owner: string | null): string;
  /** `小野 健さん 96時間（深夜 28時間）・呼び出し 3件` */
  carried(one: PersonLoad): string;
  gap(span: Span, zone: string): string;
  alt(digest: Digest): string;
}

const signed = (difference: number): string => (difference > 0 ? `+${difference}` : String(difference));
const between = ({ start, end }: Span, zone: string, locale: Locale): string =>
  `${dayText(start, zone, locale)} ${clockTime(start, zone)}–${dayText(end, zone, locale)} ${clockTime(end, zone)}`;

function severitiesOf({ incidents }: Digest, join: string): string {
  return SEVERITIES.filter((severity) => incidents.severities[severity] > 0)
    .map((severity) => `${severity} ${incidents.severities[severity]}`)
    .join(join);
}

const ja: DigestText = {
  page: '週報',
  happened: 'あったこと',
  open: '対応中のインシデント',
  postmortems: '期限を過ぎたポストモーテム',
  actionItems: '期限を過ぎたアクションアイテム',
  load: '当番の負担',
  ahead: '今後7日間で当番がいない時間',
  incidents: 'インシデント',
  calls: '呼び出し',
  acknowledge: '受領まで（中央値）',
  resolve: '解決まで（中央値）',
  trend: 'この13週のインシデント',
  weeks: '週',
  none: 'ありません',
  quiet: 'インシデントはありませんでした。対応中のもの、期限を過ぎたもの、当番のいない時間もありません。',
  openPage: 'ページで見る',
  earlier: '前の週',
  later: '次の週',
  figures: '分析を開く',
  list: '一覧を開く',
  print: '対応中、期限切れ、今後の当番は、いまの状態です。',
  running: '今週はまだ終わっていません。',
  title: ({ kind, name, period }) =>
    kind === 'weekly'
      ? `週報 ${name}（${short(period.first)}〜${short(period.last)}）`
      : `昨日のまとめ ${short(name)}`,
  range: ({ period }, zone) => `${period.first} 〜 ${period.last}（${zone}）`,
  facts: (digest) => {
    const { incidents, calls, before } = digest;
    const kinds = severitiesOf(digest, '・');
    const { acknowledged } = calls;
    return [
      `インシデント ${incidents.count}件${kinds ? `（${kinds}）` : ''}${before ? `、${ja.than(incidents.count, before.incidents)}` : ''}`,
      `呼び出し ${calls.count}件${before ? `、${ja.than(calls.count, before.calls)}` : ''}${acknowledged.n > 0 ? `、受領まで中央値 ${ja.time(acknowledged.median)}（n=${acknowledged.n}）` : ''}`,
    ];
  },
  cases: (count) => `${count}件`,
  than: (now, before) => (now === before ? '先週と同じ' : `先週より ${signed(now - before)}`),
  time: (ms) => (ms === null ? '–' : durationText(ms, 'ja')),
  more: (count) => `ほか ${count}件`,
  dueOn: (day, owner) => `期限 ${day}${owner ? ` · ${owner}さん` : ' · 担当未定'}`,
  carried: ({ name, total, night, calls }) => {
    const { hoursOf } = loadText('ja');
    return `${name}さん ${hoursOf(total)}${night > 0 ? `（深夜 ${hoursOf(night)}）` : ''}${calls > 0 ? `・呼び出し ${calls}件` : ''}`;
  },
  gap: (span, zone) =>
    `${between(span, zone, 'ja')} ${span.kind === 'gap' ? '当番なし' : `「${span.text}」が一人に決まりません`}${span.cell ? `（${span.cell}）` : ''}`,
  alt: (digest) => ja.facts(digest).join('。'),
};

const en: DigestText = {
  page: 'Weekly report',
  happened: 'What happened',
  open: 'Incidents under way',
  postmortems: 'Overdue postmortems',
  actionItems: 'Overdue action items',
  load: 'Load of those on duty',
  ahead: 'Times of the next 7 days with nobody on duty',
  incidents: 'Incidents',
  calls: 'Calls for help',
  acknowledge: 'Acknowledged (median)',
  resolve: 'Resolved (median)',
  trend: 'Incidents of these 13 weeks',
  weeks: 'week',
  none: 'None',
  quiet: 'No incident. Nothing is under way or overdue, and somebody is always on duty.',
  openPage: 'Open the page',
  earlier: 'Week before',
  later: 'Week after',
  figures: 'Open insights',
  list: 'Open the list',
  print: 'What is under way, overdue and ahead is as it stands now.',
  running: 'This week is not over yet.',
  title: ({ kind, name, period }) =>
    kind === 'weekly'
      ? `Week ${name} (${short(period.first)} to ${short(period.last)})`
      : `Yesterday, ${short(name)}`,
  range: ({ period }, zone) => `${period.first} to ${period.last} (${zone})`,
  facts: (digest) => {
    const { incidents, calls, before } = digest;
    const kinds = severitiesOf(digest, ', ');
    const { acknowledged } = calls;
    return [
      `Incidents: ${incidents.count}${kinds ? ` (${kinds})` : ''}${before ? `, ${en.than(incidents.count, before.incidents)}` : ''}`,
      `Calls for help: ${calls.count}${before ? `, ${en.than(calls.count, before.calls)}` : ''}${acknowledged.n > 0 ? `, acknowledged after ${en.time(acknowledged.median)} (median, n=${acknowledged.n})` : ''}`,
    ];
  },
  cases: (count) => String(count),
  than: (now, before) =>
    now === before ? 'as many as the week before' : `${signed(now - before)} on the week before`,
  time: (ms) => (ms === null ? '–' : durationText(ms, 'en')),
  more: (count) => `and ${count} more`,
  dueOn: (day, owner) => `due ${day} · ${owner ?? 'nobody yet'}`,
  carried: ({ name, total, night, calls }) => {
    const { hoursOf } = loadText('en');
    return `${name} ${hoursOf(total)}${night > 0 ? ` (${hoursOf(night)} at night)` : ''}${calls > 0 ? `, ${calls} ${calls === 1 ? 'call' : 'calls'}` : ''}`;
  },
  gap: (span, zone) =>
    `${between(span, zone, 'en')} ${span.kind === 'gap' ? 'nobody' : `“${span.text}” is not one person`}${span.cell ? ` (${span.cell})` : ''}`,
  alt: (digest) => `${en.facts(digest).join('. ')}.`,
};

/** `11/16` of `2026-11-16`. */
const short = (day: string): string => `${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))}`;

export const digestText = (locale: Locale): DigestText => (locale === 'ja' ? ja : en);
