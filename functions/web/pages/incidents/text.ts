import type { Locale } from '../../../../shared/language/index.ts';

/** What the incidents' pages say beyond what the noun says of itself everywhere. */
export interface IncidentPageText {
  readonly title: string;
  readonly all: string;
  readonly open: string;
  readonly search: string;
  readonly searchHint: string;
  readonly severity: string;
  readonly service: string;
  readonly any: string;
  readonly more: string;
  readonly from: string;
  readonly to: string;
  readonly apply: string;
  readonly reset: string;
  readonly newest: string;
  readonly older: string;
  readonly keys: string;
  readonly empty: { readonly title: string; readonly body: string };
  readonly noneFound: { readonly title: string; readonly body: string };
  searchedTo(time: string): string;
  commander(name: string): string;
  readonly noCommander: string;
  readonly openTitle: string;
  san(name: string): string;
  /** One incident, from the top of its page down. */
  declared(time: string, by: string | null): string;
  lasted(duration: string): string;
  overdue(time: string): string;
  /** Unfolds all of a long description. */
  readonly whole: string;
  readonly room: string;
  readonly noRoom: string;
  readonly entered: string;
  enteredAt(time: string, by: string | null): string;
  importedAt(time: string, by: string, from: string): string;
  readonly roomLost: { readonly archived: string; readonly outside: string };
  set(status: string): string;
  readonly act: string;
  readonly impact: string;
  readonly vehicles: string;
  readonly users: string;
  readonly inquiries: string;
  readonly unknown: string;
  readonly tickets: string;
  readonly ticket: string;
  readonly ticketHint: string;
  readonly count: string;
  readonly addInquiries: string;
  readonly roles: string;
  readonly leave: string;
  readonly people: string;
  readonly checklist: string;
  readonly done: string;
  readonly failed: string;
  readonly noChecklist: string;
  readonly duties: string;
  readonly atOnce: string;
  by(time: string): string;
  readonly dutyNote: string;
  readonly markDone: string;
  readonly undo: string;
  readonly calls: string;
  callFrom(name: string): string;
  readonly times: string;
  readonly milestones: string;
  readonly milestone: string;
  readonly time: string;
  readonly phase: string;
  readonly measured: string;
  readonly notYet: string;
  readonly implied: string;
  readonly corrected: string;
  readonly notApplicable: string;
  /** The page that puts the record right. */
  readonly correct: {
    readonly open: string;
    readonly times: string;
    readonly timeHint: string;
    readonly words: string;
    readonly add: string;
    readonly nothing: string;
    readonly conflict: string;
    now(value: string): string;
    readonly time: string;
    readonly count: string;
  };
  readonly severityHistory: string;
  readonly updates: string;
  readonly noUpdates: string;
  forWhom(names: string): string;
  readonly nobody: string;
  readonly timeline: string;
  readonly earlier: string;
  readonly later: string;
  readonly fromStart: string;
  readonly latest: string;
  gap(duration: string): string;
  readonly link: string;
  readonly ticketLink: string;
  /** The form to declare. */
  readonly startedHint: string;
  readonly over: string;
  readonly overNote: string;
  readonly overNeeds: string;
  readonly overOrder: string;
  readonly declare: string;
  readonly declareNote: string;
  readonly wrong: string;
  readonly errors: {
    readonly service: string;
    readonly ticket: string;
    readonly count: string;
    readonly time: string;
  };
}

