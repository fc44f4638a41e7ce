import type { Locale } from '../language/index.ts';
import type { Duty, SpanKind } from '../rota/index.ts';

/** Every sentence of a call, in both languages. Arguments are ready for the place they stand in (escaped or not). */
export interface CallText {
  readonly calling: string;
  readonly acknowledged: string;
  readonly done: string;
  readonly nobody: string;
  readonly notOnDuty: string;
  readonly outsideHours: string;
  readonly incident: string;
  goesOn(label: string, room: string | null): string;
  san(name: string): string;
  calledIn(channel: string, words: string): string;
  please(who: string): string;
  /** One line each, below the card: who is called now, and why. */
  readonly line: {
    first(time: string, who: string): string;
    climb(time: string, who: string, waited: string): string;
    again(time: string, who: string, waited: string): string;
    declined(time: string, who: string, before: string): string;
    handed(time: string, who: string, by: string): string;
    lapsed(time: string, who: string, before: string): string;
  };
  again(who: string): string;
  next(time: string, name: string): string;
  nextSame(time: string, name: string): string;
  last(time: string): string;
  heldAfter(after: string): string;
  took(after: string): string;
  until(time: string): string;
  asking(name: string, time: string): string;
  takenBack(name: string): string;
  passedOn(name: string): string;
  exhausted: string;
  told: string;
  toldOutside(opens: string | null): string;
  follows(time: string, name: string): string;
  readonly question: { title(since: string): string; readonly answered: string };
  signalFailed(via: string): string;
  readAt(time: string): string;
  staleSince(time: string): string;
  insteadOf(name: string): string;
  covered(taker: string, asker: string): string;
  handedBy(name: string): string;
  /** Plain text. */
  readonly routeGone: string;
  shift(from: string, to: string, zone: string): string;
  fallback: string;
  named: string;
  requestFrom(channel: string): string;
  whole: string;
  story: string;
  holderPinged(who: string, minutes: string): string;
  unreachable(channel: string): string;
  readonly buttons: {
    readonly acknowledge: string;
    readonly take: string;
    readonly decline: string;
    readonly extend: string;
    readonly more: string;
    readonly hand: string;
    readonly done: string;
    readonly takeBack: string;
    readonly incident: string;
  };
  /** Answers to a command or a shortcut. */
  readonly ways: {
    help(channels: string): string;
    readonly empty: string;
    where(channels: string): string;
    asks(who: string): string;
    calling(channel: string): string;
    cannotPost(channel: string): string;
    readonly who: string;
  };
  /** Answers to a direct message. */
  readonly direct: {
    readonly which: string;
    readonly whether: string;
    /** Label of a button, plain; `who` is null where nobody is on duty now. */
    call(rota: string, who: string | null): string;
    chosen(rota: string): string;
    readonly routeLost: string;
    /** The request, told to whoever is called: nobody else can see the direct message. */
    calledBy(who: string, words: string): string;
    from(who: string): string;
  };
  /** Calls from the app's home. Plain. */
  readonly form: {
    readonly title: string;
    readonly which: string;
    readonly words: string;
    readonly hint: string;
    readonly submit: string;
    readonly cancel: string;
  };
  readonly handModal: {
    readonly title: string;
    readonly label: string;
    readonly hint: string;
    readonly submit: string;
    readonly cancel: string;
  };
  readonly refusals: {
    notCalled(name: string): string;
    alreadyAcknowledged(name: string): string;
    alreadyDone: string;
    notAcknowledged: string;
    justCalled(time: string): string;
    nobodyCalled: string;
    handToSelf: string;
    handToNobody: string;
    gone: string;
    noRoute: string;
    direct: string;
    thread: string;
  };
}

