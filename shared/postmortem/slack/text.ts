import type { Locale } from '../../language/index.ts';

/** What Slack says of a postmortem, in both languages. Arguments are ready for mrkdwn. */
export interface PostmortemSlackText {
  head(state: string): string;
  lead(name: string): string;
  due(time: string): string;
  overdue(time: string): string;
  checklist(done: number, all: number): string;
  readonly merged: string;
  readonly buttons: Readonly<
    Record<'open' | 'ready' | 'published' | 'meeting' | 'check' | 'calendar', string>
  >;
  begun(label: string, title: string, due: string | null): string;
  readonly begunHow: string;
  late(label: string, title: string, due: string): string;
  leadLeft(name: string): string;
  left(items: string): string;
  readonly nothingLeft: string;
  more(count: number): string;
  meetingHead(label: string): string;
  readonly when: string;
  readonly notSet: string;
  where(link: string): string;
  readonly agenda: string;
  agendaItem(number: number, words: string): string;
  actionItems(count: number): string;
  reviewers(names: string): string;
  readonly onHold: string;
  published(label: string, title: string): string;
  readonly form: Readonly<
    Record<'title' | 'at' | 'minutes' | 'link' | 'linkHint' | 'send' | 'cancel' | 'wrongMinutes', string>
  >;
  readonly command: {
    readonly notInRoom: string;
    readonly open: string;
    readonly none: string;
    noneHere(label: string): string;
    readonly begin: string;
    readonly gone: string;
    readonly nothingOpen: string;
  };
  readonly invitation: string;
}

const ja: PostmortemSlackText = {
  head: (state) => `ポストモーテム ${state}`,
  lead: (name) => `担当: ${name}さん`,
  due: (time) => `期限: ${time}`,
  overdue: (time) => `期限を過ぎています（${time}）`,
  checklist: (done, all) => `チェックリスト ${done}/${all}`,
  merged: 'ほかのポストモーテムにまとめられました。文章は残っています',
  buttons: {
    open: '開く',
    ready: '準備完了にする',
    published: '公開する',
    meeting: '会議を設定',
    check: '残りを見る',
    calendar: '予定に追加',
  },
  begun: (label, title, due) =>
    `📝 ${label}「${title}」のポストモーテムの下書きができました。${due ? `期限は ${due} です。` : ''}`,
  begunHow:
    '時刻・影響・タイムラインは、記録から書いてあります。「未確認」の行を事実に置き換えて、レビュアーを決めてください。担当を替えるときは、ページで変更できます。',
  late: (label, title, due) =>
    `⏰ ${label}「${title}」のポストモーテムが、期限（${due}）を過ぎています。次の勤務日にもう一度お知らせします。期限はページで変えられます。`,
  leadLeft: (name) =>
    `まとめ役の${name}さんのアカウントは停止されています。ページでまとめ役を替えてください。`,
  left: (items) => `まだ準備完了にできません。残っているのは次のとおりです。\n${items}`,
  nothingLeft: 'チェックリストはすべて済んでいます。準備完了にできます。',
  more: (count) => `ほか${count}件`,
  meetingHead: (label) => `📅 ポストモーテムの会議 · ${label}`,
  when: '日時',
  notSet: '未定',
  where: (link) => `場所: ${link}`,
  agenda: '議題',
  agendaItem: (number, words) => `${number}. ${words}`,
  actionItems: (count) => `アクションアイテム ${count}件の担当者と期限`,
  reviewers: (names) => `レビュアー: ${names}`,
  onHold: '下書きに戻りました。会議は、もう一度準備完了になるまで保留です。',
  published: (label, title) => `📗 ${label}「${title}」のポストモーテムを公開しました。`,
  form: {
    title: '会議を設定',
    at: '日時',
    minutes: '長さ（分）',
    link: '会議のリンク',
    linkHint: 'https:// で始まるアドレス。なければ空のままで。',
    send: '設定する',
    cancel: 'やめる',
    wrongMinutes: '5から480までの数字で入力してください。',
  },
  command: {
    notInRoom:
      'この場所のインシデントがわかりません。対応チャンネルで使うか、`/postmortem INC-7` のように番号を付けてください。',
    open: '書きかけのポストモーテム',
    none: 'そのインシデントは見つかりません。番号を確かめてください（例: `/postmortem INC-7`）。',
    noneHere: (label) => `${label} にはまだポストモーテムがありません。`,
    begin: '書き始める',
    gone: 'このポストモーテムは見つかりません。',
    nothingOpen: '書きかけのポストモーテムはありません。',
  },
  invitation: 'ポストモーテムの会議',
};

/** Of a postmortem about no incident the label is empty. */
const named = (label: string, title: string): string => `${label} "${title}"`.trim();

const en: PostmortemSlackText = {
  head: (state) => `Postmortem: ${state}`,
  lead: (name) => `Lead: ${name}`,
  due: (time) => `Due: ${time}`,
  overdue: (time) => `Overdue since ${time}`,
  checklist: (done, all) => `Checklist ${done}/${all}`,
  merged: 'Joined into another postmortem; its words are kept',
  buttons: {
    open: 'Open',
    ready: 'Mark as ready',
    published: 'Publish',
    meeting: 'Set the meeting',
    check: 'What is left',
    calendar: 'Add to calendar',
  },
  begun: (label, title, due) =>
    `📝 The draft of the postmortem of ${named(label, title)} is there.${due ? ` It is due ${due}.` : ''}`,
  begunHow:
    'Times, impact and timeline are written from the record. Put facts in place of the lines "To confirm", and name reviewers. The page lets you hand it to somebody else.',
  late: (label, title, due) =>
    `⏰ The postmortem of ${named(label, title)} was due ${due}. You will hear of it again on a working day. Its page lets you move the date.`,
  leadLeft: (name) => `The account of its lead, ${name}, is deactivated. Choose another lead on its page.`,
  left: (items) => `It cannot be marked as ready yet. What is left:\n${items}`,
  nothingLeft: 'The checklist is done. It can be marked as ready.',
  more: (count) => `and ${count} more`,
  meetingHead: (label) => `📅 Postmortem meeting · ${label}`,
  when: 'When',
  notSet: 'not set yet',
  where: (link) => `Where: ${link}`,
  agenda: 'Agenda',
  agendaItem: (number, words) => `${number}. ${words}`,
  actionItems: (count) => `Action items (${count}): owners and due dates`,
  reviewers: (names) => `Reviewers: ${names}`,
  onHold: 'It is a draft again. The meeting waits until it is ready once more.',
  published: (label, title) => `📗 The postmortem of ${named(label, title)} is published.`,
  form: {
    title: 'Set the meeting',
    at: 'When',
    minutes: 'How long (minutes)',
    link: 'Link of the meeting',
    linkHint: 'An address that begins with https://. Leave it empty if there is none.',
    send: 'Set it',
    cancel: 'Cancel',
    wrongMinutes: 'Enter a number from 5 to 480.',
  },
  command: {
    notInRoom:
      'It is not clear which incident is meant. Use this in its channel, or add the number: `/postmortem INC-7`.',
    open: 'Postmortems being written',
    none: 'There is no such incident. Check the number, such as `/postmortem INC-7`.',
    noneHere: (label) => `${label} has no postmortem yet.`,
    begin: 'Begin it',
    gone: 'This postmortem is not there.',
    nothingOpen: 'No postmortem is being written.',
  },
  invitation: 'Postmortem meeting',
};

export const slackText = (locale: Locale): PostmortemSlackText => (locale === 'ja' ? ja : en);
