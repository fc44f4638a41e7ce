import type { Locale } from '../language/index.ts';
import type { Always, Optional } from './model.ts';

interface Words {
  readonly name: string;
  /** When it comes, or why it always does. */
  readonly what: string;
}

/** What the page of a person's notifications says. */
export interface NotificationText {
  readonly title: string;
  readonly lead: string;
  readonly optional: string;
  readonly always: string;
  readonly alwaysLead: string;
  readonly save: string;
  readonly saved: string;
  readonly kinds: Readonly<Record<Optional | Always, Words>>;
}

const ja: NotificationText = {
  title: '通知',
  lead: 'Toban から届く DM を選べます。あなただけの設定で、ほかの人や、チャンネルに出るものは変わりません。',
  optional: '受け取るもの',
  always: 'いつも届くもの',
  alwaysLead: '届かないとほかの人が困るため、止められません。',
  save: '保存する',
  saved: '保存しました。次の通知から変わります。',
  kinds: {
    handover: { name: '引き継ぎ', what: '自分の当番が始まるときと終わるとき' },
    'shift-reminder': { name: '当番の予告', what: '当番の前日' },
    'cover-reminder': { name: '代理・交代の返事の催促', what: '頼まれたまま、その時刻が近づいたとき' },
    'incident-receipt': { name: '宣言の結果', what: 'インシデントを宣言したとき。部屋や招待の進み具合' },
    'incident-update': { name: '状況の連絡', what: '知らせる先に自分が入っているインシデントの連絡' },
    'update-overdue': {
      name: '連絡の遅れ',
      what: '約束した連絡の時刻を過ぎたとき。切ると、対応チャンネルに出ます',
    },
    'action-reminder': { name: 'アクションアイテムの催促', what: '毎週、自分の期限が近いもの' },
    'postmortem-lead': { name: 'ポストモーテムの担当', what: '担当になったとき' },
    'postmortem-overdue': {
      name: 'ポストモーテムの遅れ',
      what: '期限を過ぎたとき。切ると、対応チャンネルに出ます',
    },
    call: {
      name: '呼び出し',
      what: '当番や順番であなたを呼ぶとき、呼び直すとき、対応中かを尋ねるとき。あなたが見なければ、誰も対応していません。',
    },
    'called-in': {
      name: 'インシデントへの招集',
      what: '重要度の決まりやランブックが、あなたを名指ししたとき。',
    },
    duty: {
      name: '当番の変更と、代理・交代の依頼',
      what: 'あなたの当番が変わるとき、あなたの返事を待っているとき。',
    },
    'room-lost': {
      name: '対応チャンネルが使えない',
      what: '指揮をとるあなたが直さないと、連絡が届きません。',
    },
    sheet: { name: '当番表の間違い', what: 'toban.yaml で当番表の持ち主になっている人だけに届きます。' },
    installation: {
      name: 'Toban の動作にかかわること',
      what: '管理者のアカウントや Webhook が使えなくなったとき。管理する人だけに届きます。',
    },
    answer: { name: '自分がしたことへの返事', what: 'コマンドやボタンの結果。' },
  },
};

const en: NotificationText = {
  title: 'Notifications',
  lead: 'Choose which direct messages Toban sends you. This is about you alone: what others get, and what stands in channels, stays as it is.',
  optional: 'What you want to get',
  always: 'What always comes',
  alwaysLead: 'These cannot be turned off: somebody else relies on your reading them.',
  save: 'Save',
  saved: 'Saved. It holds from the next message on.',
  kinds: {
    handover: { name: 'Handover', what: 'When your shift begins and ends' },
    'shift-reminder': { name: 'Reminder of a shift', what: 'The day before' },
    'cover-reminder': {
      name: 'Cover not answered',
      what: 'When the time of a request that waits for you comes near',
    },
    'incident-receipt': {
      name: 'What became of your declare',
      what: 'When you declare an incident: its room and invitations',
    },
    'incident-update': { name: 'Updates', what: 'Of incidents that you are an audience of' },
    'update-overdue': {
      name: 'Late update',
      what: 'When a promised update is late. Turned off, the war room is told',
    },
    'action-reminder': { name: 'Action items', what: 'Each week, those of yours that are due' },
    'postmortem-lead': { name: 'Leading a postmortem', what: 'When one is given to you' },
    'postmortem-overdue': {
      name: 'Late postmortem',
      what: 'When it is past its date. Turned off, the war room is told',
    },
    call: {
      name: 'Calls',
      what: 'When you are called, called again, or asked how it goes. While you have not seen it, nobody has it.',
    },
    'called-in': {
      name: 'Called into an incident',
      what: 'When a rule of the severity, or a runbook, names you.',
    },
    duty: {
      name: 'Changes of your duty, requests for covers',
      what: 'When your shifts change, and when somebody waits for your answer.',
    },
    'room-lost': {
      name: 'A war room that cannot be used',
      what: 'You lead, and nobody is reached until it is mended.',
    },
    sheet: { name: 'Mistakes in a rota', what: 'Only to those who own it in toban.yaml.' },
    installation: {
      name: 'Toban itself',
      what: 'The administrator’s account or a webhook stopped working. Only to those who run it.',
    },
    answer: { name: 'Answers', what: 'To your own commands and buttons.' },
  },
};

export const notificationText = (locale: Locale): NotificationText => (locale === 'ja' ? ja : en);
