import type { AckHow } from '../escalation/index.ts';
import type { Locale } from '../language/index.ts';
import type { Filter } from './model.ts';

/** Every sentence of the ledger, plain text: the page escapes it. */
export interface LedgerText {
  readonly title: string;
  readonly filters: Readonly<Record<Filter, string>>;
  readonly status: Readonly<
    Record<'open' | 'acknowledged' | 'done' | 'incident' | 'told' | 'exhausted' | 'late' | 'failed', string>
  >;
  readonly search: string;
  readonly searchHint: string;
  readonly person: string;
  readonly rota: string;
  readonly anyRota: string;
  readonly more: string;
  readonly from: string;
  readonly to: string;
  readonly apply: string;
  readonly reset: string;
  readonly older: string;
  readonly newest: string;
  readonly keys: string;
  readonly empty: { readonly title: string; readonly body: string };
  readonly noneFound: { readonly title: string; readonly body: string };
  readonly bot: string;
  readonly who: string;
  readonly next: string;
  readonly story: string;
  readonly effects: string;
  readonly upkeep: string;
  readonly request: string;
  readonly slack: string;
  readonly cut: string;
  readonly replay: string;
  readonly sendAgain: string;
  readonly replayed: Readonly<Record<'started' | 'running' | 'gone', string>>;
  readonly readOnly: string;
  readonly dead: {
    readonly title: string;
    readonly body: string;
    readonly tasks: string;
    readonly letters: string;
    readonly none: string;
    readonly noLetters: string;
    readonly tooLarge: string;
    readonly status: Readonly<Record<'dead' | 'sending' | 'sent', string>>;
  };
  readonly kinds: Readonly<Record<string, string>>;
  readonly outcomes: Readonly<
    Record<'done' | 'superseded' | 'expired' | 'failed' | 'running' | 'waiting' | 'retrying', string>
  >;
  readonly reasons: Readonly<Record<'duty' | 'fallback' | 'named' | 'handed', string>>;
  readonly causes: Readonly<Record<string, string>>;
  readonly hows: Readonly<Record<AckHow, string>>;
  san(name: string): string;
  searchedTo(time: string): string;
  failedCount(count: number): string;
  ackAfter(time: string): string;
  doneAfter(time: string): string;
  /** Null: less than a minute. */
  waitingFor(time: string | null): string;
  nextAt(time: string, name: string): string;
  lastAt(time: string): string;
  gap(time: string): string;
  attempts(count: number): string;
  due(time: string): string;
  shift(from: string, to: string): string;
  insteadOf(name: string): string;
  askedBy(name: string): string;
  received(who: string): string;
  /** Label of the link to the call before. */
  follows(time: string, who: string): string;
  told: string;
  called(name: string, cause: string): string;
  readAt(time: string): string;
  postponed(time: string): string;
  sentThread: string;
  sentDm(name: string): string;
  acknowledged(name: string, how: string, after: string): string;
  extended(name: string, time: string): string;
  alive(name: string): string;
  asked(name: string): string;
  lapsed(name: string): string;
  declined(name: string): string;
  handed(from: string, to: string): string;
  exhausted: string;
  nudged(name: string): string;
  signalled: Readonly<Record<'ok' | 'no', string>>;
  unreachable(code: string): string;
  becameIncident(label: string): string;
  done(name: string, after: string): string;
  other(type: string): string;
  taskFailed(kind: string, reason: string): string;
  replayedBy(name: string, kind: string): string;
}

