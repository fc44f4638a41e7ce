import type { Locale } from '../language/index.ts';
import type { Duty, SpanKind } from '../rota/index.ts';

/** Every sentence of a call, in both languages. Arguments are ready for the place they stand in (escaped or not). */
export interface CallText {
  readonly calling: string;
  readonly acknowledged: string;
  readonly done: string;
  readonly nobody: string;
  readonly notOnDuty: string;
  readonly incident: string;
  goesOn(label: string, room: string | null): string;
  san(name: string): string;
  calledIn(channel: string, words: string): string;
  again(who: string): string;
  climbed(who: string, minutes: string): string;
  declined(who: string): string;
  next(time: string, name: string): string;
  nextSame(time: string, name: string): string;
  last(time: string): string;
  heldAfter(after: string): string;
  took(after: string): string;
  doneAfter(after: string): string;
  passedOn(name: string): string;
  exhausted: string;
  told: string;
  readAt(time: string): string;
  staleSince(time: string): string;
  insteadOf(name: string): string;
  shift(from: string, to: string, zone: string): string;
  fallback: string;
  named: string;
  requestFrom(channel: string): string;
  whole: string;
  holderPinged(who: string, minutes: string): string;
  unreachable(channel: string): string;
  readonly buttons: {
    readonly acknowledge: string;
    readonly take: string;
    readonly decline: string;
    readonly done: string;
    readonly incident: string;
  };
  readonly refusals: {
    notCalled(name: string): string;
    alreadyAcknowledged(name: string): string;
    alreadyDone: string;
    notAcknowledged: string;
    justCalled(time: string): string;
    nobodyCalled: string;
    gone: string;
    noRoute: string;
    direct: string;
  };
}

