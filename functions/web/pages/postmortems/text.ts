import type { Locale } from '../../../../shared/language/index.ts';

/** What the pages of postmortems say beyond what the noun says of itself everywhere. */
export interface PostmortemPageText {
  readonly title: string;
  readonly tabs: Readonly<Record<'open' | 'all', string>>;
  readonly empty: { readonly title: string; readonly body: string };
  readonly noneOpen: { readonly title: string; readonly body: string };
  readonly noneFound: { readonly title: string; readonly body: string };
  readonly older: string;
  readonly newest: string;
  readonly keys: string;
  readonly back: string;
  readonly begin: string;
  readonly none: string;
  readonly lead: string;
  readonly noLead: string;
  readonly due: string;
  readonly noDue: string;
  overdue(time: string): string;
  readonly incidents: string;
  readonly noIncident: string;
  readonly reviewers: string;
  readonly noReviewers: string;
  readonly change: string;
  readonly secret: string;
  san(name: string): string;
  readonly merged: string;
  /** `what`: of which incident, which facts and when. */
  corrected(what: string, unread: boolean): string;
  readonly reason: string;
  readonly checklist: string;
  /** `count`: not done yet. */
  left(count: number): string;
  /** What can be done once nothing is left. */
  readonly afterwards: Readonly<Record<'draft' | 'ready', string>>;
  settled(count: number): string;
  /** Why something is not done, and what to do. */
  because(why: string, todo: string): string;
  readonly allDone: string;
  readonly tick: string;
  readonly untick: string;
  readonly document: string;
  readonly required: string;
  readonly blank: string;
  saved(time: string, by: string | null): string;
  toConfirm(count: number): string;
  readonly edit: string;
  readonly history: string;
  readonly exports: Readonly<Record<'title' | 'print' | 'markdown' | 'notion' | 'hint', string>>;
}

const ja: PostmortemPageText = {
  title: 'ポストモーテム',
  tabs: { open: '作成中', all: 'すべて' },
  empty: {
    title: 'まだポストモーテムはありません',
    body: 'インシデントを解決にすると、記録から下書きができます。インシデントのページからも始められます。',
  },
  noneOpen: { title: '作成中のものはありません', body: '公開したものは「公開済み」にあります。' },
  noneFound: { title: '当てはまるポストモーテムはありません', body: '上の別の状態を選んでください。' },
  older: '古いものへ',
  newest: '新しいものへ',
  keys: 'キー操作: j・k 上下、Enter 開く',
  back: 'ポストモーテムの一覧',
  begin: 'ポストモーテムを書き始める',
  none: 'まだ書き始めていません。',
  lead: 'まとめ役',
  noLead: '未定',
  due: '期限',
  noDue: 'なし',
  overdue: (time) => `${time} を過ぎています`,
  incidents: 'インシデント',
  noIncident: 'なし',
  reviewers: 'レビュアー',
  noReviewers: '未定',
  change: '変える',
  secret: '非公開',
  san: (name) => `${name}さん`,
  merged: '別のポストモーテムにまとめられました。',
  corrected: (what, unread) =>
    `公開したあとで訂正されました: ${what}。${unread ? '本文は訂正前のままかもしれません。' : ''}引用した数字や時刻は、インシデントのページで確かめてください。`,
  reason: '理由',
  checklist: 'チェックリスト',
  left: (count) => `あと${count}件です。`,
  afterwards: { draft: 'すべて済むと「準備完了」にできます。', ready: 'すべて済むと公開できます。' },
  settled: (count) => `済んだもの（${count}件）`,
  because: (why, todo) => `${why}${todo}`,
  allDone: 'すべて済んでいます。',
  tick: '済んだ',
  untick: '済んでいない',
  document: '本文',
  required: '必須',
  blank: 'まだ書かれていません。',
  saved: (time, by) => (by === null ? `${time} Toban` : `${time} ${by}さん`),
  toConfirm: (count) => `未確認 ${count}か所`,
  edit: '編集',
  history: '履歴',
  exports: {
    title: '書き出し',
    print: '印刷・PDF',
    markdown: 'Markdown',
    notion: 'Notion 用',
    hint: 'PDF にするには、印刷のページをブラウザの「PDF に保存」で保存します。Notion には「インポート」から取り込めます。',
  },
};

const en: PostmortemPageText = {
  title: 'Postmortems',
  tabs: { open: 'Being written', all: 'All' },
  empty: {
    title: 'There are no postmortems yet',
    body: 'When an incident is resolved, a draft is made from its record. One can also be begun from the page of an incident.',
  },
  noneOpen: { title: 'None is being written', body: 'Those that are finished stand under "Published".' },
  noneFound: { title: 'No postmortem fits', body: 'Choose another state above.' },
  older: 'Older',
  newest: 'Newest',
  keys: 'Keys: j and k up and down, Enter open',
  back: 'All postmortems',
  begin: 'Begin the postmortem',
  none: 'Not begun yet.',
  lead: 'Lead',
  noLead: 'nobody yet',
  due: 'Due',
  noDue: 'no date',
  overdue: (time) => `overdue since ${time}`,
  incidents: 'Incidents',
  noIncident: 'none',
  reviewers: 'Reviewers',
  noReviewers: 'nobody yet',
  change: 'Change',
  secret: 'Private',
  san: (name) => name,
  merged: 'It was joined into another postmortem.',
  corrected: (what, unread) =>
    `Corrected after it was published: ${what}. ${unread ? 'The text below may still say what was there before. ' : ''}Check numbers and times you have quoted on the page of the incident.`,
  reason: 'Reason',
  checklist: 'Checklist',
  left: (count) => `${count} left. `,
  afterwards: {
    draft: 'Once all are done, it can be marked as ready.',
    ready: 'Once all are done, it can be published.',
  },
  settled: (count) => `Done (${count})`,
  because: (why, todo) => `${why} ${todo}`,
  allDone: 'All done.',
  tick: 'Done',
  untick: 'Not done',
  document: 'Document',
  required: 'required',
  blank: 'Nothing is written yet.',
  saved: (time, by) => (by === null ? `${time} by Toban` : `${time} by ${by}`),
  toConfirm: (count) => `${count} to confirm`,
  edit: 'Edit',
  history: 'History',
  exports: {
    title: 'Export',
    print: 'Print or PDF',
    markdown: 'Markdown',
    notion: 'For Notion',
    hint: 'For a PDF, open the page to print and save it as PDF. In Notion, choose "Import".',
  },
};

export const postmortemPageText = (locale: Locale): PostmortemPageText => (locale === 'ja' ? ja : en);
