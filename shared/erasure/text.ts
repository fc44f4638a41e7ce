import type { Locale } from '../language/index.ts';
import type { Level, Phase } from './model.ts';
import type { ObstacleKind } from './obstacle-kinds.ts';

export interface ErasureText {
  readonly title: string;
  readonly lead: string;
  readonly bounds: { readonly title: string; readonly all: readonly string[] };
  readonly who: string;
  readonly whoHint: string;
  readonly whoWrong: string;
  readonly spellings: string;
  readonly spellingsHint: string;
  readonly as: string;
  readonly asHint: string;
  readonly asNew: string;
  readonly asBusy: string;
  readonly begin: string;
  readonly nothingYet: string;
  readonly past: string;
  readonly none: string;
  readonly phases: Readonly<Record<Phase, string>>;
  /** Before whom an erasure is of, as the admin typed it. */
  readonly whom: string;
  by(name: string, time: string): string;
  readonly looking: string;
  readonly erasing: string;
  seen(documents: number, pass: number): string;
  readonly where: string;
  readonly whereLead: string;
  readonly kind: string;
  readonly documents: string;
  readonly kinds: Readonly<Record<string, string>> & { readonly other: string };
  readonly nowhere: string;
  readonly names: string;
  readonly namesLead: string;
  readonly name: string;
  readonly texts: string;
  readonly howFar: string;
  readonly levels: Readonly<Record<Level, string>>;
  readonly others: string;
  readonly places: string;
  readonly obstacles: string;
  readonly obstaclesLead: string;
  /** What is so, and what to do first. `what`: a title, cells, a place in a file. */
  readonly obstacle: Readonly<Record<ObstacleKind, (what: string) => string>>;
  readonly lookAgain: string;
  readonly held: string;
  heldLead(count: number): string;
  readonly heldAfter: string;
  readonly confirm: string;
  becomes(pseudonym: string): string;
  readonly final: string;
  typed(said: string): string;
  readonly typedWrong: string;
  readonly run: string;
  readonly discard: string;
  readonly discardNote: string;
  done(pseudonym: string, documents: number): string;
  readonly doneNote: string;
  readonly stillWritten: string;
  readonly discarded: string;
}

