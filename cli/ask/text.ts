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
  atUnreadable(text: string): string;
  noReach(why: string): string;
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
  atUnreadable: (text) => `--at「${text}」が読み取れません。例: 2026-12-31T23:00+09:00、「明日 9:00」`,
  noReach: (why) => `Toban につながりません（${why}）。TOBAN_URL とネットワークを確かめてください。`,
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
  atUnreadable: (text) =>
    `--at "${text}" is no time that is understood. Such as 2026-12-31T23:00+09:00, "tomorrow 9:00".`,
  noReach: (why) => `Toban cannot be reached (${why}). Check TOBAN_URL and the network.`,
};

export const askText = (locale: Locale): AskText => (locale === 'ja' ? ja : en);
