import type { Locale } from '../language/index.ts';
import { link } from '../slack/index.ts';
import { DAY_MS, type Kind, LEAST_DAYS } from './schemas.ts';
import type { Why } from './verdict.ts';

/** What is said of retention. Plain text, which pages escape; `announced` is for Slack. */
export interface RetentionText {
  readonly kinds: Readonly<
    Record<Kind | 'webhookDeliveries', { readonly name: string; readonly what: string }>
  >;
  readonly lead: string;
  /** The file, as something to type. */
  readonly file: string;
  readonly forever: string;
  days(ms: number): string;
  /** A rule that is not followed yet. */
  readonly waiting: string;
  readonly untold: string;
  readonly nobody: string;
  readonly next: string;
  readonly goesNow: string;
  readonly staysNow: string;
  goes(count: number, more: boolean): string;
  readonly nothingGoes: string;
  span(from: string, to: string): string;
  stay(count: number): string;
  readonly why: Readonly<Record<Why, string>>;
  readonly show: string;
  readonly rest: string;
  readonly cut: string;
  readonly tryTitle: string;
  readonly tryLead: string;
  readonly kind: string;
  readonly olderThan: string;
  olderHint(least: number): string;
  readonly tryIt: string;
  readonly wrongDays: string;
  answer(kind: string, days: string): string;
  readonly log: string;
  readonly logNone: string;
  readonly logLead: string;
  readonly ids: string;
  announced(rules: Readonly<Partial<Record<Kind, number>>>, address: string | null): string;
  /** On a page that is not there. */
  gone(kind: string, days: string): string;
}

const daysOf = (ms: number): number => Math.round(ms / DAY_MS);

const ja: RetentionText = {
  kinds: {
    incidents: {
      name: 'インシデント',
      what: '解決または完了から数えます。タイムライン・ランブックの記録・ポストモーテム・アクションアイテム・元の呼び出しも一緒に消えます',
    },
    calls: {
      name: '呼び出し',
      what: '完了から数えます。インシデントになったものは、そのインシデントと一緒です',
    },
    actionItems: {
      name: 'アクションアイテム',
      what: '完了または中止から数えます。どのインシデントにも属さないものだけです',
    },
    alerts: { name: 'アラート', what: '収まってから数えます' },
    covers: { name: '代理・交代', what: '期間が終わってから数えます' },
    rotaReadings: {
      name: '当番表の履歴',
      what: '次に表が変わったときから数えます。それより前の負荷のグラフは描けなくなります',
    },
    undelivered: { name: '届かなかったメッセージ', what: '届かなかったときから数えます' },
    audit: { name: '操作の記録', what: '操作したときから数えます' },
    webhookDeliveries: { name: 'Webhook の送信の記録', what: '起きたときから数えます' },
  },
  lead: '期間を過ぎたものは、毎晩 4:20 から消えます。進行中のもの、終わっていないアクションアイテムがあるもの、法的保全中のものは消えません。消えたものは元に戻せません。Slack のチャンネルとメッセージは消しません。',
  file: '期間は toban.yaml の retention: で決めます。',
  forever: '消さない',
  days: (ms) => `${daysOf(ms)}日`,
  waiting: 'この期間は、まだ効いていません。Toban の担当者に知らせて、次の晩から消えます。',
  untold: 'これから知らせます。',
  nobody:
    '知らせる相手がいないため、消えません。toban.yaml の rotas の owners か web の admins に書いてください。',
  next: '残す期間と、次に消えるもの',
  goesNow: '次に消えるもの',
  staysNow: '残るもの',
  goes: (count, more) => `${count}件${more ? '以上' : ''}`,
  nothingGoes: 'ありません',
  span: (from, to) => `${from} から ${to} までに終わったもの`,
  stay: (count) => `期間を過ぎても残るもの: ${count}件`,
  why: {
    open: 'まだ終わっていない',
    'open-item': '終わっていないアクションアイテムがある',
    held: '法的保全中',
    entered: '取り込み・事後入力から30日たっていない',
    shared: '同じポストモーテムのほかのインシデントが残る',
    belongs: '残っているインシデントの呼び出し',
  },
  show: '内訳を見る',
  rest: 'ほかは省きました。すべては npm run toban -- retention preview --json で確かめられます。',
  cut: '件数が多いため、古いほうから一部だけを数えました。',
  tryTitle: '期間を決める前に確かめる',
  tryLead: '何も変わりません。',
  kind: '種類',
  olderThan: '残す日数',
  olderHint: (least) => `${least} 以上`,
  tryIt: '確かめる',
  wrongDays: `日数を ${LEAST_DAYS} 以上の数字で入れてください。`,
  answer: (kind, days) => `${kind}を${days}残すとき`,
  log: '消した記録',
  logNone: 'まだ何も消していません。',
  logLead: '件数と ID だけを残します。',
  ids: 'ID を見る',
  announced: (rules, address) =>
    [
      '保存期間の設定が変わりました。明日の 4:20 から、期間を過ぎた次のものが消えます。元に戻せません。',
      ...Object.entries(rules).map(
        ([kind, ms]) => `• ${ja.kinds[kind as Kind].name}: 終わってから ${ja.days(ms ?? 0)}`,
      ),
      address ? link(address, '何が消えるか確かめる') : '',
      '残すには、今日のうちに toban.yaml を直すか、法的保全にしてください。',
    ]
      .filter((line) => line !== '')
      .join('\n'),
  gone: (kind, days) => `${kind}は、終わってから ${days}だけ残します。それを過ぎたものは、もうありません。`,
};

