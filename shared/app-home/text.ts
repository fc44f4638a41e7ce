import type { Locale } from '../language/index.ts';
import type { SpanKind } from '../rota/index.ts';

/** What the Home tab says. Arguments are ready for mrkdwn. */
export interface AppHomeText {
  readonly duty: string;
  readonly shifts: string;
  readonly calls: string;
  readonly noShifts: string;
  readonly noCalls: string;
  readonly items: string;
  readonly noItems: string;
  readonly allItems: string;
  readonly nobody: Readonly<Record<Exclude<SpanKind, 'people'>, string>>;
  readonly unread: string;
  san(name: string): string;
  readonly you: string;
  until(time: string): string;
  next(time: string, names: string): string;
  insteadOf(name: string): string;
  readonly now: string;
  readAt(time: string): string;
  stale(time: string, age: string): string;
  shownAt(time: string): string;
  asked(words: string): string;
  called(words: string): string;
  readonly calling: string;
  readonly nobodyLeft: string;
  held(name: string): string;
  readonly thread: string;
  readonly story: string;
  readonly buttons: { readonly call: string; readonly pages: string; readonly allCalls: string };
}

const ja: AppHomeText = {
  duty: 'いまの当番',
  shifts: '自分の当番（14日間）',
  calls: '自分に関わる呼び出し',
  noShifts: 'この14日間に当番はありません。',
  noCalls: '終わっていない呼び出しはありません。',
  items: '自分のアクションアイテム',
  noItems: '終わっていないアクションアイテムはありません。',
  allItems: '一覧を開く',
  nobody: {
    free: '当番なし（予定どおり）',
    gap: '⚠️ 空白（いま呼ぶと代わりの連絡先につながります）',
    ambiguous: '⚠️ 一人に決まりません（いま呼ぶと代わりの連絡先につながります）',
    unknown: '⚠️ 名前が見つかりません（いま呼ぶと代わりの連絡先につながります）',
    error: '⚠️ 数式エラー（いま呼ぶと代わりの連絡先につながります）',
    deactivated: '⚠️ 停止されたアカウント（いま呼ぶと代わりの連絡先につながります）',
  },
  unread: '⚠️ 当番表を読めません。いま呼ぶと代わりの連絡先につながります。',
  san: (name) => `${name}さん`,
  you: '（あなた）',
  until: (time) => `${time} まで`,
  next: (time, names) => `次: ${time} から ${names}`,
  insteadOf: (name) => `${name}さんの代理`,
  now: 'いま担当中',
  readAt: (time) => `${time} に表を確認`,
  stale: (time, age) => `⚠️ 表を読めないため ${time} の控えです（${age}前）`,
  shownAt: (time) => `${time} の内容です。開き直すと新しくなります。`,
  asked: (words) => `依頼: ${words}`,
  called: (words) => `呼ばれた件: ${words}`,
  calling: '🟥 *呼び出し中*',
  nobodyLeft: '🟥 *応答なし*',
  held: (name) => `🟨 *対応中* · ${name}`,
  thread: 'スレッド',
  story: '経緯',
  buttons: { call: '当番を呼ぶ', pages: 'ページを開く', allCalls: 'すべての呼び出し' },
};

const en: AppHomeText = {
  duty: 'On duty now',
  shifts: 'My shifts in the next 14 days',
  calls: 'Calls that concern me',
  noShifts: 'No shifts in these 14 days.',
  noCalls: 'No calls under way.',
  items: 'My action items',
  noItems: 'No unfinished action items.',
  allItems: 'Open the board',
  nobody: {
    free: 'Nobody, as planned',
    gap: '⚠️ A gap (a call now reaches the fallback)',
    ambiguous: '⚠️ Not one person (a call now reaches the fallback)',
    unknown: '⚠️ Unknown name (a call now reaches the fallback)',
    error: '⚠️ Formula error (a call now reaches the fallback)',
    deactivated: '⚠️ Deactivated account (a call now reaches the fallback)',
  },
  unread: '⚠️ The sheet cannot be read. A call now reaches the fallback.',
  san: (name) => name,
  you: ' (you)',
  until: (time) => `until ${time}`,
  next: (time, names) => `Next: ${names} from ${time}`,
  insteadOf: (name) => `standing in for ${name}`,
  now: 'on duty now',
  readAt: (time) => `sheet read at ${time}`,
  stale: (time, age) => `⚠️ The sheet cannot be read; this is the copy of ${time} (${age} old)`,
  shownAt: (time) => `As of ${time}. Open this tab again to refresh it.`,
  asked: (words) => `You asked: ${words}`,
  called: (words) => `You were called: ${words}`,
  calling: '🟥 *Calling*',
  nobodyLeft: '🟥 *No answer*',
  held: (name) => `🟨 *In hand* · ${name}`,
  thread: 'thread',
  story: 'what happened',
  buttons: { call: 'Call the person on duty', pages: 'Open the pages', allCalls: 'All calls' },
};

export const appHomeText = (locale: Locale): AppHomeText => (locale === 'ja' ? ja : en);
