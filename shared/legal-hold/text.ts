import type { Locale } from '../language/index.ts';
import type { Refusal } from './model.ts';

/** What is said of holds. Plain text: whoever shows it escapes it. */
export interface HoldText {
  readonly title: string;
  readonly lead: string;
  readonly none: string;
  /** On the page of what is held. */
  readonly held: string;
  by(name: string, time: string): string;
  readonly reason: string;
  readonly reasonHint: string;
  readonly record: string;
  readonly recordHint: string;
  readonly set: string;
  readonly setHelp: string;
  readonly lift: string;
  readonly liftHelp: string;
  readonly done: { readonly set: string; readonly lifted: string };
  /** Where whoever looks may not know which. */
  readonly secret: string;
  readonly secretHelp: string;
  call(time: string): string;
  refusal(refusal: Refusal): string;
}

const ja: HoldText = {
  title: '法的保全',
  lead: '保全中のものは、保存期間が過ぎても消えません。インシデントなら、タイムライン・ポストモーテム・アクションアイテム・元の呼び出しも一緒に残ります。',
  none: '保全中のものはありません。',
  held: '法的保全中',
  by: (name, time) => `${name} さんが ${time} に設定`,
  reason: '理由',
  reasonHint: '訴訟や調査の名前など。このインシデントや呼び出しを見られる人に表示します',
  record: '対象',
  recordHint: 'INC-12 のような番号か、インシデント・呼び出しのページのアドレス',
  set: '保全する',
  setHelp: '解除するまで、保存期間が過ぎても消えません。',
  lift: '保全を解除する',
  liftHelp: '保存期間を過ぎていれば、次の削除で消えます。解除したことは操作の記録に残ります。',
  done: { set: '保全しました。', lifted: '保全を解除しました。' },
  secret: '非公開のインシデント',
  secretHelp: '見られる人だけが解除できます。',
  call: (time) => `${time} の呼び出し`,
  refusal: (refusal) => {
    switch (refusal.refused) {
      case 'gone':
        return '対象が見つかりません。INC-12 のような番号か、ページのアドレスを入れてください。';
      case 'reason-needed':
        return '理由を書いてください。あとから、残してある訳がわかるようにするためです。';
      case 'reason-long':
        return `理由は ${refusal.most} 文字までです。短くしてください。`;
      case 'held-already':
        return `すでに ${refusal.hold.by.name} さんが保全しています。理由を変えるには、いったん解除してください。`;
      case 'not-held':
        return '保全されていません。ほかの人が解除したようです。';
      case 'full':
        return '保全できる数の上限です。要らなくなったものを解除してください。';
    }
  },
};

const en: HoldText = {
  title: 'Legal hold',
  lead: 'What is held never goes, whatever the rules say. With an incident its timeline, postmortem, action items and the calls it came from stay, too.',
  none: 'Nothing is held.',
  held: 'Under legal hold',
  by: (name, time) => `set by ${name}, ${time}`,
  reason: 'Reason',
  reasonHint: 'Such as the name of a lawsuit or inquiry. Shown to everybody who may see the incident or call',
  record: 'What to hold',
  recordHint: 'A number such as INC-12, or the address of an incident’s or a call’s page',
  set: 'Hold it',
  setHelp: 'Until it is released it stays, however old it is.',
  lift: 'Release it',
  liftHelp:
    'If it is older than the rule says, the next deletion takes it. The release stays in the audit log.',
  done: { set: 'It is held.', lifted: 'It is released.' },
  secret: 'A private incident',
  secretHelp: 'Only those who may see it can release it.',
  call: (time) => `Call of ${time}`,
  refusal: (refusal) => {
    switch (refusal.refused) {
      case 'gone':
        return 'There is nothing of that name. Give a number such as INC-12, or the address of a page.';
      case 'reason-needed':
        return 'Give a reason, so that people know later why it is kept.';
      case 'reason-long':
        return `A reason has at most ${refusal.most} characters. Make it shorter.`;
      case 'held-already':
        return `${refusal.hold.by.name} holds it already. To change the reason, release it first.`;
      case 'not-held':
        return 'It is not held. Somebody else may have released it.';
      case 'full':
        return 'No more can be held. Release what need not be held any longer.';
    }
  },
};

export const holdText = (locale: Locale): HoldText => (locale === 'ja' ? ja : en);
