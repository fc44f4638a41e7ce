import type { Locale } from '../../../../shared/language/index.ts';

/** What the forms of a postmortem's page say. */
export interface FormsText {
  readonly people: string;
  readonly rename: string;
  readonly title: string;
  readonly lead: string;
  readonly leadLabel: string;
  readonly reviewers: string;
  readonly reviewersLabel: string;
  readonly others: string;
  readonly othersHint: string;
  /** More than one has this name. */
  several(name: string): string;
  readonly due: string;
  readonly dueLabel: string;
  readonly dueHint: string;
  readonly properties: string;
  readonly fillIn: string;
  readonly save: string;
  readonly noValue: string;
  readonly yes: string;
  readonly meeting: string;
  readonly setMeeting: string;
  readonly at: string;
  readonly minutes: string;
  readonly link: string;
  readonly linkHint: string;
  readonly noMeeting: string;
  readonly notReady: string;
  meetingAt(time: string, minutes: number): string;
  readonly cancelMeeting: string;
  readonly calendar: string;
  readonly agenda: string;
  actionItems(count: number): string;
  readonly linked: string;
  readonly join: string;
  readonly number: string;
  readonly numberHint: string;
  readonly unlink: string;
  readonly comments: string;
  readonly comment: string;
  readonly commentText: string;
  readonly about: string;
  readonly whole: string;
  readonly noComments: string;
  readonly resolve: string;
  readonly reopen: string;
  readonly resolved: string;
  readonly later: string;
  readonly wrongTime: string;
}

const ja: FormsText = {
  people: '人・期限・題名',
  rename: '題名を変える',
  title: '題名',
  lead: 'まとめ役を変える',
  leadLabel: 'まとめ役',
  reviewers: 'レビュアーを選ぶ',
  reviewersLabel: '読んでほしい人',
  others: 'ほかの人',
  othersHint: '名前、または Slack のメンバー ID（例: U0123ABCD）。複数は「、」で区切ります。',
  several: (name) => `「${name}」は何人もいます。Slack のメンバー ID で指定してください。`,
  due: '期限を変える',
  dueLabel: '期限',
  dueHint: '空にすると期限なしになります。',
  properties: '項目',
  fillIn: '項目を入力する',
  save: '保存する',
  noValue: '未入力',
  yes: 'はい',
  meeting: '会議',
  setMeeting: '会議を設定する',
  at: '日時',
  minutes: '長さ（分）',
  link: '会議のリンク',
  linkHint: 'https:// で始まるアドレス。なければ空のままで。',
  noMeeting: 'まだ設定されていません。',
  notReady: '会議は、準備完了になると設定できます。',
  meetingAt: (time, minutes) => `${time}（${minutes}分）`,
  cancelMeeting: '会議を取り消す',
  calendar: 'カレンダーに追加（.ics）',
  agenda: '議題',
  actionItems: (count) => `アクションアイテム ${count}件の担当者と期限`,
  linked: '対象のインシデント',
  join: 'インシデントを加える',
  number: 'インシデントの番号',
  numberHint: '例: INC-7。そちらの下書きは、言葉を残したまま保管されます。',
  unlink: '外す',
  comments: 'コメント',
  comment: 'コメントする',
  commentText: 'コメント',
  about: '対象',
  whole: '全体',
  noComments: 'まだコメントはありません。',
  resolve: '対応済みにする',
  reopen: '未対応に戻す',
  resolved: '対応済み',
  later: '続きを見る',
  wrongTime: '日時を読み取れません。例: 2026-11-30T14:00',
};

const en: FormsText = {
  people: 'People, due date, title',
  rename: 'Change the title',
  title: 'Title',
  lead: 'Change the lead',
  leadLabel: 'Lead',
  reviewers: 'Choose reviewers',
  reviewersLabel: 'Who should read it',
  others: 'Others',
  othersHint: 'Names, or Slack member IDs such as U0123ABCD, with commas between them.',
  several: (name) => `More than one is called “${name}”. Give the Slack member ID.`,
  due: 'Change the due date',
  dueLabel: 'Due',
  dueHint: 'Left empty, there is no due date.',
  properties: 'Properties',
  fillIn: 'Fill in the properties',
  save: 'Save',
  noValue: 'not filled in',
  yes: 'yes',
  meeting: 'Meeting',
  setMeeting: 'Set the meeting',
  at: 'When',
  minutes: 'How long (minutes)',
  link: 'Link of the meeting',
  linkHint: 'An address that begins with https://. Leave it empty if there is none.',
  noMeeting: 'Not set yet.',
  notReady: 'A meeting can be set once the postmortem is ready.',
  meetingAt: (time, minutes) => `${time}, ${minutes} minutes`,
  cancelMeeting: 'Call the meeting off',
  calendar: 'Add to a calendar (.ics)',
  agenda: 'Agenda',
  actionItems: (count) => `Action items (${count}): owners and due dates`,
  linked: 'Incidents it is about',
  join: 'Add an incident',
  number: 'Number of the incident',
  numberHint: 'Such as INC-7. The draft that it has is archived and keeps its words.',
  unlink: 'Take out',
  comments: 'Comments',
  comment: 'Comment',
  commentText: 'Comment',
  about: 'About',
  whole: 'the whole',
  noComments: 'No comments yet.',
  resolve: 'Mark as dealt with',
  reopen: 'Open again',
  resolved: 'dealt with',
  later: 'See more',
  wrongTime: 'This time cannot be read. Write it as 2026-11-30T14:00.',
};

export const formsText = (locale: Locale): FormsText => (locale === 'ja' ? ja : en);
