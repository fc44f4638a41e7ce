import type { Locale } from '../../../../shared/language/index.ts';

/** What the pages of action items say beyond what the noun says of itself everywhere. */
export interface ActionPageText {
  readonly unfinished: string;
  readonly all: string;
  readonly search: string;
  readonly searchHint: string;
  readonly more: string;
  readonly any: string;
  readonly owner: string;
  readonly me: string;
  readonly service: string;
  readonly overdueOnly: string;
  readonly sort: string;
  readonly sorts: { readonly due: string; readonly priority: string; readonly newest: string };
  readonly apply: string;
  readonly reset: string;
  readonly first: string;
  readonly next: string;
  readonly keys: string;
  readonly empty: { readonly title: string; readonly body: string };
  readonly noneFound: { readonly title: string; readonly body: string };
  readonly searchedOn: string;
  pick(title: string): string;
  readonly bulk: string;
  readonly bulkHint: string;
  readonly bulkState: string;
  readonly bulkDue: string;
  readonly bulkApply: string;
  readonly unchanged: string;
  readonly nothingPicked: string;
  readonly someRefused: string;
  readonly wrong: string;
  /** More than one has the name that was typed as the owner. */
  several(name: string): string;
  readonly history: string;
  readonly back: string;
  added(who: string): string;
  edited(who: string): string;
  moved(who: string, state: string): string;
  related(who: string): string;
  readonly relate: string;
  readonly reminded: string;
  readonly ownEmpty: string;
  readonly late: string;
}

const ja: ActionPageText = {
  unfinished: '未完了',
  all: 'すべて',
  search: 'すること',
  searchHint: '例: 証明書',
  more: '担当・種類・優先度・サービスで絞り込む',
  any: 'すべて',
  owner: '担当',
  me: '自分',
  service: 'サービス',
  overdueOnly: '期限超過だけ',
  sort: '並べ方',
  sorts: { due: '期限が近い順', priority: '優先度の高い順', newest: '新しい順' },
  apply: '絞り込む',
  reset: '条件を消す',
  first: '先頭に戻る',
  next: '続き',
  keys: 'キー操作: / 検索、j・k 上下、Enter 開く、x 選ぶ、e 編集、? この説明',
  empty: {
    title: 'アクションアイテムはまだありません',
    body: '対応チャンネルでメッセージのメニューから「アクションアイテムにする」を選ぶか、上の「アクションアイテムを追加」で加えられます。期限が近づくと、担当へ毎週お知らせします。',
  },
  noneFound: {
    title: '当てはまるアクションアイテムはありません',
    body: '条件を減らすか、言葉を変えてみてください。非公開インシデントのものは、招待された人にだけ表示されます。',
  },
  searchedOn: 'まだ探していない分があります。「続き」で探せます。',
  pick: (title) => `選ぶ: ${title}`,
  bulk: '選んだものをまとめて変更',
  bulkHint: '左の欄で選んだものを変更します',
  bulkState: '状態',
  bulkDue: '新しい期限',
  bulkApply: 'まとめて変更する',
  unchanged: '変えない',
  nothingPicked: '変更するものと、変更の内容を選んでください。',
  someRefused: '次のものは変更していません。ほかは変更しました。',
  wrong: '赤い欄を直して、もう一度押してください。入力した内容は残っています。',
  several: (name) => `「${name}」は何人もいます。Slack のメンバー ID で指定してください。`,
  history: '履歴',
  back: '一覧へ',
  added: (who) => `${who}さんが追加`,
  edited: (who) => `${who}さんが変更`,
  moved: (who, state) => `${who}さんが「${state}」にした`,
  related: (who) => `${who}さんが関連付けた`,
  relate: 'ほかのインシデントと関連付ける',
  reminded: '毎週のお知らせに載せた',
  ownEmpty: 'まだありません。',
  late: '期限超過',
};

const en: ActionPageText = {
  unfinished: 'Unfinished',
  all: 'All',
  search: 'What to do',
  searchHint: 'Such as: certificate',
  more: 'By owner, kind, priority or service',
  any: 'Any',
  owner: 'Owner',
  me: 'Me',
  service: 'Service',
  overdueOnly: 'Overdue only',
  sort: 'Order',
  sorts: { due: 'Due first', priority: 'Priority', newest: 'Newest' },
  apply: 'Filter',
  reset: 'Clear',
  first: 'Back to the start',
  next: 'More',
  keys: 'Keys: / search, j and k down and up, Enter open, x pick, e edit, ? this help',
  empty: {
    title: 'No action item yet',
    body: 'Choose “Add an action item” in a message’s menu in an incident’s room, or add one above. Each week its owner is reminded of what is due.',
  },
  noneFound: {
    title: 'No action item fits',
    body: 'Use fewer filters or other words. Those of private incidents are shown to those invited only.',
  },
  searchedOn: 'There is more to search: “More” goes on.',
  pick: (title) => `Pick: ${title}`,
  bulk: 'Change those picked',
  bulkHint: 'Changes all that are ticked',
  bulkState: 'State',
  bulkDue: 'New due date',
  bulkApply: 'Change all',
  unchanged: 'Leave as it is',
  nothingPicked: 'Tick what to change, and choose the change.',
  someRefused: 'These were not changed; all others were.',
  wrong: 'Correct the fields in red and press again. What you typed is still there.',
  several: (name) => `More than one is called “${name}”. Give the Slack member ID.`,
  history: 'History',
  back: 'To the board',
  added: (who) => `Added by ${who}`,
  edited: (who) => `Changed by ${who}`,
  moved: (who, state) => `Set to ${state} by ${who}`,
  related: (who) => `Related by ${who}`,
  relate: 'Relate to further incidents',
  reminded: 'In the weekly reminder',
  ownEmpty: 'None yet.',
  late: 'Overdue',
};

export const actionPageText = (locale: Locale): ActionPageText => (locale === 'ja' ? ja : en);
