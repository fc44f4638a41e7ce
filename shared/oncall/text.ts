import type { PersonRefusal } from '../cover/index.ts';
import type { Locale } from '../language/index.ts';

/** Every sentence of `/oncall`. Arguments are escaped where they are a user's. */
export interface OncallText {
  column(id: string): string;
  san(name: string): string;
  readonly nobody: string;
  readonly free: string;
  until(time: string): string;
  next(time: string, who: string): string;
  readonly noNext: string;
  coverBy(asker: string): string;
  insteadOf(name: string): string;
  readonly noRota: string;
  readAt(time: string): string;
  readonly buttons: {
    readonly cover: string;
    readonly swap: string;
    readonly preview: string;
    readonly revoke: string;
    readonly confirm: string;
  };
  preview(name: string, days: number): string;
  more(count: number): string;
  allWell(name: string): string;
  problems(name: string, count: number): string;
  who(time: string): string;
  asOf(time: string): string;
  readonly notKept: string;
  readonly listHead: string;
  readonly listNone: string;
  readonly revokeNone: string;
  readonly revokeWhich: string;
  asked(missing: string): string;
  readonly standing: string;
  readonly confirm: string;
  readonly muted: string;
  readonly unmuted: string;
  readonly help: string;
  readonly refusals: {
    verb(word: string): string;
    days(word: string): string;
    readonly needPerson: string;
    readonly onePerson: string;
    unknownName(name: string): string;
    person(why: PersonRefusal['why'], name: string): string;
    whichRota(names: string): string;
    readonly notTheirs: string;
    shiftOf(name: string, part: string): string;
    readonly swapParts: string;
    readonly swapSelf: string;
    readonly stale: string;
    example(example: string): string;
  };
  readonly form: {
    readonly coverTitle: string;
    readonly swapTitle: string;
    readonly submit: string;
    readonly cancel: string;
    readonly rota: string;
    readonly taker: string;
    readonly takerHint: string;
    readonly start: string;
    readonly end: string;
    readonly mine: string;
    readonly other: string;
    readonly theirs: string;
    readonly timeHint: string;
    readonly column: string;
  };
}