const ja: ErasureText = {
  title: '個人情報の削除',
  lead: '退職した方などの名前と Slack ID を、記録から消して仮の名前に置き換えます。いつ何が起きたか、件数や時間の集計はそのまま残ります。',
  bounds: {
    title: 'ここでは消えないもの',
    all: [
      'Slack に投稿されたメッセージ（Slack の管理画面で消してください）',
      'スプレッドシートの当番表（先に名前を書き換えてください）',
      'Google ドキュメントに書き出したポストモーテム',
      'すでに保存した書き出し（zip）。そこから復元したら、もう一度削除してください',
      'Webhook でほかのシステムへ送った内容',
    ],
  },
  who: 'Slack ID または名前',
  whoHint:
    'Slack のアカウントがあった方は ID（U で始まります）を入れてください。取り込んだ記録にだけ名前がある方は、その名前を入れてください。',
  whoWrong: 'Slack ID（例: U0123ABCD）か名前を入れてください。',
  spellings: 'ほかの書き方（1行に1つ）',
  spellingsHint:
    '旧姓やローマ字など、記録に残っていそうな呼び方。ID と並んで記録された名前は自動で見つけます。',
  as: '置き換える名前',
  asHint: '前に削除した方の記録がまた見つかったときだけ、そのときの名前を選んでください。',
  asNew: '新しい仮の名前',
  asBusy: 'この仮の名前は、いまほかの方の削除に使われています。それが終わってから始めてください。',
  begin: 'どこにあるか調べる',
  nothingYet: '調べるだけでは何も書き換えません。',
  past: 'これまでの削除',
  none: 'まだありません。',
  phases: {
    looking: '調査中',
    looked: '確認待ち',
    erasing: '削除中',
    erased: '削除済み',
    discarded: '取りやめ',
  },
  whom: '対象の方',
  by: (name, time) => `${name}さん · ${time}`,
  looking: '記録を調べています。この画面を閉じても続きます。',
  erasing: '置き換えています。この画面を閉じても続きます。途中で止まっても、続きから再開します。',
  seen: (documents, pass) => `${pass} 巡目 · ${documents.toLocaleString('ja-JP')} 件を確認`,
  where: '見つかった場所',
  whereLead: 'この方の ID か名前を含む記録の数です。',
  kind: '種類',
  documents: '件数',
  kinds: {
    escalations: '呼び出し',
    incidents: 'インシデント',
    postmortems: 'ポストモーテム',
    'action-items': 'アクションアイテム',
    runs: 'ランブックの実行',
    runbooks: 'ランブックの版',
    templates: 'テンプレートの版',
    overrides: '代理・交代',
    duties: '当番の履歴と当番表の控え',
    alerts: 'アラート',
    audit: '操作の記録',
    preferences: '通知の設定（削除します）',
    'saved-filters': '保存した絞り込み（削除します）',
    feeds: 'カレンダーのアドレス（使えなくします）',
    'api-tokens': 'API トークン（失効させます）',
    'search-entries': '検索の索引（作り直します）',
    'webhook-deliveries': 'Webhook の送信記録',
    imported: '取り込みの控え',
    imports: '取り込みのファイル（消去します）',
    other: 'そのほか',
  },
  nowhere: 'どこにも見つかりませんでした。ID か名前を確かめてください。',
  names: '名前と、置き換える範囲',
  namesLead:
    '「名前だけの所」は、セルや項目に名前だけが書かれている所です。「文章の中」は、タイトルやメモ、ポストモーテムの本文などです。短い名前はほかの言葉の一部かもしれません（森 → 森林）。下の抜粋を見て選んでください。',
  name: '名前',
  texts: '文章の中',
  howFar: '範囲',
  levels: {
    own: 'ID と並ぶ所だけ',
    value: '名前だけの所も',
    text: '文章の中も',
  },
  others: '同じ名前の方がほかにもいます',
  places: '文章の中の抜粋',
  obstacles: '先に済ませること',
  obstaclesLead: 'このままでは困る人がいるか、すぐに名前が戻ります。済ませてから、もう一度調べてください。',
  obstacle: {
    account: () =>
      'Slack のアカウントがまだ有効です。Slack の管理画面で停止してください（停止すると、この画面へのログインも切れます）。',
    unasked: () => 'Slack のアカウントが停止済みか、確かめられませんでした。少し待って調べ直してください。',
    configuration: (what) => `toban.yaml の ${what} に書かれています。ほかの方に変えてください。`,
    rota: (what) =>
      `当番表に名前があります（${what}）。過ぎた日の欄も含めて、シートで書き換えてください。5週間前までの欄は読み直されます。`,
    members: (what) => `メンバー表に名前があります（${what}）。シートから行を消してください。`,
    cover: (what) => `これからの代理・交代があります（${what}）。取り消してください。`,
    incident: (what) =>
      `対応中のインシデントで役割を持っています${of(what)}。役割をほかの方に渡してください。`,
    postmortem: (what) => `書きかけのポストモーテムの担当です${of(what)}。担当を変えてください。`,
    'action-item': (what) => `終わっていないアクションアイテムの担当です${of(what)}。担当を変えてください。`,
    runbook: (what) => `ランブック「${what}」に書かれています。書き換えてください。`,
    admin: () => '接続している Slack 管理者のアカウントです。ほかの方のアカウントを接続してください。',
    import: (what) => `取り込みが動いています（${what}）。終わるまで待ってください。`,
  },
  lookAgain: 'もう一度調べる',
  held: '法的保全の対象',
  heldLead: (count) =>
    `次の ${count} 件は法的保全の対象です。この記録と、属するタイムライン・ポストモーテムなどには名前が残ります。`,
  heldAfter: '保全を解除してから、同じ仮の名前を選んでもう一度削除してください。',
  confirm: '確認',
  becomes: (pseudonym) => `記録では「${pseudonym}」になります。`,
  final:
    '元に戻せません。取り込みのためにアップロードされているファイルも、誰の名前を含むか分からないため消去します。',
  typed: (said) => `確認のため「${said}」と入力してください`,
  typedWrong: '入力が一致しません。もう一度入力してください。',
  run: '名前を消す',
  discard: '取りやめる',
  discardNote: '調べた結果は、取りやめたとき、または7日後に消えます。',
  done: (pseudonym, documents) =>
    `「${pseudonym}」に置き換えました（${documents.toLocaleString('ja-JP')} 件）。`,
  doneNote: '誰の記録だったかは、どこにも残していません。',
  stillWritten: '削除中にも記録が書き続けられていました。もう一度調べて確かめてください。',
  discarded: '取りやめました。何も書き換えていません。',
};

const of = (what: string): string =>
  what === '' ? '（非公開。参加している方に頼んでください）' : `（${what}）`;
const named = (what: string): string => (what === '' ? ' (private: ask those in it)' : ` (${what})`);

