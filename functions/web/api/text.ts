import type { Role } from '../../../shared/access/index.ts';
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
  fileAnswer(type: string): string;
  readonly name: string;
  readonly kind: string;
  readonly meaning: string;
  readonly required: string;
  readonly rules: readonly string[];
  readonly noToken: string;
  readonly tokenDead: string;
  readonly ownerGone: string;
  readonly serviceUnknown: string;
  fieldsUnknown(names: string, known: string): string;
  readonly twice: string;
  readonly queryUnreadable: string;
  readonly kindNeeded: string;
  readonly incidentOrText: string;
  readonly body: string;
  readonly headers: string;
  readonly example: string;
  /** In which header, and what stands there. */
  readonly keyHeader: string;
  readonly matchHeader: string;
  readonly scope: string;
  readonly notJson: string;
  readonly bodyUnreadable: string;
  readonly bodyWrong: string;
  unknown(given: readonly string[], known: readonly string[]): string;
  scopeMissing(scope: string, words: string): string;
  roleMissing(role: Role, needed: Role): string;
  readonly keyNeeded: string;
  readonly keyUnreadable: string;
  readonly versionNeeded: string;
  readonly versionUnreadable: string;
  readonly meanwhile: string;
  readonly notAWeek: string;
  readonly sameLines: string;
  readonly otherRunbook: string;
  readonly runbookWrong: string;
  readonly tooManyRunbooks: string;
  noRunbook(id: string): string;
  readonly notThatStep: string;
  tooManyExports(most: number): string;
}