const ja: OncallText = {
  column: (id) => ({ primary: '一次当番', secondary: '二次当番' })[id] ?? id,
  san: (name) => `${name}さん`,
  nobody: 'いません（呼び出しは代わりの連絡先に届きます）',
  free: 'なし（あえて空けてあります）',
  until: (time) => `${time} まで`,
  next: (time, who) => `次: ${who}（${time} から）`,
  noNext: '次: 当番表にまだありません',
  coverBy: (asker) => `代理（${asker}の依頼）`,
  insteadOf: (name) => `本来は${name}`,
  noRota: '当番表をまだ読めていません。',
  readAt: (time) => `当番表は ${time} に読んだものです`,
  buttons: {
    cover: '代理を頼む',
    swap: '交代',
    preview: '予定を見る',
    revoke: '取り消す',
    confirm: 'この時間で頼む',
  },
  preview: (name, days) => `*${name}* これから ${days} 日の読み取り結果`,
  more: (count) => `ほか ${count} 件。日数を減らすか、Web のカレンダーで見てください。`,
  allWell: (name) => `🟩 *${name}* の当番表に問題はありません。`,
  problems: (name, count) => `🟧 *${name}* の当番表に ${count} 件あります。`,
  who: (time) => `*${time} の当番*`,
  asOf: (time) => `当時の当番表（${time} に読んだもの）によります`,
  notKept: 'その時刻の当番表は残っていません。Toban が読み始めてからの時刻を指定してください。',
  listHead: '*これからの代理と交代*',
  listNone: 'これからの代理はありません。頼むには `/oncall cover @代わる人 明日18時から22時`',
  revokeNone: '取り消せる代理はありません。`/oncall list` ですべての代理を見られます。',
  revokeWhich: 'どれを取り消しますか。',
  asked: (missing) => `依頼しました。${missing}の承諾を待っています。承諾までは当番表のとおりです。`,
  standing: '決まりました。関係する方に伝えます。',
  confirm: '時刻がなかったので、次のように読みました。よければ押してください。',
  muted:
    '引き継ぎの DM を止めました。当番が変わったときと呼び出しは、これまでどおり届きます。戻すには `/oncall unmute`',
  unmuted: '引き継ぎの DM を再開しました。止めるには `/oncall mute`',
  help: [
    '*/oncall の使い方*（時刻はワークスペースのタイムゾーンです）',
    '`/oncall` 今と次の当番',
    '`/oncall who 12/31 23:00` その時刻の当番（過去も未来も）',
    '`/oncall preview 14d` Toban がどう読み取ったか',
    '`/oncall check` 当番表の間違い探し',
    '`/oncall cover @代わる人 明日18時から22時` 代理を頼む（`@me` なら自分が引き受ける）',
    '`/oncall swap 11/26 @相手 11/28` 自分の当番と相手の当番を交代する',
    '`/oncall list` これからの代理 · `/oncall revoke` 取り消す',
    '`/oncall mute` / `unmute` 引き継ぎの DM を止める・戻す',
  ].join('\n'),
  refusals: {
    verb: (word) => `「${word}」という使い方はありません。`,
    days: (word) => `「${word}」を日数として読めません。1〜60日で、「14d」「2週間」のように書いてください。`,
    needPerson: '代わる人を @ で選んでください。',
    onePerson: '代わる人は一人だけ選んでください。',
    unknownName: (name) => `「@${name}」さんが Slack に見つかりません。@ を打って候補から選んでください。`,
    person: (why, name) =>
      ({
        'unknown-person': `${name} を Slack で確かめられません。@ を打って候補から選び直してください。`,
        deactivated: `${name}さんのアカウントは停止されています。ほかの方を選んでください。`,
        bot: `${name} はアプリなので当番になれません。人を選んでください。`,
        'single-channel': `${name}さんは一つのチャンネルだけのゲストで、対応チャンネルに入れません。ほかの方を選ぶか、マルチチャンネルゲストに変えてもらってください。`,
      })[why],
    whichRota: (names) => `どの当番表のことか、最後に書いてください: ${names}`,
    notTheirs: 'その時間の当番ではありません。',
    shiftOf: (name, part) =>
      `「${part}」の${name}さんの当番が当番表に見つかりません。\`/oncall preview\` で確かめてください。`,
    swapParts: '自分の当番の日と、相手の当番の日の両方を書いてください。',
    swapSelf: '交代には二人が必要です。相手を @ で選んでください。',
    stale: 'このボタンはもう使えません。もう一度コマンドを打ってください。',
    example: (example) => `例: \`${example}\``,
  },
  form: {
    coverTitle: '代理を頼む',
    swapTitle: '当番を交代する',
    submit: '頼む',
    cancel: 'やめる',
    rota: '当番表',
    taker: '代わる人',
    takerHint: '自分が引き受けるなら自分を選びます',
    start: '始まり',
    end: '終わり',
    mine: '自分の当番の日時',
    other: '相手',
    theirs: '相手の当番の日時',
    timeHint: '例: 11/26、明日18時から22時',
    column: '当番の種類',
  },
};