const ja: CallText = {
  calling: '呼び出し中',
  acknowledged: '対応中',
  done: '完了',
  nobody: '応答なし',
  notOnDuty: '当番なし',
  outsideHours: '受付時間外',
  incident: 'インシデント',
  goesOn: (label, room) =>
    room ? `${label} として ${room} で対応しています。` : `${label} として対応しています。`,
  san: (name) => `${name}さん`,
  calledIn: (channel, words) => `${channel} で呼ばれています: ${words}`,
  please: (who) => `${who} 受領をお願いします。`,
  line: {
    first: (time, who) => `${time} ${who} さんへ`,
    climb: (time, who, waited) => `${time} ${who} さんへ（${waited}応答なし）`,
    again: (time, who, waited) => `${time} ${who} さんへもう一度（${waited}応答なし）`,
    declined: (time, who, before) => `${time} ${who} さんへ（${before}さんは対応できません）`,
    handed: (time, who, by) => `${time} ${who} さんへ（${by}さんから引き継ぎ）`,
    lapsed: (time, who, before) => `${time} ${who} さんへ（${before}さんから返事がありません）`,
  },
  again: (who) => `もう一度 ${who} さんを呼びます。`,
  next: (time, name) => `次: ${time} ${name}さん`,
  nextSame: (time, name) => `次: ${time} もう一度 ${name}さん`,
  last: (time) => `次: ${time} 受領がなければ、このスレッドでお知らせします`,
  heldAfter: (after) => `${after}後に受領`,
  took: (after) => `${after}後に引き受け`,
  until: (time) => `${time} まで対応の予定です`,
  asking: (name, time) => `${name}さんに状況を確認しています。${time} までに返事がなければ次の方を呼びます`,
  takenBack: (name) => `${name}さんが取り下げ`,
  passedOn: (name) => `いまは ${name}さんを呼んでいます。`,
  exhausted:
    '呼べる人を全員呼びましたが、受領がありません。電話など別の手段で連絡してください。対応できる方は「自分が対応する」を押してください。',
  told: '今は当番を置いていない時間です。誰も呼んでいません。急ぎなら、対応できる方に直接声をかけてください。',
  toldOutside: (opens) =>
    `今は受付時間外のため、誰も呼んでいません。${opens ? `次の受付は ${opens} からです。` : ''}急ぎなら、対応できる方に直接声をかけてください。`,
  follows: (time, name) => `${time} に完了した呼び出し（${name}さん）の続き`,
  question: {
    title: (since) => `⏱ *その後どうなりましたか* · ${since}に受領した呼び出しです`,
    answered: 'この確認は終わりました。',
  },
  signalFailed: (via) =>
    `連絡サービス「${via}」に知らせられませんでした。Slack では呼んでいます。toban.yaml の webhooks を確認してください。`,
  readAt: (time) => `${time} に確認`,
  staleSince: (time) => `表を読めないため ${time} の控えを使用`,
  insteadOf: (name) => `${name}さんの代理`,
  covered: (taker, asker) => `代理: ${taker}さん（${asker}さんの依頼）`,
  handedBy: (name) => `${name}さんから引き継ぎ`,
  routeGone:
    'この呼び出しの設定（routes）が toban.yaml からなくなりました。代わりの連絡先を呼びました。設定を変えた方に確認してください。',
  shift: (from, to, zone) => `${from}–${to} ${zone}`,
  fallback: '当番表では決まらないため、代わりの連絡先',
  named: '呼び出し順で指名',
  requestFrom: (channel) => `${channel} からの依頼`,
  whole: '全文を見る',
  story: '経緯',
  holderPinged: (who, minutes) => `${who} さんが対応中です（${minutes}前に受領）。もう一度声をかけました。`,
  unreachable: (channel) =>
    `${channel} に書き込めないため、当番へは DM で知らせました。チャンネルで \`/invite @Toban\` を実行すると、次からはスレッドで返事をします。`,
  buttons: {
    acknowledge: '受領する',
    take: '自分が対応する',
    decline: '対応できない',
    extend: '対応中・30分ほしい',
    more: 'あと30分ほしい',
    hand: 'ほかの人に渡す',
    done: '完了にする',
    takeBack: '解決したので取り下げる',
    incident: 'インシデントにする',
  },
  ways: {
    help: (channels) =>
      `*当番を呼ぶ*\n• ${channels} で @Toban にメンション\n• \`/toban call 困っていること\` どのチャンネルからでも\n• メッセージの「…」から「当番を呼ぶ」\n• このアプリへの DM\n\`/toban who\` で、いま呼ぶと誰につながるかを確認できます（誰も呼びません）。`,
    empty: '困っていることを続けて書いてください。例: `/toban call 返却できないお客様がいます`',
    where: (channels) => `ここからはどの当番か決まりません。${channels} のいずれかで呼んでください。`,
    asks: (who) => `${who} さんからの依頼です。`,
    calling: (channel) => `${channel} で当番を呼びます。返事はそのスレッドに届きます。`,
    cannotPost: (channel) =>
      `${channel} に書き込めないため、誰も呼んでいません。${channel} で \`/invite @Toban\` を実行してから、もう一度呼んでください。`,
    who: 'いま呼ぶと、この順でつながります（誰も呼んでいません）。',
  },
  direct: {
    which: 'どの当番を呼びますか。押した当番だけを呼びます。',
    whether: '新しく当番を呼びますか。呼ぶときだけ押してください。まだ誰も呼んでいません。',
    call: (rota, who) => `${rota}を呼ぶ（${who ?? '今は当番なし'}）`,
    chosen: (rota) => `${rota}を呼びました。`,
    routeLost:
      'この当番は設定が変わり、ここからは呼べなくなりました。もう一度メッセージを書いてください。誰も呼んでいません。',
    calledBy: (who, words) => `${who} さんから DM で呼ばれています: ${words}`,
    from: (who) => `${who} さんから DM での依頼です。返事はご本人に直接送ってください`,
  },
  form: {
    title: '当番を呼ぶ',
    which: 'どの当番',
    words: '困っていること',
    hint: '送ると、その時間の当番だけを呼びます。返事はこのアプリの DM に届きます。',
    submit: '呼ぶ',
    cancel: 'やめる',
  },
  handModal: {
    title: 'ほかの人に渡す',
    label: '渡す相手',
    hint: 'スレッドでのメンションと DM で呼びます。受領がなければ、呼び出し順の次の方へ進みます。',
    submit: '渡す',
    cancel: 'やめる',
  },
  refusals: {
    notCalled: (name) =>
      `呼ばれているのは ${name}さんです。代わりに引き受けるなら「自分が対応する」を押してください。`,
    alreadyAcknowledged: (name) => `すでに ${name}さんが対応しています。操作は要りません。`,
    alreadyDone: 'この呼び出しはもう完了しています。まだ困っているときは、もう一度呼んでください。',
    notAcknowledged:
      'まだ誰も受領していません。対応する方が先に「受領する」を押してください。取り下げられるのは依頼した方だけです。',
    justCalled: (time) => `${time} に呼んだばかりです。1分たっても受領がなければ、もう一度呼べます。`,
    nobodyCalled: '今は呼べる当番がいません。急ぎなら、対応できる方に直接声をかけてください。',
    handToNobody: 'その相手は呼べません（アプリか、停止されたアカウントです）。ほかの方を選んでください。',
    handToSelf: '自分には渡せません。ほかの方を選んでください。',
    gone: 'この呼び出しは見つかりませんでした。もう一度呼んでください。',
    direct:
      '当番を呼ぶには、相談チャンネルで @Toban にメンションしてください。その時間の当番だけを呼びます。',
    thread:
      'このスレッドからは当番を呼べません。スレッドではなく、新しいメッセージとして書いてください。誰も呼んでいません。',
    noRoute:
      'このチャンネルには当番の設定がありません。toban.yaml の routes にこのチャンネルを加えてください。',
  },
};