const ja: ApiText = {
  title: 'API',
  intro: 'Toban の記録を、ほかのシステムやスクリプトから読み書きするための HTTP API です。',
  spec: 'OpenAPI 3.1 の定義',
  tokens: 'トークンの管理',
  tags: {
    me: '自分',
    calls: '呼び出し',
    rotas: '当番表',
    incidents: 'インシデント',
    runbooks: 'ランブック',
    runs: 'ランブックの実行',
    postmortems: 'ポストモーテム',
    insights: '集計',
    audit: '監査ログ',
    'action-items': 'アクションアイテム',
    search: '検索',
    export: '書き出し',
  },
  problemsTitle: 'エラー',
  problems: {
    'bad-request': 'リクエストが読み取れません',
    unauthorized: 'トークンが必要です',
    forbidden: 'このトークンではできません',
    'not-found': '見つかりません',
    'method-not-allowed': 'このメソッドは使えません',
    conflict: 'いまの状態ではできません',
    'key-in-use': '同じ Idempotency-Key のリクエストを処理しています。少し待って、もう一度送ってください',
    'changed-meanwhile': '読み出した後に、ほかの人が変更しました。読み直してから送ってください',
    'too-large': '本文が大きすぎます（2 MB まで）',
    'not-json': '本文は JSON で送ってください',
    invalid: '本文の値に誤りがあります',
    'key-of-another': 'この Idempotency-Key は、内容の違うリクエストに使われています',
    'version-needed': 'If-Match ヘッダーが必要です',
    'too-many-requests': 'リクエストが多すぎます。少し待ってください',
    bug: 'Toban の不具合です。記録に残しました',
    unavailable: 'いま読み出せません。数秒待ってから、もう一度お試しください',
  },
  parameters: 'パラメーター',
  answer: '応答',
  listAnswer: '一覧（items）の1件。続きがあれば cursor に値が入ります。',
  fileAnswer: (type) =>
    `ファイル（${type}）。作りながら送るので、長さは先に分かりません。途中で切れた zip は開けません。`,
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
    '書き込みの本文は application/json です。トークンに要る権限は、操作ごとに書いてあります。',
    'Idempotency-Key を付けて送ったリクエストは、24 時間のうちに同じ内容で送り直しても一度しか実行されず、同じ応答が返ります。内容を変えると 422 になります。',
    '編集するときは、読み出した応答の ETag を If-Match に渡します。その後に変えられていれば 412 が返り、何も上書きしません。',
    'エラーは RFC 9457 の application/problem+json です。文の言語は Accept-Language で選べます。',
  ],
  noToken: 'Authorization: Bearer ヘッダーでトークンを送ってください。',
  tokenDead: 'このトークンは使えません。期限切れか、失効したか、間違っています。',
  serviceUnknown:
    'この ID トークンは使えません。宛先（audience）がこの Toban のアドレスで、期限内であり、toban.yaml の api.serviceAccounts にあるアカウントのものか確かめてください。',
  ownerGone: 'トークンを作った人のアカウントが停止されています。',
  fieldsUnknown: (names, known) => `知らない項目です: ${names}。使えるもの: ${known}`,
  twice: '同じパラメーターが 2 回あります。',
  queryUnreadable: 'パラメーターに誤りがあります。',
  kindNeeded: 'cursor は kind と一緒に指定してください。',
  incidentOrText: 'incident か text の、どちらか一方を指定してください。',
  body: '本文（JSON）',
  headers: 'ヘッダー',
  example: '例',
  keyHeader: '送り直しても一度だけ実行するための、リクエストごとの値（UUID など、200 文字まで）',
  matchHeader: '読み出した応答の ETag。* なら、何が書いてあっても上書きします',
  scope: '必要な権限',
  notJson: 'Content-Type: application/json で送ってください。',
  bodyUnreadable: '本文を JSON として読み取れません。',
  unknown: (given, known) => `知らない値です: ${given.join(', ')}。使えるもの: ${known.join(', ') || 'なし'}`,
  bodyWrong: '本文に誤りがあります。errors に、その場所と内容があります。',
  scopeMissing: (scope, words) =>
    `このトークンには ${scope}（${words}）の権限がありません。この権限を選んで、トークンを作り直してください。`,
  roleMissing: (role, needed) =>
    `この操作には ${needed} 以上のロールが必要ですが、トークンを作った人は ${role} です。`,
  keyNeeded: 'Idempotency-Key ヘッダーに、リクエストごとに違う値（UUID など）を付けてください。',
  keyUnreadable: 'Idempotency-Key は、空白を含まない 1〜200 文字の ASCII 文字にしてください。',
  versionNeeded:
    '読み出したときの ETag を If-Match ヘッダーに付けてください。* なら、何が書いてあっても上書きします。',
  versionUnreadable: 'If-Match には、読み出した応答の ETag を 1 つ、引用符も含めてそのまま付けてください。',
  sameLines: 'ほかの人が同じ行を変更しています。セクションを読み直し、両方を取り入れてから送ってください。',
  notAWeek: '週は 2026-W47 のように書いてください。',
  otherRunbook: '本文の先頭にある id と language が、アドレスのランブックと違います。',
  runbookWrong: 'ランブックに誤りがあるため、保存しませんでした。errors に、行・桁と直し方があります。',
  tooManyRunbooks: 'ランブックの数が上限に達しています。使っていないものに統合してください。',
  noRunbook: (id) => `「${id}」というランブックはありません。`,
  notThatStep: 'この手順では、その操作はできません。',
  tooManyExports: (most) => `書き出しは、1 つのトークンで 24 時間に ${most} 回までです。`,
  meanwhile: '読み出した後に、ほかの人が変更しました。読み直してから、もう一度送ってください。',
};

