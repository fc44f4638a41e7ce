import type { Locale } from '../language/index.ts';
import { never } from '../platform/errors.ts';
import type { Refusal, State } from './model.ts';
import type { Check } from './parts.ts';
import type { Property } from './template/model.ts';

/** Every sentence of a postmortem, in both languages. Plain text; arguments are ready for the place they stand in. */
export interface PostmortemText {
  readonly noun: string;
  readonly states: Readonly<Record<State, string>>;
  /** What pressing leads to. */
  readonly moves: Readonly<Record<State, string>>;
  readonly check: {
    section(title: string): string;
    readonly empty: string;
    toConfirm(count: number): string;
    readonly write: string;
    readonly confirm: string;
    property(name: string): string;
    readonly fill: string;
    readonly times: string;
    notEnded(labels: string): string;
    readonly resolve: string;
    invalid(labels: string): string;
    readonly correct: string;
    actions(count: number): string;
    loose(count: number, titles: string): string;
    /** `items`: each with its owner. */
    ownerLeft(count: number, items: string): string;
    owned(title: string, owner: string): string;
    readonly assign: string;
    reviewers(count: number): string;
    readonly noReviewers: string;
    readonly name: string;
    readonly notTicked: string;
    readonly tick: string;
  };
  readonly refusals: {
    readonly archived: string;
    readonly empty: string;
    tooLong(most: number): string;
    tooMany(most: number): string;
    readonly gone: string;
    readonly versionUnknown: string;
    sectionNeeded(title: string): string;
    property(name: string, wants: string): string;
    readonly wants: Readonly<Record<Property['type'], string>>;
    notComplete(items: string): string;
    noSuchStep(from: string, to: string): string;
    readonly reason: string;
    readonly notReady: string;
    readonly past: string;
    readonly link: string;
    readonly minutes: string;
    personUnknown(name: string): string;
    outsider(name: string): string;
    readonly privacy: string;
    readonly elsewhere: string;
    readonly first: string;
    readonly incident: string;
    readonly aiOff: string;
    readonly aiSeveral: string;
    readonly aiPrivate: string;
    readonly notDraft: string;
    readonly nothingToWrite: string;
    readonly docsOff: string;
    readonly docsPrivate: string;
  };
  readonly list: string;
}

const ja: PostmortemText = {
  noun: 'ポストモーテム',
  states: { draft: '下書き', ready: '準備完了', published: '公開済み', archived: '保管' },
  moves: { draft: '下書きに戻す', ready: '準備完了にする', published: '公開する', archived: '保管する' },
  check: {
    section: (title) => `「${title}」が書かれている`,
    empty: 'まだ何も書かれていません。',
    toConfirm: (count) => `「未確認」が${count}か所残っています。`,
    write: '書いてください。',
    confirm: '確かめて事実に置き換えるか、行を消してください。',
    property: (name) => `「${name}」が入力されている`,
    fill: '入力してください。',
    times: '時刻に矛盾がない',
    notEnded: (labels) => `${labels} がまだ解決していません。`,
    resolve: 'インシデントを解決にしてください。',
    invalid: (labels) => `時刻の前後が合いません（${labels}）。`,
    correct: 'インシデントのページで時刻を直してください。',
    actions: (count) => `アクションアイテム（${count}件）に担当者と期限がある`,
    loose: (count, titles) => `${count}件に担当者か期限がありません（${titles}）。`,
    ownerLeft: (count, items) => `${count}件の担当者は Slack のアカウントが停止されています（${items}）。`,
    owned: (title, owner) => `${title}: ${owner}さん`,
    assign: '担当者と期限を決めてください。',
    reviewers: (count) => (count > 0 ? `レビュアーが決まっている（${count}人）` : 'レビュアーが決まっている'),
    noReviewers: 'まだ誰も指名されていません。',
    name: '読んでほしい人を選んでください。',
    notTicked: 'まだ済んでいません。',
    tick: '済んだらチェックを入れてください。',
  },
  refusals: {
    archived: '保管されたポストモーテムは変更できません。先に「下書きに戻す」を押してください。',
    empty: '空のままでは保存できません。入力してください。',
    tooLong: (most) => `長すぎます。${most.toLocaleString('ja-JP')}文字までにしてください。`,
    tooMany: (most) => `多すぎます。${most.toLocaleString('ja-JP')}件までにしてください。`,
    gone: 'その項目は見つかりません。ページを読み込み直してください。',
    versionUnknown: '元にした版が見つかりません。入力した文章を控えてから、ページを読み込み直してください。',
    sectionNeeded: (title) => `「${title}」は必須です。空にするには、先に「下書きに戻す」を押してください。`,
    property: (name, wants) => `「${name}」には${wants}を入力してください。`,
    wants: {
      text: '3,000文字までの文章',
      number: '数字',
      choice: '選択肢のひとつ',
      date: '日付（例: 2026-11-24）',
      person: '人',
      url: 'https:// で始まるアドレス',
      checkbox: 'はい か いいえ',
    },
    notComplete: (items) => `チェックリストが残っています: ${items}`,
    noSuchStep: (from, to) => `「${from}」から「${to}」にはできません。`,
    reason: '理由を書いてください。',
    notReady: '会議は、準備完了になってから設定できます。先にチェックリストを済ませてください。',
    past: 'これより後の日時にしてください。',
    link: '会議のリンクは https:// で始まるアドレスにしてください。',
    minutes: '会議の長さは5分から480分の間にしてください。',
    personUnknown: (name) => `${name}さんのアカウントが見つからないか、無効です。別の人を選んでください。`,
    outsider: (name) =>
      `${name}さんは、この非公開インシデントに入っていません。先に対応チャンネルに招待してください。`,
    privacy: '非公開のインシデントと公開のインシデントは、ひとつのポストモーテムにまとめられません。',
    elsewhere:
      'そのインシデントには、準備完了か公開済みのポストモーテムがすでにあります。先にそちらを下書きに戻してください。',
    first: '最初のインシデントは外せません。',
    incident: 'そのインシデントは見つかりません。番号を確かめてください（例: INC-7）。',
    aiOff: 'AIの下書きは設定されていません。使うには toban.yaml の ai: を設定してください。',
    aiSeveral: 'AIの下書きは、1件のインシデントについてのポストモーテムでだけ使えます。',
    aiPrivate: '非公開のインシデントの内容は、AIには送られません。',
    notDraft: 'AIに頼めるのは下書きの間だけです。先に「下書きに戻す」を押してください。',
    docsOff:
      'Google ドキュメントへの書き出しは設定されていません。使うには toban.yaml の postmortem.docs を設定してください。',
    docsPrivate:
      '非公開のインシデントは、ほかの人も読めるフォルダーには書き出せません。Markdown か PDF を使ってください。',
    nothingToWrite: 'AIに頼めるセクションは残っていません。人が書いたところには手を加えません。',
  },
  list: '、',
};