const en: OncallText = {
  column: (id) => ({ primary: 'Primary', secondary: 'Secondary' })[id] ?? id,
  san: (name) => name,
  nobody: 'nobody (calls go to the fallback)',
  free: 'nobody, on purpose',
  until: (time) => `until ${time}`,
  next: (time, who) => `Next: ${who} (from ${time})`,
  noNext: 'Next: not in the sheet yet',
  coverBy: (asker) => `cover, asked for by ${asker}`,
  insteadOf: (name) => `instead of ${name}`,
  noRota: 'The sheet has not been read yet.',
  readAt: (time) => `The sheet as read at ${time}`,
  buttons: {
    cover: 'Ask for cover',
    swap: 'Swap',
    preview: 'See the plan',
    revoke: 'Revoke',
    confirm: 'Ask for this time',
  },
  preview: (name, days) => `*${name}* as understood for the next ${days} days`,
  more: (count) => `${count} more: ask for fewer days, or see the calendar on the web.`,
  allWell: (name) => `🟩 The sheet of *${name}* is in order.`,
  problems: (name, count) => `🟧 The sheet of *${name}*: ${count} to look at.`,
  who: (time) => `*On duty at ${time}*`,
  asOf: (time) => `By the sheet of that time (read ${time})`,
  notKept: 'The sheet of that time was not kept. Choose a time after Toban began to read it.',
  listHead: '*Covers and swaps to come*',
  listNone: 'There are no covers to come. Ask for one: `/oncall cover @colleague tomorrow 6pm to 10pm`',
  revokeNone: 'There is no cover that you can revoke. `/oncall list` shows all.',
  revokeWhich: 'Which one should be revoked?',
  asked: (missing) => `Asked. Waiting for ${missing} to accept; until then duty goes by the sheet.`,
  standing: 'Done. Those it touches are told.',
  confirm: 'There was no time of day, so it was read like this. Press if it is right.',
  muted:
    'No more direct messages about handovers. Changes of your duty and calls still reach you. Undo: `/oncall unmute`',
  unmuted: 'Direct messages about handovers are on again. Stop them: `/oncall mute`',
  help: [
    "*How to use /oncall* (times are in the workspace's zone)",
    '`/oncall` who is on duty now and next',
    '`/oncall who 12/31 23:00` who is, was or will be on duty then',
    '`/oncall preview 14d` what Toban understood of the sheet',
    '`/oncall check` what is wrong in the sheet',
    '`/oncall cover @colleague tomorrow 6pm to 10pm` ask for cover (`@me`: you take it)',
    '`/oncall swap 11/26 @colleague 11/28` swap your shift for theirs',
    '`/oncall list` covers to come · `/oncall revoke` end one',
    '`/oncall mute` / `unmute` direct messages about handovers off or on',
  ].join('\n'),
  refusals: {
    verb: (word) => `There is no "${word}" in /oncall.`,
    days: (word) => `"${word}" is not a number of days from 1 to 60. Write it like 14d or 2w.`,
    needPerson: 'Choose who takes over with @.',
    onePerson: 'Choose one person to take over.',
    unknownName: (name) => `Slack knows no "@${name}". Type @ and choose from the list.`,
    person: (why, name) =>
      ({
        'unknown-person': `Slack cannot say who ${name} is. Type @ and choose from the list.`,
        deactivated: `The account of ${name} is deactivated. Choose somebody else.`,
        bot: `${name} is an app and cannot be on duty. Choose a person.`,
        'single-channel': `${name} is a guest of one channel and cannot join an incident's. Choose somebody else, or have them made a multi-channel guest.`,
      })[why],
    whichRota: (names) => `Say which rota at the end: ${names}`,
    notTheirs: 'They are not on duty at that time.',
    shiftOf: (name, part) =>
      `The sheet has no shift of ${name} at "${part}". \`/oncall preview\` shows the shifts there are.`,
    swapParts: 'Say both: the day of your shift and the day of theirs.',
    swapSelf: 'A swap needs two people. Choose the other with @.',
    stale: 'This button no longer works. Type the command again.',
    example: (example) => `Example: \`${example}\``,
  },
  form: {
    coverTitle: 'Ask for cover',
    swapTitle: 'Swap shifts',
    submit: 'Ask',
    cancel: 'Cancel',
    rota: 'Rota',
    taker: 'Who takes over',
    takerHint: 'Choose yourself to take it',
    start: 'From',
    end: 'Until',
    mine: 'Your shift',
    other: 'With whom',
    theirs: 'Their shift',
    timeHint: 'Such as 11/26, or tomorrow 6pm to 10pm',
    column: 'Which duty',
  },
};

export const oncallText = (locale: Locale): OncallText => (locale === 'ja' ? ja : en);
