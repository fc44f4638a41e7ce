import type { Locale } from '../../shared/language/index.ts';

/** What the commands that ask Toban over HTTP say of themselves; what comes from Toban is in its own words. */
export interface AskText {
  readonly noCalls: string;
  readonly noIncidents: string;
  noRotas(name: string, known: string): string;
  readonly noRota: string;
  readonly nobody: string;
  readonly nothingKnown: string;
  readonly until: string;
  more(most: number): string;
  readonly bot: string;
  readonly facts: Readonly<
    Record<
      | 'status'
      | 'severity'
      | 'service'
      | 'since'
      | 'by'
      | 'asked'
      | 'called'
      | 'holder'
      | 'done'
      | 'incident'
      | 'roles'
      | 'impact'
      | 'room'
      | 'update'
      | 'flags',
      string
    >
  >;
  inquiries(count: number): string;
  vehicles(amount: string): string;
  users(amount: string): string;
  readonly private: string;
  readonly drill: string;
  /** `said`: what was given for an option that takes a time. */
  timeUnreadable(option: string, said: string): string;
  oneOf(option: string, values: readonly string[]): string;
  /** `said`: what was called; the ways that there are stand beneath. */
  noVerb(said: string): string;
  readonly oneRota: string;
  readonly limit: string;
  readonly noUrl: string;
  readonly noHttps: string;
  readonly noToken: string;
  /** Beneath what Toban says of a token that opens nothing. */
  newToken(address: string): string;
  /** Beneath "not found". */
  readonly notSeen: string;
  noReach(why: string): string;
  /** Somebody answered, but not Toban's API. */
  notToban(why: string): string;
}

const ja: AskText = {
  noCalls: '当てはまる呼び出しはありません。',
  noIncidents: '当てはまるインシデントはありません。',
  noRotas: (name, known) => `「${name}」という当番表はありません。あるもの: ${known}`,
  noRota: '当番表がありません。',
  nobody: '当番なし',
  nothingKnown: 'その時刻のことは分かりません',
  until: '〜',
  more: (most) => `${most} 件まで表示しました。続きは --limit で。`,
  bot: 'ボット',
  facts: {
    status: '状態',
    severity: '重要度',
    service: 'サービス',
    since: '開始',
    by: '宣言した人',
    asked: '依頼',
    called: '呼んだ人',
    holder: '対応している人',
    done: '完了',
    incident: 'インシデント',
    roles: '役割',
    impact: '影響',
    room: '対応チャンネル',
    update: '次の状況更新',
    flags: '種類',
  },
  inquiries: (count) => `問い合わせ ${count} 件`,
  vehicles: (amount) => `車両 ${amount}`,
  users: (amount) => `利用者 ${amount}`,
  private: '非公開',
  drill: '訓練',
  timeUnreadable: (option, said) =>
    `${option}「${said}」が読み取れません。例: 2026-12-31T23:00+09:00、2026-12-31、「明日 9:00」`,
  oneOf: (option, values) => `${option} は次のどれかです: ${values.join('、')}`,
  noVerb: (said) => `「${said}」という使い方はありません。次のどれかで呼び出してください。`,
  oneRota: '当番表の名前は 1 つだけ書いてください。書かなければすべてを表示します。',
  limit: '--limit は 1 から 10000 までの数です。',
  noUrl: 'TOBAN_URL に画面のアドレスを設定してください。例: https://toban.example.com',
  noHttps: 'TOBAN_URL は https:// で始めてください。途中でトークンを読まれないためです。',
  noToken: 'TOBAN_TOKEN にトークン（toban_…）を設定してください。管理者が /settings/tokens で作れます。',
  newToken: (address) => `管理者が ${address} で新しく作れます。TOBAN_TOKEN に設定してください。`,
  notSeen: '番号や ID を確かめてください。このトークンの持ち主に見えないものも、ないものとして扱います。',
  noReach: (why) => `Toban につながりません（${why}）。TOBAN_URL とネットワークを確かめてください。`,
  notToban: (why) =>
    `Toban ではないサーバーが応答しました（${why}）。TOBAN_URL には画面のアドレスだけを設定してください。例: https://toban.example.com`,
};

const en: AskText = {
  noCalls: 'No calls that fit.',
  noIncidents: 'No incidents that fit.',
  noRotas: (name, known) => `There is no rota "${name}". There are: ${known}`,
  noRota: 'There is no rota.',
  nobody: 'nobody',
  nothingKnown: 'nothing is known of that time',
  until: 'until',
  more: (most) => `Shown are ${most}. --limit shows more.`,
  bot: 'a bot',
  facts: {
    status: 'Status',
    severity: 'Severity',
    service: 'Service',
    since: 'Since',
    by: 'Declared by',
    asked: 'Asked by',
    called: 'Called',
    holder: 'Has it',
    done: 'Done',
    incident: 'Incident',
    roles: 'Roles',
    impact: 'Impact',
    room: 'Room',
    update: 'Next update',
    flags: 'Kind',
  },
  inquiries: (count) => (count === 1 ? '1 inquiry' : `${count} inquiries`),
  vehicles: (amount) => `${amount} vehicles`,
  users: (amount) => `${amount} users`,
  private: 'private',
  drill: 'drill',
  timeUnreadable: (option, said) =>
    `${option} "${said}" is no time that is understood. Such as 2026-12-31T23:00+09:00, 2026-12-31, "tomorrow 9:00".`,
  oneOf: (option, values) => `${option} is one of ${values.join(', ')}.`,
  noVerb: (said) => `There is no "${said}". Say one of these.`,
  oneRota: 'Name one rota, or none for all.',
  limit: '--limit is a number from 1 to 10000.',
  noUrl: 'Set TOBAN_URL to the address of the pages, such as https://toban.example.com.',
  noHttps: 'TOBAN_URL begins with https://, so that nobody on the way reads the token.',
  noToken: 'Set TOBAN_TOKEN to a token (toban_…) that an admin makes on /settings/tokens.',
  newToken: (address) => `An admin makes a new one on ${address}. Set TOBAN_TOKEN to it.`,
  notSeen: 'Check the number or id. What the owner of the token may not see counts as not there.',
  noReach: (why) => `Toban cannot be reached (${why}). Check TOBAN_URL and the network.`,
  notToban: (why) =>
    `Somebody answered who is not Toban (${why}). TOBAN_URL is the address of the pages and nothing behind it, such as https://toban.example.com.`,
};

export const askText = (locale: Locale): AskText => (locale === 'ja' ? ja : en);