const en: CallText = {
  calling: 'Calling',
  acknowledged: 'In hand',
  done: 'Done',
  nobody: 'No answer',
  notOnDuty: 'Nobody on duty',
  outsideHours: 'Outside hours',
  incident: 'Incident',
  goesOn: (label, room) => (room ? `It goes on as ${label} in ${room}.` : `It goes on as ${label}.`),
  san: (name) => name,
  calledIn: (channel, words) => `You are called in ${channel}: ${words}`,
  please: (who) => `${who} please acknowledge.`,
  line: {
    first: (time, who) => `${time} now ${who}`,
    climb: (time, who, waited) => `${time} now ${who} (no answer for ${waited})`,
    again: (time, who, waited) => `${time} ${who} once more (no answer for ${waited})`,
    declined: (time, who, before) => `${time} now ${who} (${before} cannot take it)`,
    handed: (time, who, by) => `${time} now ${who} (handed on by ${by})`,
    lapsed: (time, who, before) => `${time} now ${who} (${before} has gone silent)`,
  },
  again: (who) => `Calling ${who} once more.`,
  next: (time, name) => `Next: ${time} ${name}`,
  nextSame: (time, name) => `Next: ${time} ${name} again`,
  last: (time) => `Next: ${time} this thread says so if nobody has acknowledged`,
  heldAfter: (after) => `acknowledged after ${after}`,
  took: (after) => `taken after ${after}`,
  until: (time) => `Expects to be done by ${time}`,
  asking: (name, time) =>
    `Asking ${name} how it goes. Without an answer by ${time}, the next person is called`,
  takenBack: (name) => `taken back by ${name}`,
  passedOn: (name) => `Now calling ${name}.`,
  exhausted:
    'Everybody who can be called was called, and nobody has acknowledged. Use another way, such as the phone. If you can take it, press "I have it".',
  told: 'Nobody is on duty at this hour, on purpose. Nobody was called. If it is urgent, speak to somebody directly.',
  toldOutside: (opens) =>
    `It is outside the hours of this desk, so nobody was called.${opens ? ` It opens again at ${opens}.` : ''} If it is urgent, speak to somebody directly.`,
  follows: (time, name) => `goes on from the call done at ${time} (${name})`,
  question: {
    title: (since) => `⏱ *How is it going?* · you acknowledged this call ${since}`,
    answered: 'This question is settled.',
  },
  signalFailed: (via) =>
    `The service "${via}" could not be told. Slack is calling all the same. Check webhooks in toban.yaml.`,
  readAt: (time) => `read at ${time}`,
  staleSince: (time) => `the sheet cannot be read; using the copy of ${time}`,
  insteadOf: (name) => `standing in for ${name}`,
  covered: (taker, asker) => `cover: ${taker} (asked for by ${asker})`,
  handedBy: (name) => `handed on by ${name}`,
  routeGone:
    'The route of this call is gone from toban.yaml. The fallback was called. Please ask whoever changed it.',
  shift: (from, to, zone) => `${from}–${to} ${zone}`,
  fallback: 'Fallback, because the sheet cannot decide',
  named: 'Named by the ladder',
  requestFrom: (channel) => `Request from ${channel}`,
  whole: 'read all of it',
  story: 'what happened',
  holderPinged: (who, minutes) => `${who} has it (acknowledged ${minutes} ago). Pinged once more.`,
  unreachable: (channel) =>
    `Toban cannot post in ${channel}, so the person on duty was told by direct message. Run \`/invite @Toban\` there and the next answer comes in the thread.`,
  buttons: {
    acknowledge: 'Acknowledge',
    take: 'I have it',
    decline: 'I cannot',
    extend: 'On it, need 30 min',
    more: 'Need 30 min more',
    hand: 'Hand on to somebody',
    done: 'Mark as done',
    takeBack: 'Solved, take it back',
    incident: 'Make it an incident',
  },
  ways: {
    help: (channels) =>
      `*Call the person on duty*\n• mention @Toban in ${channels}\n• \`/toban call what is wrong\` from any channel\n• "Call the person on duty" in the menu of a message\n• a direct message to this app\n\`/toban who\` says whom a call would reach now, and calls nobody.`,
    empty: 'Please add what is wrong, such as: `/toban call a customer cannot return the bike`',
    where: (channels) => `From here it is not clear whom to call. Please call in one of ${channels}.`,
    asks: (who) => `Request from ${who}.`,
    calling: (channel) => `Calling in ${channel}. The answer comes in that thread.`,
    cannotPost: (channel) =>
      `Toban cannot post in ${channel}, so nobody was called. Run \`/invite @Toban\` in ${channel} and call again.`,
    who: 'A call made now would reach, in this order (nobody was called):',
  },
  direct: {
    which: 'Which on-call person is to be called? Only the one you press is.',
    whether: 'Is this a new call? Press only if somebody is to be called. Nobody has been called yet.',
    call: (rota, who) => `Call ${rota} (${who ?? 'nobody on duty now'})`,
    chosen: (rota) => `Called: ${rota}.`,
    routeLost:
      'The settings have changed and this one cannot be called from here any more. Please write your message again. Nobody was called.',
    calledBy: (who, words) => `${who} calls you by direct message: ${words}`,
    from: (who) => `Request from ${who} by direct message. Please answer them directly`,
  },
  form: {
    title: 'Call for help',
    which: 'Which rota',
    words: 'What is wrong',
    hint: 'Only the person on duty is called. The answer comes in your direct messages with this app.',
    submit: 'Call',
    cancel: 'Cancel',
  },
  handModal: {
    title: 'Hand on to somebody',
    label: 'To whom',
    hint: 'They are mentioned in the thread and told by direct message. Without an answer, the ladder goes on.',
    submit: 'Hand on',
    cancel: 'Cancel',
  },
  refusals: {
    notCalled: (name) => `${name} is the one being called. To take it over, press "I have it".`,
    alreadyAcknowledged: (name) => `${name} already has it. There is nothing to do.`,
    alreadyDone: 'This call is already done. If you still need help, call again.',
    notAcknowledged:
      'Nobody has acknowledged yet. Whoever takes it presses "Acknowledge" first. Only whoever asked can take the call back.',
    justCalled: (time) => `Called at ${time}. You can call again after a minute without an answer.`,
    nobodyCalled: 'There is nobody on duty to call now. If it is urgent, speak to somebody directly.',
    handToNobody: 'They cannot be called (an app, or a deactivated account). Please choose somebody else.',
    handToSelf: 'You cannot hand it on to yourself. Please choose somebody else.',
    gone: 'This call was not found. Please call again.',
    direct:
      'To call the person on duty, mention @Toban in the help channel. Only the person on duty is called.',
    thread:
      'Nobody can be called from this thread, and nobody was. Please write a new message instead of a reply.',
    noRoute: 'This channel has no on-call route. Add it under routes in toban.yaml.',
  },
};