const en: PostmortemText = {
  noun: 'Postmortem',
  states: { draft: 'Draft', ready: 'Ready', published: 'Published', archived: 'Archived' },
  moves: { draft: 'Back to draft', ready: 'Mark as ready', published: 'Publish', archived: 'Archive' },
  check: {
    section: (title) => `"${title}" is written`,
    empty: 'Nothing is written yet.',
    toConfirm: (count) =>
      count === 1 ? '1 line is still to confirm.' : `${count} lines are still to confirm.`,
    write: 'Write it.',
    confirm: 'Put the fact in its place, or remove the line.',
    property: (name) => `"${name}" is filled in`,
    fill: 'Fill it in.',
    times: 'The times make sense',
    notEnded: (labels) => `${labels} is not resolved yet.`,
    resolve: 'Resolve the incident.',
    invalid: (labels) => `Times contradict each other (${labels}).`,
    correct: "Correct them on the incident's page.",
    actions: (count) => `Action items (${count}) have an owner and a due date`,
    loose: (count, titles) => `${count} without an owner or a due date (${titles}).`,
    ownerLeft: (count, items) => `${count} owned by somebody whose Slack account is deactivated (${items}).`,
    owned: (title, owner) => `${title}: ${owner}`,
    assign: 'Give each an owner and a due date.',
    reviewers: (count) => (count > 0 ? `Reviewers are named (${count})` : 'Reviewers are named'),
    noReviewers: 'Nobody is named yet.',
    name: 'Choose who should read it.',
    notTicked: 'Not done yet.',
    tick: 'Tick it when it is done.',
  },
  refusals: {
    archived: 'An archived postmortem cannot be changed. Press "Back to draft" first.',
    empty: 'This cannot be empty. Fill it in.',
    tooLong: (most) => `This is too long. Keep it within ${most.toLocaleString('en-US')} characters.`,
    tooMany: (most) => `These are too many. Keep to ${most.toLocaleString('en-US')}.`,
    gone: 'This is no longer there. Load the page again.',
    versionUnknown: 'The version you began from cannot be found. Copy your text, then load the page again.',
    sectionNeeded: (title) => `"${title}" is required. To empty it, press "Back to draft" first.`,
    property: (name, wants) => `"${name}" takes ${wants}.`,
    wants: {
      text: 'a text of at most 3,000 characters',
      number: 'a number',
      choice: 'one of its options',
      date: 'a date such as 2026-11-24',
      person: 'a person',
      url: 'an address that begins with https://',
      checkbox: 'yes or no',
    },
    notComplete: (items) => `The checklist is not done: ${items}`,
    noSuchStep: (from, to) => `"${from}" does not lead to "${to}".`,
    reason: 'Say why.',
    notReady: 'A meeting can be set once the postmortem is ready. Finish the checklist first.',
    past: 'Choose a time in the future.',
    link: 'The link of the meeting must begin with https://.',
    minutes: 'A meeting takes 5 to 480 minutes.',
    personUnknown: (name) => `The account of ${name} is not there or deactivated. Choose somebody else.`,
    outsider: (name) => `${name} is not part of this private incident. Invite them to its channel first.`,
    privacy: 'A private incident and one that is not cannot share a postmortem.',
    elsewhere: 'That incident has a postmortem that is ready or published. Put that one back to draft first.',
    first: 'The incident it began with stays.',
    incident: 'There is no such incident. Check the number, such as INC-7.',
    aiOff: 'No AI is set up. To use one, describe ai: in toban.yaml.',
    aiSeveral: 'AI drafts only a postmortem that is about a single incident.',
    aiPrivate: 'What is known of a private incident is not sent to AI.',
    notDraft: 'AI is asked only while it is a draft. First go back to draft.',
    docsOff: 'The export to Google Docs is not set up. To use it, describe postmortem.docs in toban.yaml.',
    docsPrivate: 'A private incident is not written into a folder that others read. Use Markdown or PDF.',
    nothingToWrite: 'No section is left for AI to draft. What people wrote is left alone.',
  },
  list: ', ',
};

