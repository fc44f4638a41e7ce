import type { Locale } from '../language/index.ts';

/** What calendars show of shifts, and what the page about feeds says. Plain text: calendar and page escape it. */
export interface FeedText {
  role(column: string): string;
  shiftOf(role: string, names: readonly string[]): string;
  ownShift(role: string, rota: string): string;
  on(rota: string): string;
  order(names: readonly string[]): string;
  insteadOf(name: string): string;
  cell(cell: string): string;
  rotaFeed(rota: string): string;
  readonly ownFeed: string;

  readonly title: string;
  readonly intro: string;
  readonly own: string;
  readonly ownHelp: string;
  readonly rotas: string;
  readonly rotasHelp: string;
  readonly none: string;
  readonly active: string;
  readonly askEditor: string;
  madeAt(time: string, name: string): string;
  readonly make: string;
  readonly renew: string;
  readonly stop: string;
  readonly made: {
    readonly title: string;
    readonly once: string;
    readonly secret: string;
    readonly address: string;
  };
  readonly stopped: string;
  readonly oldDead: string;
  readonly how: { readonly title: string; readonly steps: readonly string[]; readonly slow: string };
  readonly back: string;
}

const ROLES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  ja: { primary: '当番', secondary: '副当番' },
  en: { primary: 'On duty', secondary: 'Second on duty' },
};

const ja: FeedText = {
  role: (column) => ROLES.ja[column] ?? column,
  shiftOf: (role, names) => `${role}: ${names.map((name) => `${name}さん`).join('、')}`,
  ownShift: (role, rota) => `${role} · ${rota}`,
  on: (rota) => `当番表: ${rota}`,
  order: (names) => `呼ぶ順: ${names.map((name) => `${name}さん`).join(' → ')}`,
  insteadOf: (name) => `代理（本来は ${name}さん）`,
  cell: (cell) => `表のセル: ${cell}`,
  rotaFeed: (rota) => `当番 · ${rota}`,
  ownFeed: '自分の当番',

  title: 'カレンダー連携',
  intro: '当番を、ふだんのカレンダーに表示できます。表の変更や代理も、カレンダーの次の更新で反映されます。',
  own: '自分の当番',
  ownHelp: 'すべての当番表から、自分のシフトだけを集めます。',
  rotas: '当番表ごと',
  rotasHelp: '全員のシフトが入ります。作ったアドレスは、必要な方に渡してください。',
  none: 'アドレスなし',
  active: '公開中',
  askEditor: '全員のシフトが入ります。アドレスが必要な方は、編集権限のある方に頼んでください。',
  madeAt: (time, name) => `${time} に ${name}さんが作成`,
  make: 'アドレスを作る',
  renew: '新しいアドレスにする',
  stop: '公開をやめる',
  made: {
    title: 'アドレスができました',
    once: 'このアドレスは今だけ表示されます。いまコピーして、カレンダーに登録してください。',
    secret:
      'アドレスを知っている人は誰でも見られます。漏れたときは「新しいアドレスにする」を押してください。',
    address: 'カレンダーのアドレス',
  },
  stopped: '公開をやめました。これまでのアドレスはもう使えません。',
  oldDead: '前のアドレスは使えなくなりました。',
  how: {
    title: '登録のしかた',
    steps: [
      'Google カレンダー: 左の「他のカレンダー」の＋ →「URL で追加」に貼り付ける',
      'iPhone・Mac:「照会カレンダーを追加」に貼り付ける',
      'Outlook:「予定表を追加」→「Web から購読」に貼り付ける',
    ],
    slow: '更新の間隔はカレンダーが決めます（Google では数時間かかることがあります）。急ぐ確認は Toban の画面か Slack の /oncall で。',
  },
  back: 'カレンダー連携に戻る',
};

const en: FeedText = {
  role: (column) => ROLES.en[column] ?? column,
  shiftOf: (role, names) => `${role}: ${names.join(', ')}`,
  ownShift: (role, rota) => `${role} · ${rota}`,
  on: (rota) => `Rota: ${rota}`,
  order: (names) => `Called in this order: ${names.join(' → ')}`,
  insteadOf: (name) => `Standing in for ${name}`,
  cell: (cell) => `Cell: ${cell}`,
  rotaFeed: (rota) => `On duty · ${rota}`,
  ownFeed: 'My duty',

  title: 'Calendar feeds',
  intro:
    'Shows duty in the calendar you use anyway. Edits of the sheet and covers come with its next update.',
  own: 'My duty',
  ownHelp: 'Your own shifts, gathered from every rota.',
  rotas: 'Rota by rota',
  rotasHelp: 'Everybody’s shifts. Hand the address to those who need it.',
  none: 'No address',
  active: 'Published',
  askEditor: 'Everybody’s shifts. If you need the address, ask somebody who may edit.',
  madeAt: (time, name) => `made at ${time} by ${name}`,
  make: 'Make an address',
  renew: 'Change the address',
  stop: 'Stop publishing',
  made: {
    title: 'The address is ready',
    once: 'It is shown this once only. Copy it now and add it to your calendar.',
    secret: 'Whoever knows the address can see the shifts. If it leaks, press “Change the address”.',
    address: 'Address for your calendar',
  },
  stopped: 'It is no longer published. The old address is dead.',
  oldDead: 'The old address is dead.',
  how: {
    title: 'How to add it',
    steps: [
      'Google Calendar: the + at “Other calendars” → “From URL”, and paste it',
      'iPhone and Mac: “Add Subscription Calendar”, and paste it',
      'Outlook: “Add calendar” → “Subscribe from web”, and paste it',
    ],
    slow: 'The calendar decides how often it looks (Google may take hours). To know at once, look here or ask /oncall in Slack.',
  },
  back: 'Back to calendar feeds',
};

export const feedText = (locale: Locale): FeedText => (locale === 'ja' ? ja : en);