export const callText = (locale: Locale): CallText => (locale === 'ja' ? ja : en);

type Hole = Exclude<SpanKind, 'people'>;

const HOLES: Readonly<Record<Locale, Readonly<Record<Hole, (cell: string, text: string) => string>>>> = {
  ja: {
    free: (cell) =>
      `当番表（${cell}）では今は当番を置かない時間です。代わりの連絡先を呼びました。呼ぶべき方がいる場合は、表に名前を入れてください。`,
    gap: (cell) =>
      `当番表（${cell}）に今の時間の当番が書かれていません。代わりの連絡先を呼びました。表に名前を入れてください。`,
    ambiguous: (cell, text) =>
      `${cell} の「${text}」は一人に決まりません。代わりの連絡先を呼びました。フルネーム、メール、Slack ID のいずれかで書いてください。`,
    unknown: (cell, text) =>
      `${cell} の「${text}」さんがメンバー表にも Slack にも見つかりません。代わりの連絡先を呼びました。名前か別名を直してください。`,
    error: (cell, text) =>
      `${cell} の数式がエラー（${text}）です。代わりの連絡先を呼びました。数式を直すか、当番の名前を直接入力してください。`,
    deactivated: (cell, text) =>
      `${cell} の「${text}」さんの Slack アカウントは停止されています。代わりの連絡先を呼びました。当番を入れ替えてください。`,
  },
  en: {
    free: (cell) =>
      `The sheet (${cell}) has nobody on duty now, on purpose. The fallback was called. If somebody should be on duty, name them there.`,
    gap: (cell) =>
      `The sheet (${cell}) names nobody for this hour. The fallback was called. Please fill in a name.`,
    ambiguous: (cell, text) =>
      `"${text}" in ${cell} may be several people. The fallback was called. Please write the full name, the e-mail address or the Slack ID.`,
    unknown: (cell, text) =>
      `"${text}" in ${cell} is neither in the members tab nor in Slack. The fallback was called. Please correct the name or add an alias.`,
    error: (cell, text) =>
      `${cell} holds a formula error (${text}). The fallback was called. Please correct the formula, or enter who is on duty.`,
    deactivated: (cell, text) =>
      `The Slack account of "${text}" in ${cell} is deactivated. The fallback was called. Please change the rota.`,
  },
};

/** Why the sheet's own person is not called, in one sentence with what to do. Plain text. */
export function dutySentence(kind: Hole, duty: Duty | null, locale: Locale): string {
  const nowhere = locale === 'ja' ? '該当する行なし' : 'no row for it';
  return HOLES[locale][kind](duty?.cell ?? nowhere, duty?.text ?? '');
}
