import type { Locale } from '../../language/index.ts';

/** The sentences of the timeline. Arguments are plain text, and so are the answers. */
export interface TimelineText {
  san(name: string): string;
  readonly list: string;
  more(count: number): string;
  readonly started: string;
  readonly detected: string;
  readonly acknowledged: string;
  declared(by: string | null, title: string): string;
  entered(by: string | null, title: string): string;
  imported(by: string, from: string): string;
  retold(by: string, from: string): string;
  numbered(label: string): string;
  described(by: string, title: string): string;
  status(by: string | null, to: string): string;
  corrected(by: string): string;
  roleGiven(role: string, to: string): string;
  roleFreed(role: string, by: string): string;
  inquiries(by: string | null, count: number): string;
  impact(by: string | null, facts: string): string;
  noImpact(by: string | null): string;
  alerts(count: number): string;
  severity(severity: string): string;
  overridden(by: string, severity: string): string;
  overrideCleared(by: string): string;
  readonly callLinked: string;
  wanted(names: string): string;
  calledIn(names: string): string;
  dutiesTicked(by: string): string;
  roomOpened(name: string, byAdmin: boolean): string;
  roomChanged(name: string, state: 'open' | 'archived' | 'outside'): string;
  joined(names: string): string;
  left(name: string): string;
  updatePosted(by: string): string;
  updateEdited(by: string): string;
  run(title: string, what: 'started' | 'done' | 'stopped', by: string | null): string;
  reason(words: string): string;
  files(names: string): string;
  readonly edited: string;
  readonly deleted: string;
  addedBy(name: string): string;
  other(type: string): string;
  head(label: string): string;
  readonly all: string;
  readonly nothing: string;
  added(label: string): string;
  noted(label: string, time: string): string;
  readonly emptyNote: string;
  readonly nowhere: string;
  readonly withdraw: string;
  readonly withdrawn: string;
}

const ja: TimelineText = {
  san: (name) => `${name}さん`,
  list: '、',
  more: (count) => `ほか${count}人`,
  started: '発生',
  detected: '検知',
  acknowledged: '対応開始',
  declared: (by, title) => `${by ? `${by}が` : ''}インシデントを宣言: ${title}`,
  entered: (by, title) => `${by ? `${by}が` : ''}事後に記録: ${title}`,
  imported: (by, from) => `${by}が取り込み（${from}）`,
  retold: (by, from) => `${by}が取り込み直し、取り込み元の変更を反映（${from}）`,
  numbered: (label) => `番号は ${label}`,
  described: (by, title) => `${by}が内容を変更: ${title}`,
  status: (by, to) => `${by ? `${by}が` : ''}ステータスを「${to}」に変更`,
  corrected: (by) => `${by}が記録を訂正`,
  roleGiven: (role, to) => `${role}: ${to}`,
  roleFreed: (role, by) => `${by}が${role}の担当を外した`,
  inquiries: (by, count) =>
    `${by ? `${by}が` : ''}問い合わせを${count < 0 ? `${-count}件減らした` : `${count}件加えた`}`,
  impact: (by, facts) => `${by ? `${by}が` : ''}影響を更新: ${facts}`,
  noImpact: (by) => `${by ? `${by}が` : ''}影響の数字を消した`,
  alerts: (count) => (count === 0 ? 'アラートは収まった' : `アラート ${count}件が発報中`),
  severity: (severity) => `重要度は ${severity}`,
  overridden: (by, severity) => `${by}が重要度を ${severity} に変更`,
  overrideCleared: (by) => `${by}が重要度を基準に戻した`,
  callLinked: '別の呼び出しを加えた',
  wanted: (names) => `招待: ${names}`,
  dutiesTicked: (by) => `${by}が法令上の対応の済みを記録`,
  calledIn: (names) => `重要度に応じて呼び出し: ${names}`,
  roomOpened: (name, byAdmin) => `対応チャンネル #${name} を作成${byAdmin ? '（管理者アカウントで）' : ''}`,
  roomChanged: (name, state) =>
    ({
      open: `対応チャンネルは #${name}`,
      archived: '対応チャンネルがアーカイブされた',
      outside: 'Toban が対応チャンネルから外された',
    })[state],
  joined: (names) => `参加: ${names}`,
  left: (name) => `退出: ${name}`,
  updatePosted: (by) => `${by}が状況を連絡`,
  updateEdited: (by) => `${by}が状況の連絡を修正`,
  run: (title, what, by) =>
    `${by ? `${by}が` : ''}ランブック「${title}」を${{ started: '開始', done: '完了', stopped: '中止' }[what]}`,
  reason: (words) => `理由: ${words}`,
  files: (names) => `ファイル: ${names}`,
  edited: '編集済み',
  deleted: '（メッセージは削除されました）',
  addedBy: (name) => `${name}が記録`,
  other: (type) => `記録: ${type}`,
  head: (label) => `${label} のタイムライン`,
  all: 'すべて見る',
  nothing: 'まだ何もありません。残したい発言に 📌 を付けてください。',
  added: (label) => `${label} のタイムラインに加えました。書かれた時刻に並びます。`,
  noted: (label, time) => `${label} のタイムラインに ${time} の出来事として加えました。`,
  emptyNote:
    '残したいことを続けて書いてください（例: `/incident note 12:05 サーバーを再起動した`）。時刻は省けます。',
  nowhere:
    'どのインシデントのことか分かりません。対応チャンネルか、インシデントになった呼び出しのスレッドで使ってください。ほかの場所のことは `/incident note INC-7 内容` で残せます。',
  withdraw: '取り消す',
  withdrawn: '取り消しました。発言に 📌 が付いている間は、タイムラインに残ります。',
};