const en: RetentionText = {
  kinds: {
    incidents: {
      name: 'Incidents',
      what: 'Counted from resolved or closed. Timeline, runs of runbooks, postmortem, action items and the calls it came from go with it',
    },
    calls: { name: 'Calls', what: 'Counted from done. Those that became an incident go with that' },
    actionItems: { name: 'Action items', what: 'Counted from done or dropped; only those of no incident' },
    alerts: { name: 'Alerts', what: 'Counted from when they ended' },
    covers: { name: 'Covers and swaps', what: 'Counted from the end of the cover' },
    rotaReadings: {
      name: 'Past states of the sheets',
      what: 'Counted from the next change of the sheet. Charts of load do not reach further back then',
    },
    undelivered: { name: 'Undelivered messages', what: 'Counted from when they were given up' },
    audit: { name: 'Audit log', what: 'Counted from when it was done' },
    webhookDeliveries: { name: 'Log of webhooks', what: 'Counted from what happened' },
  },
  lead: 'What is older goes each night from 4:20. What is under way, what has an unfinished action item and what is under legal hold never goes. What is gone cannot be brought back. Slack’s channels and messages are not deleted.',
  file: 'The rules stand in toban.yaml under retention:.',
  forever: 'kept for ever',
  days: (ms) => `${daysOf(ms)} days`,
  waiting: 'Not followed yet: those who answer for Toban are told first, and things go from the night after.',
  untold: 'They have not been told yet.',
  nobody:
    'There is nobody to tell, so nothing goes: name owners of a rota, or admins under web, in toban.yaml.',
  next: 'How long what is kept, and what goes next',
  goesNow: 'Goes next',
  staysNow: 'Stays',
  goes: (count, more) => `${count}${more ? ' or more' : ''}`,
  nothingGoes: 'nothing',
  span: (from, to) => `ended from ${from} to ${to}`,
  stay: (count) => `Older, and stays all the same: ${count}`,
  why: {
    open: 'not ended yet',
    'open-item': 'an action item is unfinished',
    held: 'under legal hold',
    entered: 'brought in less than 30 days ago',
    shared: 'another incident of the same postmortem stays',
    belongs: 'a call of an incident that stays',
  },
  show: 'Show which',
  rest: 'The rest is left out. All of it: npm run toban -- retention preview --json.',
  cut: 'There are many: only the oldest were counted.',
  tryTitle: 'Try a rule before it is written',
  tryLead: 'This changes nothing.',
  kind: 'Kind',
  olderThan: 'Days to keep',
  olderHint: (least) => `${least} or more`,
  tryIt: 'Try it',
  wrongDays: `Give a number of days, ${LEAST_DAYS} or more.`,
  answer: (kind, days) => `${kind}, kept for ${days}`,
  log: 'What went',
  logNone: 'Nothing has gone yet.',
  logLead: 'Only numbers and ids are kept of it.',
  ids: 'Show ids',
  announced: (rules, address) =>
    [
      'The rules of retention have changed. From tomorrow, 4:20, what is older than this is deleted, and cannot be brought back:',
      ...Object.entries(rules).map(
        ([kind, ms]) => `• ${en.kinds[kind as Kind].name}: ${en.days(ms ?? 0)} after the end`,
      ),
      address ? link(address, 'See what would go') : '',
      'To keep it, change toban.yaml today, or put it under legal hold.',
    ]
      .filter((line) => line !== '')
      .join('\n'),
  gone: (kind, days) => `${kind} are kept for ${days} after their end. What is older is no more.`,
};

export const retentionText = (locale: Locale): RetentionText => (locale === 'ja' ? ja : en);