const ja: LedgerText = {
  title: '呼び出し',
  filters: { all: 'すべて', open: '呼び出し中', acknowledged: '対応中', late: '遅れ', failed: '失敗' },
  status: {
    open: '呼び出し中',
    acknowledged: '対応中',
    done: '完了',
    incident: 'インシデント',
    told: '当番なし',
    exhausted: '応答なし',
    late: '遅れ',
    failed: '失敗',
  },
  search: '依頼の文',
  searchHint: '例: 返却できない',
  person: '人',
  rota: '当番表',
  anyRota: 'すべて',
  more: '人・当番表・日付で絞り込む',
  from: '開始日',
  to: '終了日',
  apply: '絞り込む',
  reset: '条件を消す',
  older: '前の呼び出し',
  newest: '最新へ',
  keys: '/ 検索 · j k 移動 · Enter 開く',
  empty: {
    title: 'まだ呼び出しはありません',
    body: '相談チャンネルで @Toban にメンションすると、その時間の当番だけを呼び、ここに経緯が残ります。',
  },
  noneFound: { title: '当てはまる呼び出しはありません', body: '条件を減らすか、「すべて」を見てください。' },
  bot: 'ボット',
  who: '担当',
  next: '次',
  story: '経緯',
  effects: '送信と呼び出し',
  upkeep: '表示の更新など',
  request: '依頼',
  slack: 'Slack で開く',
  cut: '長いため、途中までを表示しています。',
  replay: 'もう一度実行する',
  sendAgain: 'もう一度送る',
  replayed: {
    started: 'もう一度実行します。1分以内に始まります。',
    running: 'すでに実行中か、終わっています。何もしていません。',
    gone: '見つかりません。何もしていません。',
  },
  readOnly: 'もう一度実行するには「対応」の権限が要ります。',
  dead: {
    title: '届かなかったもの',
    body: '何度試しても終わらなかった作業です。原因を直してから、もう一度実行してください。二度押しても一度しか動きません。',
    tasks: 'あきらめた作業',
    letters: '受け取れなかったメッセージ',
    none: 'ありません。すべて届いています。',
    noLetters: 'ありません。',
    tooLarge: '大きすぎるため、ここからは送れません',
    status: { dead: '未処理', sending: '再送待ち', sent: '再送済み' },
  },
  kinds: {
    'escalation.mention': 'スレッドでの呼び出し',
    'escalation.dm': 'DM での呼び出し',
    'escalation.card': 'スレッドのお知らせ',
    'escalation.line': 'スレッドの一行',
    'escalation.signal': '電話などの連絡サービス',
    'escalation.check': '対応状況の確認',
    'escalation.show': 'カードの更新',
    'escalation.mark': 'リアクション',
    'escalation.climb': '次の人へ',
    'escalation.nudge': '呼び直し（スレッド）',
    'escalation.nudge-dm': '呼び直し（DM）',
    'escalation.whisper': '本人だけへの返事',
    'escalation.join': 'チャンネルへの参加',
    'escalation.outside': '依頼者への DM',
    'incident.number': 'インシデントの番号',
    'incident.channel': '対応チャンネルの作成',
    'incident.rejoin': '対応チャンネルへの復帰',
    'incident.room-lost': '対応チャンネルを失った知らせ',
    'incident.topic': '対応チャンネルのトピック',
    'incident.purpose': '対応チャンネルの説明',
    'incident.bookmark': 'ブックマーク',
    'incident.card': '状況カード',
    'incident.pin': 'カードのピン留め',
    'incident.announce': 'インシデントのお知らせ',
    'incident.call': '呼び出しのスレッドへの案内',
    'incident.receipt': '宣言した人への返事',
    'incident.duty': '当番の確認',
    'incident.group': 'グループの確認',
    'incident.invite': '招待',
    'incident.roll-call': '招待の結果の確認',
    'incident.call-in': '責任者への連絡',
    'incident.update': '状況連絡',
    'incident.update-overdue': '状況連絡の催促',
    'incident.ask-roles': '役割の募集',
    'incident.numbers': 'かかった時間の表示',
    'incident.postmortem': 'ポストモーテムの下書き',
    'incident.redraft': '訂正後のポストモーテムの下書き',
    'postmortem.room': '対応チャンネルのポストモーテムの行',
    'postmortem.aside': 'まとめられたポストモーテムの行',
    'postmortem.lead': 'ポストモーテムの担当への連絡',
    'postmortem.overdue': '期限を過ぎたポストモーテムの連絡',
    'postmortem.meeting': 'ポストモーテムの会議の案内',
    'postmortem.announce': 'ポストモーテムの公開のお知らせ',
    'postmortem.prose': 'ポストモーテムのAIの下書き',
    'postmortem.doc': 'ポストモーテムの Google ドキュメントへの書き出し',
    'incident.duties': '法令上の対応の一覧',
    'incident.duty-due': '法令上の期限の知らせ',
    'entry.look': 'タイムラインの発言の確認',
    'hint.say': '案内の返事',
    'dead-letter.send': 'メッセージの再送',
    'runbook.card': 'ランブックのカード',
    'runbook.into': 'ランブックの回答の書き込み',
    'runbook.do': 'ランブックの操作',
    'runbook.http': 'ランブックからの送信',
    'runbook.run': '次のランブックの開始',
    'runbook.wait': 'ランブックの待ち時間',
    'incident.suggest': 'ランブックの提案',
    'alert.card': 'アラートのカード',
    'alert.declare': 'アラートからの自動宣言',
    'alert.feed': 'アラートの重要度への反映',
  },
  outcomes: {
    done: '済み',
    superseded: '不要になった',
    expired: '時間切れ',
    failed: '失敗',
    running: '実行中',
    waiting: '待ち',
    retrying: '再試行待ち',
  },
  reasons: { duty: '当番表', fallback: '代わりの連絡先', named: '呼び出し順で指名', handed: '引き継ぎ' },
  causes: {
    first: '最初の呼び出し',
    climb: '応答がないため次の人へ',
    again: '応答がないためもう一度',
    declined: '前の方が対応できないため',
    handed: '引き継ぎのため',
    lapsed: '対応中の方から返事がないため',
  },
  hows: { button: 'ボタン', reaction: 'リアクション', reply: '返信', taken: '自分から' },
  san: (name) => `${name}さん`,
  searchedTo: (time) => `${time} までを探しました。さらに前を探すには「前の呼び出し」を押してください。`,
  failedCount: (count) => `失敗 ${count}件`,
  ackAfter: (time) => `${time}後に受領`,
  doneAfter: (time) => `${time}で完了`,
  waitingFor: (time) => (time ? `${time}経過` : 'たった今'),
  nextAt: (time, name) => `${time} までに受領がなければ ${name}さんへ`,
  lastAt: (time) => `${time} までに受領がなければスレッドでお知らせ`,
  gap: (time) => `${time} 動きなし`,
  attempts: (count) => `${count}回`,
  due: (time) => `${time} の予定`,
  shift: (from, to) => `${from}–${to}`,
  insteadOf: (name) => `代理（本来は ${name}さん）`,
  askedBy: (name) => `${name}さんの依頼`,
  received: (who) => `${who}から依頼を受けました`,
  follows: (time, who) => `${time} に完了した呼び出し（${who}さん）の続き`,
  told: '当番を置かない時間のため、誰も呼びませんでした',
  called: (name, cause) => `${name}さんを呼びます（${cause}）`,
  readAt: (time) => `表を ${time} に確認`,
  postponed: (time) => `同じ人を続けて呼ばないよう、次を ${time} に延ばしました`,
  sentThread: 'スレッドに届きました',
  sentDm: (name) => `${name}さんへの DM が届きました`,
  acknowledged: (name, how, after) => `${name}さんが受領しました（${how}、${after}後）`,
  extended: (name, time) => `${name}さんが ${time} まで対応すると答えました`,
  alive: (name) => `${name}さんが対応を続けていると答えました`,
  asked: (name) => `${name}さんに状況を尋ねました`,
  lapsed: (name) => `${name}さんから返事がありません`,
  declined: (name) => `${name}さんは対応できません`,
  handed: (from, to) => `${from}さんが ${to}さんに引き継ぎました`,
  exhausted: '呼べる人を全員呼びましたが、受領がありません',
  nudged: (name) => `${name}が呼び直しました`,
  signalled: {
    ok: '電話などの連絡サービスに知らせました',
    no: '電話などの連絡サービスに知らせられませんでした',
  },
  unreachable: (code) => `チャンネルに書き込めません（${code}）`,
  becameIncident: (label) => `インシデントになりました ${label}`.trim(),
  done: (name, after) => `${name}さんが完了にしました（${after}）`,
  other: (type) => `記録: ${type}`,
  taskFailed: (kind, reason) => `${kind}ができませんでした（${reason}）`,
  replayedBy: (name, kind) => `${name}さんが「${kind}」をもう一度実行しました`,
};