const en: TimelineText = {
  san: (name) => name,
  list: ', ',
  more: (count) => `${count} more`,
  started: 'Started',
  detected: 'Detected',
  acknowledged: 'Acknowledged',
  entered: (by, title) =>
    `${by ? `${by} entered it after it was over` : 'Entered after it was over'}: ${title}`,
  imported: (by, from) => `Imported by ${by} (${from})`,
  retold: (by, from) => `${by} imported it again; changes at its source were taken over (${from})`,
  declared: (by, title) => `${by ? `${by} declared the incident` : 'The incident was declared'}: ${title}`,
  numbered: (label) => `It is ${label}`,
  described: (by, title) => `${by} changed the description: ${title}`,
  status: (by, to) => `${by ? `${by} set the status` : 'The status was set'} to ${to}`,
  corrected: (by) => `${by} corrected the record`,
  roleGiven: (role, to) => `${role}: ${to}`,
  roleFreed: (role, by) => `${by} made ${role} free again`,
  inquiries: (by, count) =>
    count < 0
      ? `${by ? `${by} took away` : 'Taken away:'} ${-count} inquiries`
      : `${by ? `${by} added` : 'Added:'} ${count} inquiries`,
  impact: (by, facts) => `${by ? `${by} changed the impact` : 'The impact changed'}: ${facts}`,
  noImpact: (by) => (by ? `${by} cleared the impact` : 'The impact was cleared'),
  alerts: (count) => (count === 0 ? 'No alert is firing any more' : `${count} alerts are firing`),
  severity: (severity) => `The severity is ${severity}`,
  overridden: (by, severity) => `${by} set the severity to ${severity}`,
  overrideCleared: (by) => `${by} left the severity to the rules again`,
  callLinked: 'Another call was added',
  wanted: (names) => `Asked in: ${names}`,
  dutiesTicked: (by) => `${by} noted what is done of the legal duties`,
  calledIn: (names) => `Called in by severity: ${names}`,
  roomOpened: (name, byAdmin) => `Room #${name} created${byAdmin ? ' (with the administrator account)' : ''}`,
  roomChanged: (name, state) =>
    ({
      open: `The room is #${name}`,
      archived: 'The room was archived',
      outside: 'Toban was removed from the room',
    })[state],
  joined: (names) => `Joined: ${names}`,
  left: (name) => `Left: ${name}`,
  updatePosted: (by) => `${by} posted an update`,
  updateEdited: (by) => `${by} corrected an update`,
  run: (title, what, by) => {
    const done = { started: 'started', done: 'completed', stopped: 'stopped' }[what];
    return by ? `${by} ${done} the runbook "${title}"` : `The runbook "${title}" was ${done}`;
  },
  reason: (words) => `Reason: ${words}`,
  files: (names) => `Files: ${names}`,
  edited: 'edited',
  deleted: '(the message was deleted)',
  addedBy: (name) => `added by ${name}`,
  other: (type) => `Recorded: ${type}`,
  head: (label) => `Timeline of ${label}`,
  all: 'See all of it',
  nothing: 'Nothing yet. Put 📌 on a message to keep it here.',
  added: (label) => `Added to the timeline of ${label}, at the time it was written.`,
  noted: (label, time) => `Added to the timeline of ${label}, as of ${time}.`,
  emptyNote:
    'Write what to keep after it (such as `/incident note 12:05 restarted the server`). The time may be left out.',
  nowhere:
    'It is not clear which incident this belongs to. Use it in the room of one, or in the thread of a call that became one. What happened elsewhere is kept by `/incident note INC-7 words`.',
  withdraw: 'Take it back',
  withdrawn: 'Taken back. While 📌 is on the message, it stays on the timeline.',
};

export const timelineText = (locale: Locale): TimelineText => (locale === 'ja' ? ja : en);
