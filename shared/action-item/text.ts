import { dayText, type Locale } from '../language/index.ts';
import type { Field, Kind, Priority, State } from './model.ts';
import { LONGEST } from './rules.ts';

/** Everything that is said about action items. Names and titles go in as they are: escape them for where they are shown. */
export interface ActionItemText {
  readonly name: string;
  readonly states: Readonly<Record<State, string>>;
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly priorities: Readonly<Record<Priority, string>>;
  readonly fields: Readonly<Record<Field | 'state' | 'incident' | 'ownerName' | 'reason', string>>;
  readonly hints: {
    readonly owner: string;
    readonly ownerName: string;
    readonly due: string;
    readonly link: string;
    readonly incident: string;
    readonly reason: string;
  };
  readonly none: string;
  readonly nobody: string;
  san(name: string): string;
  /** `11/30(月)` */
  day(due: string): string;
  readonly noDue: string;
  due(day: string): string;
  overdue(days: number): string;
  readonly today: string;
  carried(weeks: number): string;
  readonly buttons: {
    readonly add: string;
    readonly create: string;
    readonly done: string;
    readonly start: string;
    readonly due: string;
    readonly edit: string;
    readonly save: string;
    readonly cancel: string;
    readonly reopen: string;
  };
  readonly refusals: {
    readonly titleEmpty: string;
    tooLong(what: string, most: number, length: number): string;
    readonly dueUnreadable: string;
    duePast(day: string): string;
    readonly link: string;
    ownerLeft(name: string): string;
    ownerBot(name: string): string;
    ownerOutside(name: string): string;
    ownerUnknown(name: string): string;
    readonly reason: string;
    readonly meanwhile: string;
    readonly incident: string;
    readonly gone: string;
  };
}

const ja: ActionItemText = {
  name: 'アクションアイテム',
  states: { open: '未着手', 'in-progress': '進行中', done: '完了', dropped: '見送り' },
  kinds: { prevent: '再発防止', detect: '検知', mitigate: '影響の軽減', process: '体制・手順' },
  priorities: { high: '高', medium: '中', low: '低' },
  fields: {
    title: 'すること',
    note: '詳細',
    owner: '担当',
    ownerName: '担当の名前（Slack にいない方）',
    due: '期限',
    priority: '優先度',
    kind: '種類',
    link: 'チケットのURL',
    state: '状態',
    incident: 'インシデント',
    reason: '見送る理由',
  },
  hints: {
    owner:
      '「自分」、名前、または Slack のメンバーID（U で始まる）。候補にない名前だけの方にはお知らせが届きません',
    ownerName: 'Slack のメンバーを選んだときは、そちらになります',
    due: 'この日の終わりまで',
    link: 'https:// で始まるURL',
    incident: 'INC-7 のように入力します。複数なら空白で区切ります',
    reason: '「見送り」にするときに入力します',
  },
  none: '指定なし',
  nobody: '担当なし',
  san: (name) => `${name}さん`,
  day: (due) => dayOf(due, 'ja'),
  noDue: '期限なし',
  due: (day) => `期限 ${day}`,
  overdue: (days) => `${days}日超過`,
  today: '今日まで',
  carried: (weeks) => `${weeks}週持ち越し`,
  buttons: {
    add: 'アクションアイテムを追加',
    create: '追加する',
    done: '完了にする',
    start: '着手する',
    due: '期限を変える',
    edit: '編集',
    save: '保存する',
    cancel: 'やめる',
    reopen: '未着手に戻す',
  },
  refusals: {
    titleEmpty: '何をするかを入力してください。',
    tooLong: (what, most, length) => `${what}は${most}文字までです（いま${length}文字）。短くしてください。`,
    dueUnreadable: '期限を 2026-11-30 のような日付で入力してください。',
    duePast: (day) => `${day} は過ぎています。今日以降の日付を選んでください。`,
    link: `https:// で始まるURLを入力してください（${LONGEST.link}文字まで。パスワードを含むものは使えません）。`,
    ownerLeft: (name) => `${name}さんのアカウントは停止されています。ほかの担当を選んでください。`,
    ownerBot: (name) => `${name} はアプリなので担当にできません。人を選んでください。`,
    ownerOutside: (name) =>
      `${name}さんはこの非公開インシデントを見られません。先に対応チャンネルへ招待するか、ほかの担当を選んでください。`,
    ownerUnknown: (name) => `${name} が Slack に見つかりません。メンバーIDを確かめてください。`,
    reason: '見送る理由を入力してください。',
    meanwhile:
      'ほかの人が先に変更したので、保存していません。入力した内容は残っています。今の内容を確かめて、もう一度保存してください。',
    incident: 'そのインシデントは見つかりません。INC-7 のような番号を確かめてください。',
    gone: 'このアクションアイテムは見つかりません。',
  },
};

