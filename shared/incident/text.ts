import type { Locale } from '../language/index.ts';
import { type Amount, amountText } from '../severity/index.ts';
import type { Status, WhyNot } from './model.ts';
import type { NumberName } from './numbers.ts';
import type { Field, Milestone } from './parts.ts';

/** Every sentence of an incident, in both languages. Arguments are ready for the place they stand in. */
export interface IncidentText {
  readonly statuses: Readonly<Record<Status, string>>;
  readonly drill: string;
  readonly secret: string;
  readonly free: string;
  readonly duty: string;
  readonly impact: { inquiries(n: number): string; vehicles(a: Amount): string; users(a: Amount): string };
  why(rule: string): string;
  overridden(name: string, reason: string, rule: string): string;
  since(time: string): string;
  nextUpdate(time: string): string;
  readonly noUpdate: string;
  checklist(done: number, all: number, failed: number): string;
  room(room: string): string;
  purpose(label: string): string;
  readonly roomLost: Readonly<Record<'archived' | 'outside', (label: string, room: string) => string>>;
  topic(parts: { label: string; severity: string; status: string; commander: string | null }): string;
  announced(time: string): string;
  receipt(label: string): string;
  receiptRetry: string;
  byHand(count: number, handles: string): string;
  readonly connectAdmin: string;
  calledIn(label: string, severity: string): string;
  overdue(label: string, time: string): string;
  dutiesHead(label: string): string;
  dutyBy(time: string): string;
  readonly dutyAtOnce: string;
  dutyDone(name: string, time: string): string;
  dutyDue(label: string, tell: string, time: string): string;
  readonly dutyDecides: string;
  readonly noDuties: string;
  toldTo(names: string): string;
  readonly toldNobody: string;
  askRoles(label: string, roles: string): string;
  numbersHead(label: string): string;
  readonly drillNumbers: string;
  updateHead(label: string): string;
  readonly known: string;
  readonly doing: string;
  updateNext(time: string): string;
  readonly tasks: Readonly<Record<string, string>>;
  invite(name: string): string;
  invites(done: number, all: number): string;
  moreFailed(count: number): string;
  readonly waiting: string;
  readonly buttons: Readonly<
    Record<
      | 'update'
      | 'status'
      | 'impact'
      | 'severity'
      | 'roles'
      | 'take'
      | 'plus'
      | 'retry'
      | 'join'
      | 'correct'
      | 'edit'
      | 'duties',
      string
    >
  >;
  readonly form: Readonly<
    Record<
      | 'declare'
      | 'send'
      | 'cancel'
      | 'title'
      | 'titleHint'
      | 'description'
      | 'service'
      | 'none'
      | 'vehicles'
      | 'users'
      | 'amountHint'
      | 'duties'
      | 'started'
      | 'startedHint'
      | 'ended'
      | 'endedHint'
      | 'options'
      | 'private'
      | 'drill'
      | 'fromCall'
      | 'status'
      | 'to'
      | 'reason'
      | 'reasonHint'
      | 'impact'
      | 'severity'
      | 'byRule'
      | 'roles'
      | 'update'
      | 'audiences'
      | 'minutes'
      | 'minutesHint'
      | 'correct'
      | 'correctHint'
      | 'why'
      | 'severityFrom'
      | 'severityAt'
      | 'removed'
      | 'edit'
      | 'dutiesDone'
      | 'attach'
      | 'attachHint',
      string
    >
  >;
  readonly errors: {
    readonly empty: string;
    readonly amount: string;
    readonly minutes: string;
    readonly reason: string;
    readonly future: string;
    readonly audience: string;
  };
  /** What can be corrected, besides the milestones, and what stands where there is no value. */
  readonly fields: Readonly<Record<Exclude<Field, Milestone>, string>>;
  readonly values: { readonly none: string; readonly notApplicable: string; now(value: string): string };
  readonly whyNot: Readonly<Record<WhyNot, string>>;
  readonly refusals: {
    cannotCorrect(field: string, why: string): string;
    changedMeanwhile(fields: string): string;
    back: string;
    reopen: string;
    override: string;
    correct: string;
    resolveFirst: string;
    closed: string;
    enteredAfterwards: string;
    roleHeld(name: string): string;
    roleForPeople: string;
    roleUnknown(known: string): string;
    ticketKnown: string;
    belowZero(count: number): string;
    updateGone: string;
    future: string;
    past: string;
    notAllowed: string;
    noRoom: string;
    gone: string;
  };
  readonly command: {
    help: string;
    none: string;
    listHead: string;
    declared(label: string): string;
    already(label: string): string;
    added(count: number, severity: string): string;
    noCount: string;
    attached(label: string, count: number, severity: string): string;
    corrected(label: string): string;
    entered(label: string): string;
    yourWords: string;
  };
  readonly milestones: Readonly<Record<Milestone, string>>;
  readonly numbers: Readonly<Record<NumberName, string>>;
  /** A time that contradicts what is recorded, where somebody gives it. */
  readonly timeOrder: Readonly<
    Record<'after' | 'before', (own: string, other: string, time: string) => string>
  >;
  readonly measured: {
    pending(missing: string): string;
    stated: string;
    neverReached(missing: string): string;
    outOfOrder(from: string, to: string): string;
    inTheFuture(milestone: string): string;
  };
}