const ja: CallText = {
  calling: '呼び出し中',
  acknowledged: '対応中',
  done: '完了',
  nobody: '応答なし',
  notOnDuty: '当番なし',
  incident: 'インシデント',
  goesOn: (label, room) =>
    room ? `${label} として ${room} で対応しています。` : `${label} として対応しています。`,
  san: (name) => `${name}さん`,
  calledIn: (channel, words) => `${channel} で呼ばれています: ${words}`,
  again: (who) => `もう一度 ${who} さんを呼びます。`,
  climbed: (who, minutes) => `${who} さんへ（${minutes}応答なし）`,
  declined: (who) => `${who} さんへ（前の方は対応できません）`,
  next: (time, name) => `次: ${time} までに受領がなければ ${name}さんへ`,
  nextSame: (time, name) => `次: ${time} までに受領がなければ、もう一度 ${name}さんへ`,
  last: (time) => `次: ${time} までに受領がなければ、このスレッドでお知らせします`,
  heldAfter: (after) => `${after}後に受領`,
  took: (after) => `${after}後に引き受け`,
  doneAfter: (after) => `${after}で完了`,
  passedOn: (name) => `いまは ${name}さんを呼んでいます。`,
  exhausted:
    '呼べる人を全員呼びましたが、受領がありません。電話など別の手段で連絡してください。対応できる方は「自分が対応する」を押してください。',
  told: '今は当番を置いていない時間です。誰も呼んでいません。急ぎなら、対応できる方に直接声をかけてください。',
  readAt: (time) => `${time} に確認`,
  staleSince: (time) => `表を読めないため ${time} の控えを使用`,
  insteadOf: (name) => `代理（本来は ${name}さん）`,
  shift: (from, to, zone) => `${from}–${to} ${zone}`,
  fallback: '当番表では決まらないため、代わりの連絡先',
  named: '呼び出し順で指名',
  requestFrom: (channel) => `${channel} からの依頼`,
  whole: '全文を見る',
  holderPinged: (who, minutes) => `${who} さんが対応中です（${minutes}前に受領）。もう一度声をかけました。`,
  unreachable: (channel) =>
    `${channel} に書き込めないため、当番へは DM で知らせました。チャンネルで \`/invite @Toban\` を実行すると、次からはスレッドで返事をします。`,
  buttons: {
    acknowledge: '受領する',
    take: '自分が対応する',
    decline: '対応できない',
    done: '完了にする',
    incident: 'インシデントにする',
  },
  refusals: {
    notCalled: (name) =>
      `呼ばれているのは ${name}さんです。代わりに引き受けるなら「自分が対応する」を押してください。`,
    alreadyAcknowledged: (name) => `すでに ${name}さんが対応しています。操作は要りません。`,
    alreadyDone: 'この呼び出しはもう完了しています。まだ困っているときは、もう一度呼んでください。',
    notAcknowledged: 'まだ誰も受領していません。対応する方が先に「受領する」を押してください。',
    justCalled: (time) => `${time} に呼んだばかりです。1分たっても受領がなければ、もう一度呼べます。`,
    nobodyCalled: '今は呼べる当番がいません。急ぎなら、対応できる方に直接声をかけてください。',
    gone: 'この呼び出しは見つかりませんでした。もう一度呼んでください。',
    direct:
      '当番を呼ぶには、相談チャンネルで @Toban にメンションしてください。その時間の当番だけを呼びます。',
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
  incident: 'Incident',
  goesOn: (label, room) => (room ? `It goes on as ${label} in ${room}.` : `It goes on as ${label}.`),
  san: (name) => name,
  calledIn: (channel, words) => `You are called in ${channel}: ${words}`,
  again: (who) => `Calling ${who} once more.`,
  climbed: (who, minutes) => `Now ${who} (no answer for ${minutes})`,
  declined: (who) => `Now ${who} (the person before cannot take it)`,
  next: (time, name) => `Next: ${name} at ${time}, unless somebody acknowledges`,
  nextSame: (time, name) => `Next: ${name} again at ${time}, unless somebody acknowledges`,
  last: (time) => `Next: at ${time} this thread says so if nobody has acknowledged`,
  heldAfter: (after) => `acknowledged after ${after}`,
  took: (after) => `taken after ${after}`,
  doneAfter: (after) => `done after ${after}`,
  passedOn: (name) => `Now calling ${name}.`,
  exhausted:
    'Everybody who can be called was called, and nobody has acknowledged. Use another way, such as the phone. If you can take it, press "I have it".',
  told: 'Nobody is on duty at this hour, on purpose. Nobody was called. If it is urgent, speak to somebody directly.',
  readAt: (time) => `read at ${time}`,
  staleSince: (time) => `the sheet cannot be read; using the copy of ${time}`,
  insteadOf: (name) => `standing in for ${name}`,
  shift: (from, to, zone) => `${from}–${to} ${zone}`,
  fallback: 'Fallback, because the sheet cannot decide',
  named: 'Named by the ladder',
  requestFrom: (channel) => `Request from ${channel}`,
  whole: 'read all of it',
  holderPinged: (who, minutes) => `${who} has it (acknowledged ${minutes} ago). Pinged once more.`,
  unreachable: (channel) =>
    `Toban cannot post in ${channel}, so the person on duty was told by direct message. Run \`/invite @Toban\` there and the next answer comes in the thread.`,
  buttons: {
    acknowledge: 'Acknowledge',
    take: 'I have it',
    decline: 'I cannot',
    done: 'Mark as done',
    incident: 'Make it an incident',
  },
  refusals: {
    notCalled: (name) => `${name} is the one being called. To take it over, press "I have it".`,
    alreadyAcknowledged: (name) => `${name} already has it. There is nothing to do.`,
    alreadyDone: 'This call is already done. If you still need help, call again.',
    notAcknowledged: 'Nobody has acknowledged yet. Whoever takes it presses "Acknowledge" first.',
    justCalled: (time) => `Called at ${time}. You can call again after a minute without an answer.`,
    nobodyCalled: 'There is nobody on duty to call now. If it is urgent, speak to somebody directly.',
    gone: 'This call was not found. Please call again.',
    direct:
      'To call the person on duty, mention @Toban in the help channel. Only the person on duty is called.',
    noRoute: 'This channel has no on-call route. Add it under routes in toban.yaml.',
  },
};

export const callText = (locale: Locale): CallText => (locale === 'ja' ? ja : en);

type Hole = Exclude<SpanKind, 'people'>;

const HOLES: Readonly<Record<Locale, Readonly<Record<Hole, (cell: string, text: string) => string>>>> = {
  ja: {
    free: (cell) => `当番表（${cell}）では今は当番を置かない時間です。代わりの連絡先を呼びました。`,
    gap: (cell) =>
      `当番表（${cell}）に今の時間の当番が書かれていません。代わりの連絡先を呼びました。表に名前を入れてください。`,
    ambiguous: (cell, text) =>
      `${cell} の「${text}」からは誰か一人に決まりません。代わりの連絡先を呼びました。表を直してください。`,
    unknown: (cell, text) =>
      `${cell} の「${text}」さんがメンバー表にも Slack にも見つかりません。代わりの連絡先を呼びました。名前か別名を直してください。`,
    error: (cell) =>
      `${cell} の数式がエラーになっています。代わりの連絡先を呼びました。セルを直してください。`,
    deactivated: (cell, text) =>
      `${cell} の「${text}」さんの Slack アカウントは停止されています。代わりの連絡先を呼びました。当番を入れ替えてください。`,
  },
  en: {
    free: (cell) => `The sheet (${cell}) has nobody on duty now, on purpose. The fallback was called.`,
    gap: (cell) =>
      `The sheet (${cell}) names nobody for this hour. The fallback was called. Please fill in a name.`,
    ambiguous: (cell, text) =>
      `"${text}" in ${cell} does not name one person. The fallback was called. Please correct the sheet.`,
    unknown: (cell, text) =>
      `"${text}" in ${cell} is neither in the members tab nor in Slack. The fallback was called. Please correct the name or add an alias.`,
    error: (cell) => `The formula in ${cell} fails. The fallback was called. Please repair the cell.`,
    deactivated: (cell, text) =>
      `The Slack account of "${text}" in ${cell} is deactivated. The fallback was called. Please change the rota.`,
  },
};

/** Why the sheet's own person is not called, in one sentence with what to do. Plain text. */
export function dutySentence(kind: Hole, duty: Duty | null, locale: Locale): string {
  const nowhere = locale === 'ja' ? '該当する行なし' : 'no row for it';
  return HOLES[locale][kind](duty?.cell ?? nowhere, duty?.text ?? '');
}