const en: LedgerText = {
  title: 'Calls',
  filters: { all: 'All', open: 'Calling', acknowledged: 'In hand', late: 'Late', failed: 'Failed' },
  status: {
    open: 'Calling',
    acknowledged: 'In hand',
    done: 'Done',
    incident: 'Incident',
    told: 'Nobody on duty',
    exhausted: 'No answer',
    late: 'Late',
    failed: 'Failed',
  },
  search: 'Words of the request',
  searchHint: 'such as: cannot return',
  person: 'Person',
  rota: 'Rota',
  anyRota: 'All',
  more: 'By person, rota or date',
  from: 'From',
  to: 'To',
  apply: 'Filter',
  reset: 'Clear',
  older: 'Older calls',
  newest: 'Latest',
  keys: '/ search · j k move · Enter open',
  empty: {
    title: 'No calls yet',
    body: 'Mention @Toban in a help channel: only the person on duty is called, and the story is kept here.',
  },
  noneFound: { title: 'No call fits', body: 'Take a condition away, or look at “All”.' },
  bot: 'a bot',
  who: 'Who',
  next: 'Next',
  story: 'What happened',
  effects: 'Messages and calls',
  upkeep: 'Display and upkeep',
  request: 'Request',
  slack: 'Open in Slack',
  cut: 'This is long; only its beginning is shown.',
  replay: 'Run again',
  sendAgain: 'Send again',
  replayed: {
    started: 'It runs again, within a minute.',
    running: 'It is running already, or has ended. Nothing was done.',
    gone: 'It was not found. Nothing was done.',
  },
  readOnly: 'To run it again you need the role “responder”.',
  dead: {
    title: 'Undelivered',
    body: 'Work that did not succeed however often it was tried. Mend the cause, then run it again. Pressed twice, it runs once.',
    tasks: 'Work given up',
    letters: 'Messages that could not be handled',
    none: 'None. Everything was delivered.',
    noLetters: 'None.',
    tooLarge: 'too large to be sent from here',
    status: { dead: 'Not handled', sending: 'Being sent', sent: 'Sent again' },
  },
  kinds: {
    'escalation.mention': 'Call in the thread',
    'escalation.dm': 'Call by direct message',
    'escalation.card': 'Notice in the thread',
    'escalation.line': 'Line in the thread',
    'escalation.signal': 'Paging service',
    'escalation.check': 'Asking how it goes',
    'escalation.show': 'Update of a card',
    'escalation.mark': 'Reaction',
    'escalation.climb': 'On to the next',
    'escalation.nudge': 'Second ping in the thread',
    'escalation.nudge-dm': 'Second ping by direct message',
    'escalation.whisper': 'Reply to one person',
    'escalation.join': 'Joining the channel',
    'escalation.outside': 'Direct message to the asker',
    'incident.number': 'Number of the incident',
    'incident.channel': 'Room',
    'incident.rejoin': 'Return to the room',
    'incident.room-lost': 'Word that the room is lost',
    'incident.topic': 'Topic of the room',
    'incident.purpose': 'Purpose of the room',
    'incident.bookmark': 'Bookmark',
    'incident.card': 'Status card',
    'incident.pin': 'Pin of the card',
    'incident.announce': 'Announcement',
    'incident.call': 'Word in the thread of the call',
    'incident.receipt': 'Reply to who declared',
    'incident.duty': 'Who is on duty',
    'incident.group': 'Members of a group',
    'incident.invite': 'Invitation',
    'incident.roll-call': 'Look at the invitations',
    'incident.call-in': 'Calling in',
    'incident.update': 'Update to others',
    'incident.update-overdue': 'Reminder of an update',
    'incident.ask-roles': 'Asking for roles',
    'incident.numbers': 'How long it took',
    'incident.postmortem': 'Draft of the postmortem',
    'incident.redraft': 'Draft of the postmortem after a correction',
    'postmortem.room': 'Line of a postmortem in the room',
    'postmortem.aside': 'Line of a postmortem that was joined into another',
    'postmortem.lead': 'Word to the lead of a postmortem',
    'postmortem.overdue': 'Reminder of a late postmortem',
    'postmortem.meeting': 'Card of a postmortem meeting',
    'postmortem.announce': 'Announcement of a published postmortem',
    'postmortem.prose': 'AI draft of a postmortem section',
    'postmortem.doc': 'Export of a postmortem to Google Docs',
    'incident.duties': 'Checklist of legal duties',
    'incident.duty-due': 'Reminder of a legal term',
    'entry.look': 'Look at a message of the timeline',
    'hint.say': 'Hint',
    'dead-letter.send': 'Sending the message again',
    'runbook.card': 'Card of a runbook',
    'runbook.into': 'Answer written on',
    'runbook.do': 'Deed of a runbook',
    'runbook.http': 'Request of a runbook',
    'runbook.run': 'Start of the next runbook',
    'runbook.wait': 'Wait of a runbook',
    'incident.suggest': 'Runbooks offered',
    'alert.card': 'Card of an alert',
    'alert.declare': 'Incident declared by a rule',
    'alert.feed': 'Alert counted in the severity',
  },
  outcomes: {
    done: 'Done',
    superseded: 'No longer needed',
    expired: 'Out of time',
    failed: 'Failed',
    running: 'Running',
    waiting: 'Waiting',
    retrying: 'Will retry',
  },
  reasons: { duty: 'the rota', fallback: 'fallback', named: 'named by the ladder', handed: 'handed on' },
  causes: {
    first: 'first call',
    climb: 'no answer so far',
    again: 'no answer so far, once more',
    declined: 'the one before cannot',
    handed: 'handed on',
    lapsed: 'whoever had it fell silent',
  },
  hows: { button: 'button', reaction: 'reaction', reply: 'reply', taken: 'took it' },
  san: (name) => name,
  searchedTo: (time) => `Searched back to ${time}. Press “Older calls” to search further.`,
  failedCount: (count) => `${count} failed`,
  ackAfter: (time) => `acknowledged after ${time}`,
  doneAfter: (time) => `done after ${time}`,
  waitingFor: (time) => (time ? `${time} so far` : 'just now'),
  nextAt: (time, name) => `${name} at ${time}, unless somebody acknowledges`,
  lastAt: (time) => `at ${time} the thread says so if nobody has acknowledged`,
  gap: (time) => `nothing for ${time}`,
  attempts: (count) => (count === 1 ? '1 attempt' : `${count} attempts`),
  due: (time) => `due at ${time}`,
  shift: (from, to) => `${from}–${to}`,
  insteadOf: (name) => `standing in for ${name}`,
  askedBy: (name) => `asked for by ${name}`,
  received: (who) => `Request from ${who}`,
  follows: (time, who) => `goes on from the call done at ${time} (${who})`,
  told: 'Nobody is on duty at this hour, on purpose: nobody was called',
  called: (name, cause) => `Calling ${name} (${cause})`,
  readAt: (time) => `sheet read at ${time}`,
  postponed: (time) => `The next step waits until ${time}, so that nobody is pinged twice in a row`,
  sentThread: 'Delivered in the thread',
  sentDm: (name) => `Delivered to ${name} by direct message`,
  acknowledged: (name, how, after) => `${name} acknowledged (${how}, after ${after})`,
  extended: (name, time) => `${name} is on it until ${time}`,
  alive: (name) => `${name} is still on it`,
  asked: (name) => `Asked ${name} how it goes`,
  lapsed: (name) => `No sign of life from ${name}`,
  declined: (name) => `${name} cannot take it`,
  handed: (from, to) => `${from} handed it to ${to}`,
  exhausted: 'Everybody who can be called was called; nobody has acknowledged',
  nudged: (name) => `${name} called again`,
  signalled: { ok: 'The paging service was told', no: 'The paging service could not be told' },
  unreachable: (code) => `Toban cannot post in the channel (${code})`,
  becameIncident: (label) => `Became an incident ${label}`.trim(),
  done: (name, after) => `${name} marked it as done (${after})`,
  other: (type) => `Recorded: ${type}`,
  taskFailed: (kind, reason) => `${kind}: not done (${reason})`,
  replayedBy: (name, kind) => `${name} ran “${kind}” again`,
};

export const ledgerText = (locale: Locale): LedgerText => (locale === 'ja' ? ja : en);
