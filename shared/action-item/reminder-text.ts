import type { Locale } from '../language/index.ts';

/** What the weekly reminder says, and what is answered in Slack. Arguments are ready for mrkdwn. */
export interface ReminderText {
  head(count: number, overdue: number): string;
  readonly allDone: string;
  more(count: number): string;
  readonly board: string;
  readonly mute: string;
  readonly muted: string;
  readonly unmuted: string;
  sumHead(overdue: number, due: number, noDue: number): string;
  overdue(count: number): string;
  due(count: number): string;
  readonly left: string;
  moreOwners(count: number): string;
  added(title: string, facts: string): string;
  addedWithout(why: string): string;
  readonly saved: string;
  readonly dueChanged: string;
  listHead(label: string): string;
  readonly listNone: string;
  readonly noIncident: string;
}

const ja: ReminderText = {
  head: (count, overdue) =>
    `期限の来るアクションアイテムが${count}件あります${overdue > 0 ? `（期限超過 ${overdue}件）` : ''}`,
  allDone: '期限の来るアクションアイテムはすべて片付きました',
  more: (count) => `ほかに${count}件あります。一覧で確かめてください。`,
  board: '一覧を開く',
  mute: '毎週のお知らせを止める',
  muted:
    'アクションアイテムの毎週のお知らせを止めました。再開するには `/incident action unmute` と入力してください。',
  unmuted: 'アクションアイテムの毎週のお知らせを再開しました。',
  sumHead: (overdue, due, noDue) =>
    `今週のアクションアイテム: 期限超過 ${overdue}件 · 7日以内 ${due}件${noDue > 0 ? ` · 期限なし ${noDue}件` : ''}`,
  overdue: (count) => `期限超過 ${count}件`,
  due: (count) => `7日以内 ${count}件`,
  left: 'アカウントが停止されています。担当を変えてください',
  moreOwners: (count) => `ほか${count}人`,
  added: (title, facts) => `アクションアイテムに加えました: *${title}*\n${facts}`,
  addedWithout: (why) => `${why} いまは担当なしで加えてあります。`,
  saved: '保存しました。',
  dueChanged: '期限を変えました。',
  listHead: (label) => `${label} のアクションアイテム`,
  listNone:
    'アクションアイテムはまだありません。メッセージのメニューの「アクションアイテムにする」か `/incident action <すること>` で加えられます。',
  noIncident: '対応チャンネルで使うか、`/incident action INC-7 <すること>` のように番号を付けてください。',
};

const en: ReminderText = {
  head: (count, overdue) =>
    `You have ${count} action ${count === 1 ? 'item' : 'items'} to do${overdue > 0 ? ` (${overdue} overdue)` : ''}`,
  allDone: 'All your action items that were due are settled',
  more: (count) => `${count} more are on the board.`,
  board: 'Open the board',
  mute: 'Stop this weekly message',
  muted: 'The weekly message about action items is off. Type `/incident action unmute` to have it again.',
  unmuted: 'The weekly message about action items is on again.',
  sumHead: (overdue, due, noDue) =>
    `Action items this week: ${overdue} overdue · ${due} due within 7 days${noDue > 0 ? ` · ${noDue} without a due date` : ''}`,
  overdue: (count) => `${count} overdue`,
  due: (count) => `${count} due within 7 days`,
  left: 'the account is deactivated: choose another owner',
  moreOwners: (count) => `and ${count} more people`,
  added: (title, facts) => `Added to the action items: *${title}*\n${facts}`,
  addedWithout: (why) => `${why} It is kept without an owner for now.`,
  saved: 'Saved.',
  dueChanged: 'The due date is changed.',
  listHead: (label) => `Action items of ${label}`,
  listNone:
    'No action items yet. Add one with “Add an action item” in a message’s menu, or `/incident action <what to do>`.',
  noIncident: 'Use it in an incident’s room, or name one: `/incident action INC-7 <what to do>`.',
};

export const reminderText = (locale: Locale): ReminderText => (locale === 'ja' ? ja : en);