const ja: IncidentText = {
  statuses: {
    detected: '検知',
    investigating: '調査中',
    fixing: '復旧作業中',
    resolved: '解決',
    closed: '完了',
  },
  drill: '訓練',
  secret: '非公開',
  free: '未定',
  duty: '当番',
  impact: {
    inquiries: (n) => `問い合わせ ${n}件`,
    vehicles: (a) => `車両 ${amountText(a, '台')}`,
    users: (a) => `ユーザー ${amountText(a, '人')}`,
  },
  why: (rule) => `重要度の理由: ${rule}`,
  overridden: (name, reason, rule) => `重要度は ${name}さんが変更: ${reason}（基準では ${rule}）`,
  since: (time) => `${time} から`,
  nextUpdate: (time) => `次の状況連絡: ${time} まで`,
  noUpdate: '次の状況連絡: 未定',
  checklist: (done, all, failed) =>
    `準備 ${done}/${all}${failed > 0 ? ` · できなかったこと ${failed}件` : ''}`,
  room: (room) => `対応チャンネル: ${room}`,
  purpose: (label) => `${label} の対応チャンネルです。📌 を付けた発言はタイムラインに残ります。`,
  roomLost: {
    archived: (label, room) =>
      `${label} の対応チャンネル ${room} がアーカイブされました。記録は続いています。アーカイブを解除してから「再試行」を押してください。`,
    outside: (label, room) =>
      `Toban が ${label} の対応チャンネル ${room} から外され、戻れませんでした。記録は続いています。チャンネルで \`/invite @Toban\` を実行してください。`,
  },
  topic: ({ label, severity, status, commander }) =>
    `${label} · ${severity} · ${status}${commander ? ` · 指揮: ${commander}` : ''}`,
  announced: (time) => `${time} に宣言`,
  receipt: (label) => `${label} を宣言しました`,
  receiptRetry: '「再試行」を押すと、できなかったことだけをやり直します。',
  byHand: (count, handles) =>
    `チャンネルはできています。次の${count}人は、チャンネルで手作業で招待してください。\n\`\`\`/invite ${handles}\`\`\``,
  connectAdmin: '管理者アカウントをつなぐと、次からは自動で招待します',
  calledIn: (label, severity) => `${label} が ${severity} になったため、お呼びしました。`,
  overdue: (label, time) =>
    `${label} の状況連絡の予定（${time}）を過ぎています。「状況を連絡」から知らせてください。`,
  dutiesHead: (label) => `${label} の法令上の対応`,
  dutyBy: (time) => `${time} まで`,
  dutyAtOnce: 'すぐに',
  dutyDone: (name, time) => `済（${time} ${name}さん）`,
  dutyDue: (label, tell, time) => `${label}: 「${tell}」の期限は ${time} です。済んだら記録してください。`,
  dutyDecides: '期限は目安です。要否と内容は法務が判断します。',
  noDuties: '法令上の対応は選ばれていません。',
  toldTo: (names) => `連絡先: ${names}`,
  toldNobody: 'ほかの部署には送っていません。',
  askRoles: (label, roles) =>
    `${label}: まだ決まっていない役割があります（${roles}）。担当する方は、押して引き受けてください。`,
  numbersHead: (label) => `${label} にかかった時間`,
  drillNumbers: '訓練のため、集計には入りません。',
  updateHead: (label) => `${label} の状況`,
  known: 'わかっていること',
  doing: 'していること',
  updateNext: (time) => `次の連絡: ${time} まで`,
  tasks: {
    number: '番号',
    channel: '対応チャンネル',
    rejoin: '対応チャンネルへの復帰',
    announce: 'お知らせ',
    topic: 'トピック',
    purpose: '説明',
    card: '状況カード',
    pin: 'カードのピン留め',
    bookmark: 'ブックマーク',
    call: '呼び出しのスレッド',
    duty: '当番の確認',
    group: 'グループの確認',
    'call-in': '責任者への連絡',
    update: '状況連絡',
  },
  invite: (name) => `${name}さんの招待`,
  invites: (done, all) => `招待 ${done}/${all}人`,
  moreFailed: (count) => `⚠️ ほか${count}件`,
  waiting: '実行中',
  buttons: {
    update: '状況を連絡',
    status: 'ステータス',
    impact: '影響を更新',
    severity: '重要度',
    roles: '役割',
    take: '引き受ける',
    plus: '問い合わせ +1',
    retry: '再試行',
    join: '参加する',
    correct: '記録を直す',
    edit: '内容を直す',
    duties: '済みを記録',
  },
  form: {
    declare: 'インシデントを宣言',
    send: '宣言する',
    cancel: 'やめる',
    title: '何が起きていますか',
    titleHint: '例: 渋谷で返却できない',
    description: 'わかっていること',
    service: 'サービス',
    none: '選ばない',
    vehicles: '影響する車両',
    users: '影響するユーザー',
    amountHint: '例: 120 または 5%',
    duties: '法令上の対応',
    started: '始まった時刻',
    startedHint: 'わからなければ空のままで',
    ended: '解決した時刻（もう終わっているときだけ）',
    endedHint: '入れると、対応チャンネルも招待もお知らせもなしに、記録だけを残します',
    options: '扱い',
    private: '非公開（招待した人だけが見られます）',
    drill: '訓練（数字には入りません）',
    attach: 'すでに対応中のものに加える',
    attachHint: '選ぶと新しく宣言せず、問い合わせ1件として数えます',
    fromCall: 'この呼び出しと、その問い合わせを引き継ぎます。',
    status: 'ステータスを変更',
    to: '変更後',
    reason: '理由',
    reasonHint: '前に戻すとき・再開するときは必須です',
    impact: '影響を更新',
    severity: '重要度を変更',
    byRule: '基準に従う',
    roles: '役割を決める',
    update: '状況を連絡',
    audiences: '連絡先',
    minutes: '次の連絡まで（分）',
    minutesHint: '例: 30。空なら約束しません',
    correct: '記録を直す',
    edit: '内容を直す',
    dutiesDone: '法令上の対応の記録',
    correctHint:
      '違っているところだけを直してください。時刻を空にすると「対象外」になります。通知や呼び出しは行いません。前の値・直した人・理由は記録に残ります。',
    why: '直す理由',
    severityFrom: '重要度',
    severityAt: 'いつから',
    removed: '（この行を消す）',
  },
  errors: {
    empty: '入力してください。',
    amount: '数（120）か割合（5%）で入力してください。',
    minutes: '1〜1440の数字で入力してください。',
    reason: '理由を入力してください。',
    future: '未来の時刻は選べません。',
    audience: '連絡先を1つ以上選んでください。',
  },
  fields: {
    title: 'タイトル',
    description: '説明',
    service: 'サービス',
    inquiries: '問い合わせ',
    vehicles: '影響する車両',
    users: '影響するユーザー',
    duties: '法令上の対応',
    severities: '重要度の履歴',
  },
  values: { none: '記録なし', notApplicable: '対象外', now: (value) => `いまは ${value}` },
  whyNot: {
    empty: '入力してください',
    unknown: '一覧から選んでください',
    'in-the-future': '未来の時刻は選べません',
    'not-resolved': '先にステータスを「解決」にしてください',
    'not-a-count': '0以上の数字で入力してください',
    order: '1つの時刻には1つの重要度にして、時刻の順に並べてください',
  },
  refusals: {
    cannotCorrect: (field, why) => `「${field}」を直せませんでした。${why}。`,
    changedMeanwhile: (fields) =>
      `開いている間に、ほかの人が ${fields} を変えました。まだ何も直していません。いまの値を確かめて、必要ならもう一度直してください。`,
    back: '前のステータスに戻すときは、理由を入力してください。',
    reopen: '再開するときは、理由を入力してください。',
    override: '重要度を変えるときは、理由を入力してください。',
    correct: '記録を直すときは、理由を入力してください。',
    resolveFirst: '先に「解決」にしてから「完了」にしてください。',
    closed: 'このインシデントは完了しています。',
    enteredAfterwards:
      '事後に記録したインシデントは再開できません。また起きているときは、新しく宣言してください。',
    roleHeld: (name) =>
      `この役割は ${name}さんが担当しています。交代するときは「役割」から選び直してください。`,
    roleForPeople: 'ボットには役割を渡せません。人を選んでください。',
    roleUnknown: (known) => `その役割はありません。使えるのは ${known} です。`,
    ticketKnown: 'この問い合わせはすでに数えています。',
    belowZero: (count) => `いまの件数は ${count}件です。それより多くは減らせません。`,
    updateGone: 'この連絡は見つかりません。',
    future: '未来の時刻は指定できません。',
    past: '次の連絡は、これからの時刻にしてください。',
    notAllowed:
      'このインシデントを変更できるのは、対応している人だけです。対応チャンネルで声をかけてください。',
    noRoom:
      'ここはインシデントの対応チャンネルではありません。対応チャンネルで実行するか、番号を付けてください（例: `/incident cs INC-7 +3`）。',
    gone: 'インシデントが見つかりません。番号を確かめてください。',
  },
  command: {
    help: '`/incident` 宣言する\n`/incident list` 対応中の一覧\n`/incident cs +3 <チケットのURL>` 問い合わせを加える（対応チャンネルの外では `cs INC-7 +3`）\n`/incident status` `update` `impact` `severity` `roles` `duties` 対応チャンネルで変更する\n`/incident correct INC-7` 終わったあとでも、時刻・影響・重要度・タイトルを直す（誰にも通知しません）\n`/incident note 12:05 <内容>` タイムラインに書き加える（発言に 📌 を付けても残ります）\n`/incident timeline` タイムラインを見る\n`/incident action <すること>` アクションアイテムを加える（`action list` 一覧）',
    none: '対応中のインシデントはありません。',
    listHead: '対応中のインシデント',
    declared: (label) => `${label} を宣言しました。`,
    already: (label) => `すでに ${label} として対応しています。`,
    added: (count, severity) => `問い合わせは ${count}件になりました。重要度は ${severity} です。`,
    attached: (label, count, severity) =>
      `${label} に加えました。問い合わせは ${count}件、重要度は ${severity} です。`,
    corrected: (label) => `${label} の記録を直しました。`,
    entered: (label) =>
      `${label} として記録しました。だれにも通知していません。ほかの時刻は \`/incident correct ${label}\` で加えられます。`,
    yourWords: '入力した内容',
    noCount: '件数を `+3` のように書いてください。',
  },
  milestones: {
    started: '発生',
    detected: '検知',
    acknowledged: '対応開始',
    identified: '原因特定',
    mitigated: '影響解消',
    resolved: '解決',
  },
  numbers: {
    ttd: '発生から検知（TTD）',
    tta: '検知から対応開始（TTA）',
    tti: '対応開始から原因特定（TTI）',
    ttf: '原因特定から影響解消（TTF）',
    ttr: '検知から解決（TTR）',
  },
  timeOrder: {
    after: (own, other, time) =>
      `「${own}」は「${other}」（${time}）より後にはできません。時刻を確かめてください。「${other}」のほうが違うときは、先に「記録を直す」で直してください。`,
    before: (own, other, time) =>
      `「${own}」は「${other}」（${time}）より前にはできません。時刻を確かめてください。「${other}」のほうが違うときは、先に「記録を直す」で直してください。`,
  },
  measured: {
    pending: (missing) => `「${missing}」の記録待ち`,
    stated: '対象外',
    neverReached: (missing) => `「${missing}」を経ずに解決`,
    outOfOrder: (from, to) => `「${to}」が「${from}」より前のため計算できません`,
    inTheFuture: (milestone) => `「${milestone}」が未来の時刻のため計算できません`,
  },
};