const en: ApiText = {
  title: 'API',
  intro: 'An HTTP API with which other systems and scripts read and change what Toban keeps.',
  spec: 'OpenAPI 3.1 document',
  tokens: 'Manage tokens',
  tags: {
    me: 'Me',
    calls: 'Calls',
    rotas: 'Rotas',
    incidents: 'Incidents',
    runbooks: 'Runbooks',
    runs: 'Runs',
    postmortems: 'Postmortems',
    insights: 'Insights',
    audit: 'Audit log',
    'action-items': 'Action items',
    search: 'Search',
    export: 'Export',
  },
  problemsTitle: 'Errors',
  problems: {
    'bad-request': 'The request cannot be read',
    unauthorized: 'A token is needed',
    forbidden: 'This token may not do that',
    'not-found': 'There is no such thing',
    'method-not-allowed': 'This method cannot be used here',
    conflict: 'This cannot be done as things stand',
    'key-in-use': 'A request with this Idempotency-Key is under way: wait a little and send it again',
    'changed-meanwhile': 'Somebody changed it after you read it: read it again, then send',
    'too-large': 'The body is too large: 2 MB at most',
    'not-json': 'Send the body as JSON',
    invalid: 'A value of the body is wrong',
    'key-of-another': 'This Idempotency-Key belongs to a request that said something else',
    'version-needed': 'The header If-Match is needed',
    'too-many-requests': 'Too many requests: wait a little',
    bug: 'This is a fault of Toban. It has been noted',
    unavailable: 'It cannot be read just now: wait some seconds and try again',
  },
  parameters: 'Parameters',
  answer: 'Answer',
  listAnswer: 'One of the list’s items. Where there are more, cursor holds a value.',
  fileAnswer: (type) =>
    `A file (${type}), sent as it is made: how long it is is not known beforehand. A zip that was cut off does not open.`,
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
    'The body of a write is application/json. Each operation says which scope its token needs.',
    'A request with an Idempotency-Key, sent again as it is within 24 hours, is carried out once and answered the same. With another body it is refused with 422.',
    'To edit, hand the ETag of what you read back in If-Match. If somebody changed it since, the answer is 412 and nothing is written over.',
    'Errors are application/problem+json (RFC 9457). Accept-Language chooses the language of their sentences.',
  ],
  noToken: 'Send a token in the header Authorization: Bearer.',
  tokenDead: 'This token opens nothing: it has expired, was revoked, or is wrong.',
  serviceUnknown:
    'This ID token opens nothing. Its audience must be the address of this Toban, its time not be over, and its account stand in api.serviceAccounts of toban.yaml.',
  ownerGone: 'The account of whoever made this token is deactivated.',
  fieldsUnknown: (names, known) => `There is no field ${names}. Known are: ${known}`,
  twice: 'This parameter is given twice.',
  queryUnreadable: 'A parameter is wrong.',
  kindNeeded: 'A cursor needs its kind.',
  incidentOrText: 'Give either incident or text.',
  body: 'Body (JSON)',
  headers: 'Headers',
  example: 'Example',
  keyHeader:
    'A value of this request’s own, such as a UUID (200 characters at most): sent again with it, it is carried out once.',
  matchHeader: 'The ETag of what you read. With * it is written over whatever stands there.',
  scope: 'Scope needed',
  notJson: 'Send it with Content-Type: application/json.',
  bodyUnreadable: 'The body cannot be read as JSON.',
  unknown: (given, known) => `There is no ${given.join(', ')}. Known are: ${known.join(', ') || 'none'}`,
  bodyWrong: 'The body is wrong; errors says where, and what.',
  scopeMissing: (scope, words) => `This token has no scope ${scope} (${words}). Make one that has it.`,
  roleMissing: (role, needed) =>
    `This needs the role ${needed}; whoever made the token has the role ${role}.`,
  keyNeeded: 'Send a header Idempotency-Key with a value of this request’s own, such as a UUID.',
  keyUnreadable: 'An Idempotency-Key has 1 to 200 ASCII characters and no spaces.',
  versionNeeded: 'Send the ETag that you read in the header If-Match; * writes over whatever stands there.',
  versionUnreadable: 'Send one ETag in If-Match, as it came, with its quotes.',
  sameLines: 'Somebody changed the same lines. Read the section again, take up both, then send.',
  notAWeek: 'Write a week as 2026-W47.',
  otherRunbook: 'The id and language at the top of the source name another runbook than the address.',
  runbookWrong:
    'The runbook has errors and was not saved; errors says at which line and column, and what to do.',
  tooManyRunbooks: 'There are as many runbooks as there can be: put two of them together first.',
  noRunbook: (id) => `There is no runbook ${id}.`,
  notThatStep: 'This cannot be done with that step.',
  tooManyExports: (most) => `A token has ${most} exports in 24 hours.`,
  meanwhile: 'Somebody changed it after you read it. Read it again, then send.',
};

export const apiText = (locale: Locale): ApiText => (locale === 'ja' ? ja : en);
export const problemCodes = Object.keys(PROBLEMS) as ProblemCode[];