const ja: IncidentPageText = {
  title: 'インシデント',
  all: 'すべて',
  open: '対応中',
  search: 'タイトル・番号',
  searchHint: '例: 返却、INC-7',
  severity: '重要度',
  service: 'サービス',
  any: 'すべて',
  more: '重要度・サービス・日付で絞り込む',
  from: '開始日',
  to: '終了日',
  apply: '絞り込む',
  reset: '条件を消す',
  newest: '最新に戻る',
  older: 'これより前',
  keys: 'キー操作: / 検索、j・k 上下、Enter 開く',
  empty: {
    title: 'まだインシデントはありません',
    body: 'Slack のどのチャンネルからでも /incident で宣言できます。呼び出しのスレッドにある「インシデントにする」でも始められます。宣言すると、対応チャンネルとこのページができます。',
  },
  noneFound: {
    title: '当てはまるインシデントはありません',
    body: '条件を減らすか、言葉を変えてみてください。非公開のものは、招待された人にだけ表示されます。',
  },
  searchedTo: (time) => `${time} より後に宣言されたものまで探しました。続きは「これより前」で探せます。`,
  commander: (name) => `指揮 ${name}さん`,
  noCommander: '指揮 未定',
  openTitle: '対応中のインシデント',
  san: (name) => `${name}さん`,
  declared: (time, by) => `${time} に${by ? `${by}さんが` : ''}宣言`,
  lasted: (duration) => `${duration}経過`,
  overdue: (time) => `状況連絡が ${time} の予定を過ぎています`,
  whole: '全文を読む',
  room: '対応チャンネル',
  noRoom: '対応チャンネルを準備しています',
  entered: 'なし（事後に記録）',
  enteredAt: (time, by) => `${time} に${by ? `${by}さんが` : ''}事後に記録`,
  importedAt: (time, by, from) => `${time} に${by}さんが取り込み（${from}）`,
  roomLost: {
    archived: 'アーカイブされています',
    outside: 'Toban が外されています。チャンネルで /invite @Toban を実行してください',
  },
  set: (status) => `「${status}」にする`,
  act: '変更・連絡する',
  impact: '影響',
  vehicles: '車両',
  users: 'ユーザー',
  inquiries: '問い合わせ',
  unknown: 'まだわかりません',
  tickets: 'チケット',
  ticket: 'チケットのURL',
  ticketHint: '同じチケットは一度だけ数えます',
  count: '件数',
  addInquiries: '問い合わせを加える',
  roles: '役割',
  leave: '外れる',
  people: '招待した人',
  checklist: '準備の状況',
  done: '済み',
  failed: 'できません',
  noChecklist: 'まだ何も始まっていません。',
  duties: '法令上の対応',
  atOnce: 'すぐに',
  by: (time) => `${time} まで`,
  markDone: '済みにする',
  undo: '取り消す',
  dutyNote: '何をするかは法務が判断します。ここには連絡先と期限だけを示します。',
  calls: '関連する呼び出し',
  callFrom: (name) => `${name}さんからの呼び出し`,
  times: '時刻と所要時間',
  milestones: '節目',
  milestone: '節目',
  time: '時刻',
  phase: '区間',
  measured: '所要時間',
  notYet: 'まだ',
  implied: '次の節目から補いました',
  corrected: '訂正済み',
  notApplicable: '対象外',
  correct: {
    open: '記録を直す',
    times: '時刻',
    timeHint: '例: 昨日22:10、11/24 22:10、22:10',
    words: '内容',
    add: '段階を加える',
    nothing: '直したところがありません。違っているところを直してから押してください。',
    conflict:
      '開いている間に、ほかの人が同じところを変えました。まだ何も直していません。いまの値を確かめて、入力した内容でよければもう一度押してください。',
    now: (value) => `いまの記録: ${value}`,
    time: '時刻として読めません。例: 昨日22:10、11/24 22:10、22:10',
    count: '0以上の数字で入力してください。',
  },
  severityHistory: '重要度の履歴',
  updates: '関係者への連絡',
  noUpdates: 'まだ連絡していません。「状況を連絡」から送れます。',
  forWhom: (names) => `${names} へ`,
  nobody: '宛先なし',
  timeline: 'タイムライン',
  earlier: 'これより前',
  later: 'これより後',
  fromStart: '最初から読む',
  latest: '最新に戻る',
  gap: (duration) => `${duration} 動きなし`,
  link: '元のメッセージ',
  ticketLink: 'チケット',
  startedHint: '例: 昨日22:10、22:10。わからなければ空のままで',
  over: 'もう解決しているインシデントを記録する',
  overNote: '解決した時刻を入れると、記録だけを残します。対応チャンネルも招待もお知らせもありません。',
  overNeeds: '解決した時刻を入れてください。まだ続いているなら、この欄はすべて空にしてください。',
  overOrder: '始まった時刻より後にしてください。',
  declare: 'インシデントを宣言',
  declareNote:
    '宣言すると、対応チャンネルを作り、当番と関係者を招待し、お知らせを出します。迷ったら宣言してください。あとから直せます。',
  wrong: '赤い欄を直して、もう一度押してください。入力した内容は残っています。',
  errors: {
    service: '一覧から選んでください。',
    ticket: 'https:// で始まるURLを入力してください。',
    count: '-9999〜9999 の数字を入力してください（0を除く）。',
    time: '日付と時刻を選んでください。',
  },
};