const en: IncidentText = {
  statuses: {
    detected: 'Detected',
    investigating: 'Investigating',
    fixing: 'Fixing',
    resolved: 'Resolved',
    closed: 'Closed',
  },
  drill: 'DRILL',
  secret: 'Private',
  free: 'nobody yet',
  duty: 'On duty',
  impact: {
    inquiries: (n) => `${n} inquiries`,
    vehicles: (a) => `vehicles: ${amountText(a)}`,
    users: (a) => `users: ${amountText(a)}`,
  },
  why: (rule) => `Severity because: ${rule}`,
  overridden: (name, reason, rule) => `Severity set by ${name}: ${reason} (rules say ${rule})`,
  since: (time) => `since ${time}`,
  nextUpdate: (time) => `Next update by ${time}`,
  noUpdate: 'Next update: not promised',
  checklist: (done, all, failed) =>
    `Set up ${done}/${all}${failed > 0 ? ` · ${failed} could not be done` : ''}`,
  room: (room) => `Room: ${room}`,
  purpose: (label) => `Response channel of ${label}. Messages marked with 📌 are kept on its timeline.`,
  roomLost: {
    archived: (label, room) =>
      `The room ${room} of ${label} was archived. The record goes on. Unarchive it, then press "Try again".`,
    outside: (label, room) =>
      `Toban was removed from the room ${room} of ${label} and could not come back. The record goes on. Run \`/invite @Toban\` there.`,
  },
  topic: ({ label, severity, status, commander }) =>
    `${label} · ${severity} · ${status}${commander ? ` · commander: ${commander}` : ''}`,
  announced: (time) => `declared at ${time}`,
  receipt: (label) => `You declared ${label}`,
  receiptRetry: '"Try again" repeats only what could not be done.',
  byHand: (count, handles) =>
    `The channel is created. Please invite ${count === 1 ? 'this person' : `these ${count}`} there by hand.\n\`\`\`/invite ${handles}\`\`\``,
  connectAdmin: 'Connect an administrator account, and Toban invites them itself next time',
  calledIn: (label, severity) => `${label} is now ${severity}, so you are called in.`,
  overdue: (label, time) => `The update on ${label} promised for ${time} is overdue. Use "Post an update".`,
  dutiesHead: (label) => `Legal duties of ${label}`,
  dutyBy: (time) => `by ${time}`,
  dutyAtOnce: 'at once',
  dutyDone: (name, time) => `done (${time}, ${name})`,
  dutyDue: (label, tell, time) => `${label}: "${tell}" is due by ${time}. Note it once it is done.`,
  dutyDecides: 'The terms are a guide. The legal department decides what is due and what it says.',
  noDuties: 'No legal duty is chosen.',
  toldTo: (names) => `Sent to: ${names}`,
  toldNobody: 'Not sent to any other department.',
  askRoles: (label, roles) => `${label}: nobody has taken these roles yet (${roles}). Press to take one.`,
  numbersHead: (label) => `How long ${label} took`,
  drillNumbers: 'A drill: it is not counted anywhere.',
  updateHead: (label) => `Update on ${label}`,
  known: 'What we know',
  doing: 'What we are doing',
  updateNext: (time) => `Next update by ${time}`,
  tasks: {
    number: 'Number',
    channel: 'Room',
    rejoin: 'Return to the room',
    announce: 'Announcement',
    topic: 'Topic',
    purpose: 'Purpose',
    card: 'Status card',
    pin: 'Pin of the card',
    bookmark: 'Bookmark',
    call: 'Thread of the call',
    duty: 'Who is on duty',
    group: 'Members of a group',
    'call-in': 'Calling in',
    update: 'Update',
  },
  invite: (name) => `Invitation of ${name}`,
  invites: (done, all) => `Invitations ${done}/${all}`,
  moreFailed: (count) => `⚠️ and ${count} more`,
  waiting: 'under way',
  buttons: {
    update: 'Post an update',
    status: 'Status',
    impact: 'Impact',
    severity: 'Severity',
    roles: 'Roles',
    take: 'Take it',
    plus: 'Inquiry +1',
    retry: 'Try again',
    join: 'Join',
    correct: 'Correct the record',
    edit: 'Correct the words',
    duties: 'Note what is done',
  },
  form: {
    declare: 'Declare an incident',
    send: 'Declare',
    cancel: 'Cancel',
    title: 'What is happening?',
    titleHint: 'Such as: returns fail in Shibuya',
    description: 'What is known',
    service: 'Service',
    none: 'None',
    vehicles: 'Vehicles affected',
    users: 'Users affected',
    amountHint: 'Such as 120 or 5%',
    duties: 'Legal duties',
    started: 'When it began',
    startedHint: 'Leave it empty if not known',
    ended: 'When it was resolved (only if it is over)',
    endedHint: 'If given, it is only recorded: no room, no invitation, no announcement',
    options: 'Kind',
    private: 'Private (only those invited see it)',
    drill: 'Drill (kept out of the numbers)',
    attach: 'Add it to one under way',
    attachHint: 'If chosen nothing new is declared: it counts as one inquiry there',
    fromCall: 'This call and its inquiries come along.',
    status: 'Change the status',
    to: 'New status',
    reason: 'Reason',
    reasonHint: 'Required for going back or reopening',
    impact: 'Change the impact',
    severity: 'Change the severity',
    byRule: 'Follow the rules',
    roles: 'Assign roles',
    update: 'Post an update',
    audiences: 'For whom',
    minutes: 'Next update in (minutes)',
    minutesHint: 'Such as 30. Empty promises nothing',
    correct: 'Correct the record',
    edit: 'Correct the words',
    dutiesDone: 'Legal duties',
    correctHint:
      'Change only what is wrong. A time that is emptied does not apply. Nobody is called or told. What it said before, who changed it and why is kept.',
    why: 'Why it is corrected',
    severityFrom: 'Severity',
    severityAt: 'Since',
    removed: '(remove this step)',
  },
  errors: {
    empty: 'Please fill this in.',
    amount: 'Enter a number (120) or a share (5%).',
    minutes: 'Enter a number from 1 to 1440.',
    reason: 'Please give a reason.',
    future: 'A time in the future cannot be chosen.',
    audience: 'Choose at least one.',
  },
  fields: {
    title: 'Title',
    description: 'Description',
    service: 'Service',
    inquiries: 'Inquiries',
    vehicles: 'Vehicles affected',
    users: 'Users affected',
    duties: 'Legal duties',
    severities: 'History of the severity',
  },
  values: { none: 'not recorded', notApplicable: 'not applicable', now: (value) => `now ${value}` },
  whyNot: {
    empty: 'Please fill it in',
    unknown: 'Choose one of the list',
    'in-the-future': 'A time in the future cannot be chosen',
    'not-resolved': 'Set the status to "Resolved" first',
    'not-a-count': 'Enter a number, 0 or more',
    order: 'Give one severity for each time, in order of time',
  },
  refusals: {
    cannotCorrect: (field, why) => `"${field}" was not corrected. ${why}.`,
    changedMeanwhile: (fields) =>
      `While you had it open, somebody else changed: ${fields}. Nothing of yours is corrected yet. Look at what it says now, and correct it again if needed.`,
    back: 'Going back to an earlier status needs a reason.',
    reopen: 'Reopening needs a reason.',
    override: 'Changing the severity needs a reason.',
    correct: 'Correcting the record needs a reason.',
    resolveFirst: 'Resolve it first, then close it.',
    closed: 'This incident is closed.',
    enteredAfterwards:
      'This incident was entered after it was over and cannot be reopened. If it happens again, declare a new one.',
    roleHeld: (name) => `${name} holds this role. To change it, choose anew with "Roles".`,
    roleForPeople: 'A bot cannot hold a role. Choose a person.',
    roleUnknown: (known) => `There is no such role. The roles are: ${known}.`,
    ticketKnown: 'This inquiry is counted already.',
    belowZero: (count) => `There are ${count} inquiries; no more than that can be taken away.`,
    updateGone: 'This update was not found.',
    future: 'A time in the future cannot be given.',
    past: 'Promise the next update for a time to come.',
    notAllowed: 'Only those responding may change this incident. Ask in its room.',
    noRoom:
      'This is not the room of an incident. Run it there, or name one (such as `/incident cs INC-7 +3`).',
    gone: 'That incident was not found. Check its number.',
  },
  command: {
    help: '`/incident` declare one\n`/incident list` those under way\n`/incident cs +3 <ticket URL>` add inquiries (outside the room: `cs INC-7 +3`)\n`/incident status` `update` `impact` `severity` `roles` `duties` change it, in its room\n`/incident correct INC-7` correct times, impact, severity and title, also long after (nobody is told)\n`/incident note 12:05 <words>` write on its timeline (📌 on a message keeps it too)\n`/incident timeline` read it\n`/incident action <what to do>` add an action item (`action list` shows them)',
    none: 'No incident is under way.',
    listHead: 'Incidents under way',
    declared: (label) => `${label} is declared.`,
    already: (label) => `It is already handled as ${label}.`,
    added: (count, severity) => `There are now ${count} inquiries. The severity is ${severity}.`,
    attached: (label, count, severity) => `Added to ${label}. It now has ${count} inquiries, at ${severity}.`,
    corrected: (label) => `The record of ${label} is corrected.`,
    entered: (label) =>
      `Recorded as ${label}. Nobody was told. Its other times can be added by \`/incident correct ${label}\`.`,
    yourWords: 'What you entered',
    noCount: 'Write how many, such as `+3`.',
  },
  milestones: {
    started: 'Started',
    detected: 'Detected',
    acknowledged: 'Acknowledged',
    identified: 'Identified',
    mitigated: 'Mitigated',
    resolved: 'Resolved',
  },
  numbers: {
    ttd: 'Started to detected (TTD)',
    tta: 'Detected to acknowledged (TTA)',
    tti: 'Acknowledged to identified (TTI)',
    ttf: 'Identified to mitigated (TTF)',
    ttr: 'Detected to resolved (TTR)',
  },
  timeOrder: {
    after: (own, other, time) =>
      `“${own}” cannot be later than “${other}” (${time}). Check the time; if “${other}” is wrong, correct the record of it first.`,
    before: (own, other, time) =>
      `“${own}” cannot be earlier than “${other}” (${time}). Check the time; if “${other}” is wrong, correct the record of it first.`,
  },
  measured: {
    pending: (missing) => `waiting for "${missing}"`,
    stated: 'not applicable',
    neverReached: (missing) => `resolved without "${missing}"`,
    outOfOrder: (from, to) => `"${to}" is before "${from}", so it cannot be computed`,
    inTheFuture: (milestone) => `"${milestone}" is in the future, so it cannot be computed`,
  },
};

export const incidentText = (locale: Locale): IncidentText => (locale === 'ja' ? ja : en);

/** `INC-7`, and what it is called before its number is known. */
export const labelOf = (number: number | null): string => (number === null ? 'INC-…' : `INC-${number}`);
