import type { Locale } from '../../../shared/language/index.ts';
import type { Tag } from './operation.ts';
import { PROBLEMS, type ProblemCode } from './problem.ts';

/** What the API says to people: in problem documents and on its page. */
export interface ApiText {
  readonly title: string;
  readonly intro: string;
  readonly spec: string;
  readonly tokens: string;
  readonly tags: Readonly<Record<Tag, string>>;
  readonly problemsTitle: string;
  readonly problems: Readonly<Record<ProblemCode, string>>;
  readonly parameters: string;
  readonly answer: string;
  readonly listAnswer: string;
  readonly name: string;
  readonly kind: string;
  readonly meaning: string;
  readonly required: string;
  readonly rules: readonly string[];
  readonly noToken: string;
  readonly tokenDead: string;
  readonly ownerGone: string;
  fieldsUnknown(names: string, known: string): string;
  readonly twice: string;
  readonly queryUnreadable: string;
}

const ja: ApiText = {
  title: 'API',
  intro: 'Toban の記録を、ほかのシステムやスクリプトから読むための HTTP API です。',
  spec: 'OpenAPI 3.1 の定義',
  tokens: 'トークンの管理',
  tags: {
    me: '自分',
    calls: '呼び出し',
    rotas: '当番表',
    incidents: 'インシデント',
    'action-items': 'アクションアイテム',
  },
  problemsTitle: 'エラー',
  problems: {
    'bad-request': 'リクエストが読み取れません',
    unauthorized: 'トークンが必要です',
    'not-found': '見つかりません',
    'method-not-allowed': 'このメソッドは使えません',
    conflict: 'いまの状態ではできません',
    'too-many-requests': 'リクエストが多すぎます。少し待ってください',
    bug: 'Toban の不具合です。記録に残しました',
    unavailable: 'いま読み出せません。数秒待ってから、もう一度お試しください',
  },
  parameters: 'パラメーター',
  answer: '応答',
  listAnswer: '一覧（items）の1件。続きがあれば cursor に値が入ります。',
  name: '名前',
  kind: '型',
  meaning: '意味',
  required: '必須',
  rules: [
    'トークンは Authorization: Bearer ヘッダーで送ります。アドレスには入れないでください。',
    'トークンは作った人として動きます。非公開のインシデントは、その人に見えるものだけが見えます。',
    '時刻は RFC 3339 です。応答の時刻は UTC です。',
    '一覧は 25 件前後ずつです。cursor を次のリクエストに渡すと続きが読めます。null なら終わりです。',
    'fields=id,title のように書くと、その項目だけが返ります。',
    '応答の ETag を If-None-Match に渡すと、変わっていなければ 304 が返ります。',
    '1 つのトークンで 1 分に 600 回まで。RateLimit ヘッダーに残りの回数が入ります。超えると 429 と Retry-After が返ります。',
    'エラーは RFC 9457 の application/problem+json です。文の言語は Accept-Language で選べます。',
  ],
  noToken: 'Authorization: Bearer ヘッダーでトークンを送ってください。',
  tokenDead: 'このトークンは使えません。期限切れか、失効したか、間違っています。',
  ownerGone: 'トークンを作った人のアカウントが停止されています。',
  fieldsUnknown: (names, known) => `知らない項目です: ${names}。使えるもの: ${known}`,
  twice: '同じパラメーターが 2 回あります。',
  queryUnreadable: 'パラメーターに誤りがあります。',
};

const en: ApiText = {
  title: 'API',
  intro: 'An HTTP API with which other systems and scripts read what Toban keeps.',
  spec: 'OpenAPI 3.1 document',
  tokens: 'Manage tokens',
  tags: {
    me: 'Me',
    calls: 'Calls',
    rotas: 'Rotas',
    incidents: 'Incidents',
    'action-items': 'Action items',
  },
  problemsTitle: 'Errors',
  problems: {
    'bad-request': 'The request cannot be read',
    unauthorized: 'A token is needed',
    'not-found': 'There is no such thing',
    'method-not-allowed': 'This method cannot be used here',
    conflict: 'This cannot be done as things stand',
    'too-many-requests': 'Too many requests: wait a little',
    bug: 'This is a fault of Toban. It has been noted',
    unavailable: 'It cannot be read just now: wait some seconds and try again',
  },
  parameters: 'Parameters',
  answer: 'Answer',
  listAnswer: 'One of the list’s items. Where there are more, cursor holds a value.',
  name: 'Name',
  kind: 'Type',
  meaning: 'Meaning',
  required: 'required',
  rules: [
    'Send the token in the header Authorization: Bearer. Never put it into an address.',
    'A token acts as whoever made it. Of private incidents it sees those that this person may see.',
    'Times are RFC 3339; in answers they are UTC.',
    'A list comes in pages of about 25. Hand its cursor to the next request to read on; null is the end.',
    'fields=id,title answers with these fields alone.',
    'Hand an answer’s ETag back in If-None-Match: what has not changed is answered with 304.',
    'A token has 600 requests a minute. The RateLimit header says how many are left; beyond them the answer is 429 with Retry-After.',
    'Errors are application/problem+json (RFC 9457). Accept-Language chooses the language of their sentences.',
  ],
  noToken: 'Send a token in the header Authorization: Bearer.',
  tokenDead: 'This token opens nothing: it has expired, was revoked, or is wrong.',
  ownerGone: 'The account of whoever made this token is deactivated.',
  fieldsUnknown: (names, known) => `There is no field ${names}. Known are: ${known}`,
  twice: 'This parameter is given twice.',
  queryUnreadable: 'A parameter is wrong.',
};

export const apiText = (locale: Locale): ApiText => (locale === 'ja' ? ja : en);
export const problemCodes = Object.keys(PROBLEMS) as ProblemCode[];