export const postmortemText = (locale: Locale): PostmortemText => (locale === 'ja' ? ja : en);

/** An item of the checklist in words. `why` and `todo` are null where it is done. Plain text. */
export interface CheckText {
  readonly label: string;
  readonly why: string | null;
  readonly todo: string | null;
}

export function checkText(item: Check, locale: Locale): CheckText {
  const { check, list } = postmortemText(locale);
  const line = (label: string, why: string, todo: string): CheckText =>
    item.done ? { label, why: null, todo: null } : { label, why, todo };
  switch (item.kind) {
    case 'section':
      return item.why === 'empty'
        ? line(check.section(item.title), check.empty, check.write)
        : line(check.section(item.title), check.toConfirm(item.count), check.confirm);
    case 'property':
      return line(check.property(item.title), check.empty, check.fill);
    case 'times':
      return item.why === 'not-ended'
        ? line(check.times, check.notEnded(item.about.join(list)), check.resolve)
        : line(check.times, check.invalid(item.about.join(list)), check.correct);
    case 'actions': {
      const some = (all: readonly string[]) => all.slice(0, 3).join(list) + (all.length > 3 ? ' …' : '');
      const left = item.left.map(({ title, owner }) => check.owned(title, owner));
      const why = [
        item.about.length > 0 ? check.loose(item.about.length, some(item.about)) : '',
        left.length > 0 ? check.ownerLeft(left.length, some(left)) : '',
      ];
      return line(
        check.actions(item.count),
        why.filter((one) => one !== '').join(locale === 'ja' ? '' : ' '),
        check.assign,
      );
    }
    case 'reviewers':
      return line(check.reviewers(item.count), check.noReviewers, check.name);
    case 'own':
      return line(item.title, check.notTicked, check.tick);
    default:
      return never(item);
  }
}

/** Why something was not done, and what to do. Plain text. */
export function refusalWords(refusal: Refusal, locale: Locale): string {
  const text = postmortemText(locale);
  const { refusals } = text;
  switch (refusal.refused) {
    case 'archived':
      return refusals.archived;
    case 'empty':
      return refusals.empty;
    case 'too-long':
      return refusals.tooLong(refusal.most);
    case 'too-many':
      return refusals.tooMany(refusal.most);
    case 'section-unknown':
    case 'property-unknown':
    case 'item-unknown':
      return refusals.gone;
    case 'version-unknown':
      return refusals.versionUnknown;
    case 'section-needed':
      return refusals.sectionNeeded(refusal.section);
    case 'property-wrong':
      return refusals.property(refusal.property.name, refusals.wants[refusal.property.type]);
    case 'not-complete': {
      const items = refusal.checks.map((item) => checkText(item, locale).label);
      return refusals.notComplete(items.join(text.list));
    }
    case 'no-such-step':
      return refusals.noSuchStep(text.states[refusal.from], text.states[refusal.to]);
    case 'reason-needed':
      return refusals.reason;
    case 'not-ready':
      return refusals.notReady;
    case 'in-the-past':
      return refusals.past;
    case 'link-wrong':
      return refusals.link;
    case 'minutes-wrong':
      return refusals.minutes;
    case 'person-unknown':
      return refusals.personUnknown(refusal.name);
    case 'outsider':
      return refusals.outsider(refusal.name);
    case 'privacy-differs':
      return refusals.privacy;
    case 'elsewhere':
      return refusals.elsewhere;
    case 'first-incident':
      return refusals.first;
    case 'incident-unknown':
      return refusals.incident;
    case 'ai-off':
      return refusals.aiOff;
    case 'ai-several':
      return refusals.aiSeveral;
    case 'ai-private':
      return refusals.aiPrivate;
    case 'not-draft':
      return refusals.notDraft;
    case 'docs-off':
      return refusals.docsOff;
    case 'docs-private':
      return refusals.docsPrivate;
    case 'nothing-to-write':
      return refusals.nothingToWrite;
    default:
      return never(refusal);
  }
}
