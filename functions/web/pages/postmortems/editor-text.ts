import type { Locale } from '../../../../shared/language/index.ts';

/** What the editor of a section says. */
export interface EditorText {
  readonly field: string;
  readonly hint: string;
  place(line: string, column: string): string;
  readonly guidance: string;
  readonly preview: string;
  readonly check: string;
  readonly save: string;
  readonly cancel: string;
  readonly notCurrent: string;
  readonly saved: string;
  readonly merged: string;
  readonly unchanged: string;
  /** `by`: null for Toban. */
  conflict(by: string | null): string;
  readonly conflictHow: string;
  readonly theirs: string;
  readonly mine: string;
  readonly takeTheirs: string;
  readonly difference: string;
  readonly history: string;
  version(number: number): string;
  readonly joined: string;
  changes(from: string, to: string): string;
  readonly emptyBefore: string;
  readonly compare: string;
  readonly goBack: string;
  /** Of an old version that is about to be saved anew. */
  going(version: string): string;
  readonly older: string;
  readonly nothing: string;
  readonly text: string;
  readonly back: string;
}

const ja: EditorText = {
  field: '本文（Markdown）',
  hint: '20万文字まで。この項目だけを保存します。',
  place: (line, column) => `${line}行 ${column}列`,
  guidance: '書くこと',
  preview: 'プレビュー',
  check: 'プレビューを更新',
  save: '保存する',
  cancel: 'やめる',
  notCurrent: 'プレビューを更新できません。入力した文章はこのまま残っています。',
  saved: '保存しました。',
  merged:
    '保存しました。書いている間にほかの人が保存した行も、あわせて入っています。読み直して確かめてください。',
  unchanged: '変更がないため、そのままです。',
  conflict: (by) =>
    `まだ保存していません。書いている間に${by === null ? 'Toban' : `${by}さん`}が同じ行を変更しました。`,
  conflictHow:
    '下の欄にあなたの文章があります。相手の文章から残したいところを取り込み、「保存する」を押してください。どちらの文章も履歴に残ります。',
  theirs: '相手の文章',
  mine: 'あなたの文章',
  takeTheirs: '相手の文章のままにする',
  difference: '相手の文章からあなたの文章への違い',
  history: '変更の履歴',
  version: (number) => `版${number}`,
  joined: 'ほかの人の行と合わせて保存',
  changes: (from, to) => `${from} から ${to} への変更点`,
  emptyBefore: '空',
  compare: '変更点',
  goBack: 'この版の文章に戻す',
  going: (version) => `${version}の文章です。保存すると新しい版になり、いまの文章は履歴に残ります。`,
  older: '古いものへ',
  nothing: 'まだ何も保存されていません。',
  text: 'この版の文章',
  back: 'ポストモーテムに戻る',
};

const en: EditorText = {
  field: 'Text (Markdown)',
  hint: 'Up to 200,000 characters. Only this section is saved.',
  place: (line, column) => `line ${line}, column ${column}`,
  guidance: 'What belongs here',
  preview: 'Preview',
  check: 'Update the preview',
  save: 'Save',
  cancel: 'Cancel',
  notCurrent: 'The preview cannot be updated. What you wrote is still here.',
  saved: 'Saved.',
  merged: 'Saved. Lines that somebody else saved while you were writing are in it too: read it once more.',
  unchanged: 'Nothing was different, so it stays as it is.',
  conflict: (by) => `Not saved yet. ${by ?? 'Toban'} changed the same lines while you were writing.`,
  conflictHow:
    'Your text stands in the field below. Take over what should stay of theirs, then press "Save". Both texts stay in the history.',
  theirs: 'Their text',
  mine: 'Your text',
  takeTheirs: 'Keep their text',
  difference: 'From their text to yours',
  history: 'History',
  version: (number) => `version ${number}`,
  joined: "joined with somebody else's lines",
  changes: (from, to) => `Changes from ${from} to ${to}`,
  emptyBefore: 'empty',
  compare: 'Changes',
  goBack: 'Go back to this version',
  going: (version) =>
    `This is the text of ${version}. Saved, it becomes a new version; the present text stays in the history.`,
  older: 'Older',
  nothing: 'Nothing has been saved yet.',
  text: 'The text of this version',
  back: 'Back to the postmortem',
};

export const editorText = (locale: Locale): EditorText => (locale === 'ja' ? ja : en);