const en: ActionItemText = {
  name: 'Action items',
  states: { open: 'Open', 'in-progress': 'In progress', done: 'Done', dropped: 'Dropped' },
  kinds: { prevent: 'Prevent', detect: 'Detect', mitigate: 'Mitigate', process: 'Process' },
  priorities: { high: 'High', medium: 'Medium', low: 'Low' },
  fields: {
    title: 'What to do',
    note: 'Details',
    owner: 'Owner',
    ownerName: 'Owner’s name (if not in Slack)',
    due: 'Due',
    priority: 'Priority',
    kind: 'Kind',
    link: 'URL of the ticket',
    state: 'State',
    incident: 'Incident',
    reason: 'Why it is dropped',
  },
  hints: {
    owner:
      '“me”, a name, or a Slack member ID (begins with U). Toban cannot remind a name that is not offered',
    ownerName: 'A member of Slack chosen above comes first',
    due: 'By the end of this day',
    link: 'Begins with https://',
    incident: 'Such as INC-7; several with spaces between',
    reason: 'Needed to drop it',
  },
  none: 'None',
  nobody: 'No owner',
  san: (name) => name,
  day: (due) => dayOf(due, 'en'),
  noDue: 'no due date',
  due: (day) => `due ${day}`,
  overdue: (days) => `${days} ${days === 1 ? 'day' : 'days'} overdue`,
  today: 'due today',
  carried: (weeks) => `carried over ${weeks} ${weeks === 1 ? 'week' : 'weeks'}`,
  buttons: {
    add: 'Add an action item',
    create: 'Add',
    done: 'Mark as done',
    start: 'Start',
    due: 'Change due date',
    edit: 'Edit',
    save: 'Save',
    cancel: 'Cancel',
    reopen: 'Reopen',
  },
  refusals: {
    titleEmpty: 'Enter what is to be done.',
    tooLong: (what, most, length) =>
      `${what} may have ${most} characters; this has ${length}. Please shorten it.`,
    dueUnreadable: 'Enter the due date as 2026-11-30.',
    duePast: (day) => `${day} has passed. Choose today or a later day.`,
    link: `Enter a URL that begins with https:// (at most ${LONGEST.link} characters, without a password in it).`,
    ownerLeft: (name) => `The account of ${name} is deactivated. Choose another owner.`,
    ownerBot: (name) => `${name} is an app and cannot own it. Choose a person.`,
    ownerOutside: (name) =>
      `${name} cannot see this private incident. Invite them to its channel first, or choose another owner.`,
    ownerUnknown: (name) => `${name} is not found in Slack. Check the member ID.`,
    reason: 'Enter why it is dropped.',
    meanwhile:
      'Somebody else changed it first, so nothing was saved. What you typed is still there: look at how it stands now and save again.',
    incident: 'There is no such incident. Check the number, such as INC-7.',
    gone: 'There is no such action item.',
  },
};

/** A calendar day has no zone: it is read and written in UTC. */
const dayOf = (due: string, locale: Locale): string => dayText(Date.parse(`${due}T00:00:00Z`), 'UTC', locale);

export const actionItemText = (locale: Locale): ActionItemText => (locale === 'ja' ? ja : en);
