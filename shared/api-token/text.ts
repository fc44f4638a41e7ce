import type { Locale } from '../language/index.ts';
import type { Scope, Standing } from './model.ts';

/** What the page about tokens says. Plain text: the page escapes it. */
export interface ApiTokenText {
  readonly title: string;
  readonly intro: string;
  readonly reference: string;
  readonly none: { readonly title: string; readonly body: string };
  readonly list: string;
  readonly standings: Readonly<Record<Standing, string>>;
  readonly scopes: Readonly<Record<Scope, string>>;
  /** Over the boxes of what it may do besides reading. */
  readonly may: string;
  readonly mayHint: string;
  readonly owner: string;
  readonly madeAt: string;
  readonly expires: string;
  readonly never: string;
  readonly lastUsed: string;
  readonly unused: string;
  revokedBy(name: string, time: string): string;
  readonly revoke: string;
  readonly revoked: string;
  readonly make: string;
  readonly name: string;
  readonly nameHint: string;
  days(days: number | null): string;
  readonly create: string;
  readonly older: string;
  readonly errors: { readonly name: string; readonly choice: string };
  readonly made: {
    readonly title: string;
    readonly once: string;
    readonly token: string;
    readonly use: string;
    readonly leaked: string;
    readonly back: string;
  };
}

const ja: ApiTokenText = {
  title: 'API トークン',
  intro:
    'ほかのシステムやスクリプトから Toban の記録を読み書きするための鍵です。作った人として動き、その人に見えるもの、できることに限られます。',
  reference: 'API の説明を見る',
  none: { title: 'トークンはまだありません', body: '下のフォームで作れます。' },
  list: '作成済みのトークン',
  standings: { active: '有効', expired: '期限切れ', revoked: '失効' },
  scopes: {
    read: '読み取り',
    'incidents:write': 'インシデントの宣言・更新・ランブックへの回答',
    'actions:write': 'アクションアイテムの追加・変更',
    'postmortems:write': 'ポストモーテムの編集・コメント',
    'runbooks:write': 'ランブックの登録・更新',
    export: 'すべてのデータの書き出し（管理者のみ）',
  },
  may: '読み取りのほかにできること',
  mayHint: '読み取りはいつでもできます。ほかは、必要なものだけ選んでください。',
  owner: '作成者',
  madeAt: '作成',
  expires: '期限',
  never: 'なし',
  lastUsed: '最後に使われた時刻',
  unused: 'まだ使われていません',
  revokedBy: (name, time) => `${name}さんが ${time} に失効させました`,
  revoke: '失効させる',
  revoked: 'トークンを失効させました。もう使えません。',
  make: 'トークンを作る',
  name: '名前',
  nameHint: '何に使うかが分かる名前に。例: 問い合わせ管理との連携',
  days: (days) => (days === null ? 'なし' : days === 365 ? '1年' : `${days}日`),
  create: '作る',
  older: '前のものを見る',
  errors: {
    name: '名前を 1〜80 文字で入力してください。',
    choice: '選択肢から選んでください。',
  },
  made: {
    title: 'トークンを作りました',
    once: 'トークンが表示されるのは、この一度だけです。いま控えてください。',
    token: 'トークン',
    use: '使うときは、HTTP のヘッダーに付けます。アドレスには入れないでください。',
    leaked: '人に知られたときは、すぐに失効させて作り直してください。',
    back: 'トークンの一覧へ',
  },
};

const en: ApiTokenText = {
  title: 'API tokens',
  intro:
    'Keys with which other systems and scripts read and change what Toban keeps. A token acts as whoever made it: it sees and does only what they may.',
  reference: 'Read about the API',
  none: { title: 'No tokens yet', body: 'Make one with the form below.' },
  list: 'Tokens',
  standings: { active: 'Active', expired: 'Expired', revoked: 'Revoked' },
  scopes: {
    read: 'Read',
    'incidents:write': 'Declare and change incidents, answer runbooks',
    'actions:write': 'Add and change action items',
    'postmortems:write': 'Edit and comment on postmortems',
    'runbooks:write': 'Push runbooks',
    export: 'Export all data (admins only)',
  },
  may: 'What it may do besides reading',
  mayHint: 'It can always read. Choose only what else it needs.',
  owner: 'Made by',
  madeAt: 'Made',
  expires: 'Expires',
  never: 'Never',
  lastUsed: 'Last used',
  unused: 'Not yet',
  revokedBy: (name, time) => `Revoked by ${name}, ${time}`,
  revoke: 'Revoke',
  revoked: 'The token is revoked. It opens nothing any more.',
  make: 'Make a token',
  name: 'Name',
  nameHint: 'Say what it is for, such as “ticket system”.',
  days: (days) => (days === null ? 'Never' : days === 365 ? '1 year' : `${days} days`),
  create: 'Make',
  older: 'Older ones',
  errors: {
    name: 'Enter a name of 1 to 80 characters.',
    choice: 'Choose one of the options.',
  },
  made: {
    title: 'Your token',
    once: 'The token is shown this one time only. Copy it now.',
    token: 'Token',
    use: 'Send it in an HTTP header. Never put it into an address.',
    leaked: 'If somebody else gets to know it, revoke it at once and make another.',
    back: 'Back to tokens',
  },
};

export const apiTokenText = (locale: Locale): ApiTokenText => (locale === 'ja' ? ja : en);