const en: ErasureText = {
  title: 'Erase a person',
  lead: 'Replaces the name and Slack ID of somebody who has left by a pseudonym, in every record. What happened when, and every count and time, stays as it is.',
  bounds: {
    title: 'What is not erased from here',
    all: [
      'Messages in Slack: delete them in Slack’s administration',
      'The rota in the spreadsheet: change the name there first',
      'Postmortems exported to Google Docs',
      'Exports (zip) already saved. After restoring one, erase again',
      'What webhooks have sent to other systems',
    ],
  },
  who: 'Slack ID or name',
  whoHint:
    'For somebody with a Slack account enter the ID (it begins with U). For somebody known from imported records only, enter the name.',
  whoWrong: 'Enter a Slack ID (such as U0123ABCD) or a name.',
  spellings: 'Other spellings (one a line)',
  spellingsHint: 'Former names and the like. Names recorded beside the ID are found by themselves.',
  as: 'Replace by',
  asHint: 'Choose an earlier one only where the records of the same person have turned up again.',
  asNew: 'A new pseudonym',
  asBusy: 'This pseudonym is being given to somebody else just now. Begin when that is over.',
  begin: 'Look where it stands',
  nothingYet: 'Looking changes nothing.',
  past: 'Erasures so far',
  none: 'None yet.',
  phases: {
    looking: 'looking',
    looked: 'to be confirmed',
    erasing: 'under way',
    erased: 'erased',
    discarded: 'called off',
  },
  whom: 'Person',
  by: (name, time) => `${name} · ${time}`,
  looking: 'Looking through the records. It goes on when you close this page.',
  erasing: 'Replacing. It goes on when you close this page, and from where it was if it is cut off.',
  seen: (documents, pass) => `pass ${pass} · ${documents.toLocaleString('en-US')} documents looked at`,
  where: 'Where it stands',
  whereLead: 'Documents that hold the person’s ID or name.',
  kind: 'Kind',
  documents: 'Documents',
  kinds: {
    escalations: 'Calls',
    incidents: 'Incidents',
    postmortems: 'Postmortems',
    'action-items': 'Action items',
    runs: 'Runbooks played',
    runbooks: 'Versions of runbooks',
    templates: 'Versions of templates',
    overrides: 'Covers and swaps',
    duties: 'History of duty, readings of the rota',
    alerts: 'Alerts',
    audit: 'Audit log',
    preferences: 'Notification settings (deleted)',
    'saved-filters': 'Saved filters (deleted)',
    feeds: 'Calendar addresses (stopped)',
    'api-tokens': 'API tokens (revoked)',
    'search-entries': 'Search index (made anew)',
    'webhook-deliveries': 'Log of webhooks',
    imported: 'What was imported',
    imports: 'Uploaded files (erased)',
    other: 'Everything else',
  },
  nowhere: 'Found nowhere. Check the ID or the name.',
  names: 'Names, and how far each is replaced',
  namesLead:
    '“Alone” is a cell or field that says the name and nothing else. Texts are titles, notes, the sections of postmortems and so on. A short name may be part of another word: look at the pieces below and choose.',
  name: 'Name',
  texts: 'In texts',
  howFar: 'Replace',
  levels: {
    own: 'only beside the ID',
    value: 'also where it stands alone',
    text: 'also within texts',
  },
  others: 'somebody else is called so, too',
  places: 'Pieces of texts',
  obstacles: 'To be settled first',
  obstaclesLead:
    'Somebody would miss the person here, or the name would be back at once. Settle it, then look again.',
  obstacle: {
    account: () =>
      'The Slack account is still active. Deactivate it in Slack (which also ends the session on these pages).',
    unasked: () => 'Slack could not say whether the account is deactivated. Wait a moment and look again.',
    configuration: (what) => `toban.yaml names them at ${what}. Put somebody else there.`,
    rota: (what) =>
      `The rota names them (${what}). Change the cells in the sheet, past days too: five weeks back are read again.`,
    members: (what) => `The members tab names them (${what}). Take the row out of the sheet.`,
    cover: (what) => `There is a cover or swap to come (${what}). Take it back.`,
    incident: (what) => `They have a role in an incident under way${named(what)}. Give it to somebody else.`,
    postmortem: (what) => `They lead a postmortem that is not published${named(what)}. Choose another lead.`,
    'action-item': (what) => `They own an unfinished action item${named(what)}. Choose another owner.`,
    runbook: (what) => `The runbook “${what}” names them. Edit it.`,
    admin: () => 'Theirs is the connected Slack administrator’s account. Connect another one.',
    import: (what) => `An import is under way (${what}). Wait until it is over.`,
  },
  lookAgain: 'Look again',
  held: 'Under legal hold',
  heldLead: (count) =>
    `The following (${count}) are under legal hold. They, and what belongs to them, keep the name.`,
  heldAfter: 'Once the hold is released, erase again and choose the same pseudonym.',
  confirm: 'Confirm',
  becomes: (pseudonym) => `The records will say “${pseudonym}”.`,
  final:
    'This cannot be undone. Files uploaded for an import are erased, too: nobody can say whom they name.',
  typed: (said) => `Type “${said}” to confirm`,
  typedWrong: 'That is not the same. Type it again.',
  run: 'Erase the name',
  discard: 'Call it off',
  discardNote: 'What the look has found is deleted when you call it off, or after seven days.',
  done: (pseudonym, documents) =>
    `Replaced by “${pseudonym}” in ${documents.toLocaleString('en-US')} documents.`,
  doneNote: 'Whose records they were is kept nowhere.',
  stillWritten: 'Records were still being written meanwhile. Look again to make sure.',
  discarded: 'Called off. Nothing was changed.',
};

export const erasureText = (locale: Locale): ErasureText => (locale === 'ja' ? ja : en);