const en: IncidentPageText = {
  title: 'Incidents',
  all: 'All',
  open: 'Under way',
  search: 'Title or number',
  searchHint: 'Such as: returns, INC-7',
  severity: 'Severity',
  service: 'Service',
  any: 'Any',
  more: 'By severity, service or date',
  from: 'From',
  to: 'To',
  apply: 'Filter',
  reset: 'Clear',
  newest: 'Back to the latest',
  older: 'Older',
  keys: 'Keys: / search, j and k down and up, Enter open',
  empty: {
    title: 'No incident yet',
    body: 'Declare one with /incident in any Slack channel, or with “Make it an incident” in the thread of a call. It gets a room and a page here.',
  },
  noneFound: {
    title: 'No incident fits',
    body: 'Use fewer filters or other words. Private ones are shown to those invited only.',
  },
  searchedTo: (time) => `Searched all declared since ${time}. “Older” searches on.`,
  commander: (name) => `Commander: ${name}`,
  noCommander: 'No commander yet',
  openTitle: 'Incidents under way',
  san: (name) => name,
  declared: (time, by) => `Declared at ${time}${by ? ` by ${by}` : ''}`,
  lasted: (duration) => `${duration} so far`,
  overdue: (time) => `The update promised for ${time} is overdue`,
  whole: 'Read all of it',
  room: 'Room',
  noRoom: 'The room is being made',
  entered: 'none (entered afterwards)',
  importedAt: (time, by, from) => `Imported at ${time} by ${by} (${from})`,
  enteredAt: (time, by) => `Entered at ${time}${by ? ` by ${by}` : ''}, after it was over`,
  roomLost: {
    archived: 'it is archived',
    outside: 'Toban was removed from it: run /invite @Toban there',
  },
  set: (status) => `Set to ${status}`,
  act: 'Change it or post an update',
  impact: 'Impact',
  vehicles: 'Vehicles',
  users: 'Users',
  inquiries: 'Inquiries',
  unknown: 'not known yet',
  tickets: 'Tickets',
  ticket: 'URL of the ticket',
  ticketHint: 'The same ticket counts once',
  count: 'How many',
  addInquiries: 'Add inquiries',
  roles: 'Roles',
  leave: 'Leave it',
  people: 'Invited',
  checklist: 'Setting up',
  done: 'Done',
  failed: 'Failed',
  noChecklist: 'Nothing has begun yet.',
  duties: 'Legal duties',
  atOnce: 'At once',
  by: (time) => `by ${time}`,
  markDone: 'Mark it done',
  undo: 'Undo',
  dutyNote: 'What is to be done is for the legal department to say: here stand whom to tell and by when.',
  calls: 'Calls it came from',
  callFrom: (name) => `Call from ${name}`,
  times: 'Times',
  milestones: 'Milestones',
  milestone: 'Milestone',
  time: 'Time',
  phase: 'Phase',
  measured: 'It took',
  notYet: 'not yet',
  implied: 'taken from the next milestone',
  corrected: 'corrected',
  notApplicable: 'not applicable',
  correct: {
    open: 'Correct the record',
    times: 'Times',
    timeHint: 'Such as: yesterday 22:10, 11/24 22:10, 22:10',
    words: 'Words',
    add: 'Add a step',
    nothing: 'Nothing was changed. Change what is wrong, then press.',
    conflict:
      'While you had this open, somebody else changed the same. Nothing of yours is corrected yet. Look at what it says now, and press again if yours is right.',
    now: (value) => `The record now says: ${value}`,
    time: 'This is not a time. Try: yesterday 22:10, 11/24 22:10, 22:10',
    count: 'Enter a number, 0 or more.',
  },
  severityHistory: 'History of the severity',
  updates: 'Updates to others',
  noUpdates: 'None yet. Post one with “Post an update”.',
  forWhom: (names) => `for ${names}`,
  nobody: 'for nobody',
  timeline: 'Timeline',
  earlier: 'Earlier',
  later: 'Later',
  fromStart: 'Read from the start',
  latest: 'Back to the latest',
  gap: (duration) => `nothing for ${duration}`,
  link: 'Original message',
  ticketLink: 'Ticket',
  startedHint: 'Such as yesterday 22:10, 22:10. Leave it empty if not known',
  over: 'Enter one that is resolved already',
  overNote: 'With the time it was resolved it is only recorded: no room, no invitation, no announcement.',
  overNeeds: 'Give the time it was resolved. If it goes on, leave all of these empty.',
  overOrder: 'It must be after it began.',
  declare: 'Declare an incident',
  declareNote:
    'It makes a room, invites those on duty and concerned, and announces it. If in doubt, declare: everything can be corrected later.',
  wrong: 'Correct the fields in red and press again. What you typed is still there.',
  errors: {
    service: 'Choose one of the list.',
    ticket: 'Enter a URL that begins with https://',
    count: 'Enter a number from -9999 to 9999, but not 0.',
    time: 'Choose a date and a time.',
  },
};

export const incidentPageText = (locale: Locale): IncidentPageText => (locale === 'ja' ? ja : en);
