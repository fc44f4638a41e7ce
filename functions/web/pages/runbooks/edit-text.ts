import type { Locale } from '../../../../shared/language/index.ts';
import type { Conflict } from '../../../../shared/runbook/index.ts';

/** What the editor of runbooks says. */
export interface EditText {
  readonly writing: string;
  editing(id: string): string;
  readonly source: string;
  readonly sourceHint: string;
  readonly save: string;
  readonly check: string;
  readonly play: string;
  readonly cancel: string;
  readonly saveAsNew: string;
  readonly preview: string;
  readonly previewNote: string;
  readonly notCurrent: string;
  place(line: string, column: string): string;
  readonly saved: string;
  readonly unchanged: string;
  readonly blocked: string;
  readonly full: string;
  readonly conflicts: Readonly<Record<Conflict, (id: string) => string>>;
  theirs(by: string, time: string): string;
  readonly between: string;
  readonly overwrite: string;
  readonly help: string;
  readonly commands: readonly (readonly [command: string, meaning: string])[];
  readonly sample: string;
}

const ja: EditText = {
  writing: 'ランブックを書く',
  editing: (id) => `${id} を編集`,
  source: '本文（Markdown）',
  sourceHint: '見出し（##）が章、リストの項目が手順です。項目の最後に `指示` を書きます。',
  save: '保存する',
  check: '確認する',
  play: '試しに動かす',
  cancel: 'やめる',
  saveAsNew: '新しいランブックとして保存する',
  preview: 'プレビュー',
  previewNote: '書くと、ここに問題と見え方が出ます。',
  notCurrent: 'プレビューを更新できません。入力は残っています。「確認する」を押してください。',
  place: (line, column) => `${line}行 ${column}列`,
  saved: '保存しました。これから始まるランブックに使われます。進行中のものは元の版のままです。',
  unchanged: '変わったところがないため、新しい版は作っていません。',
  blocked:
    '問題があるため保存していません。書いたものは下に残っています。印の行を直して、もう一度保存してください。',
  full: 'ランブックが300件あるため、新しく増やせません。既にあるものを書き換えてください。書いたものは下に残っています。',
  conflicts: {
    stale: () =>
      'あなたが書いている間に、ほかの人が保存しました。まだ何も上書きしていません。違いを確かめ、必要なところを取り込んでから保存してください。',
    exists: (id) =>
      `ランブック「${id}」は既にあります。まだ何も保存していません。先頭の id を別のものに変えてください。`,
    'other-id': (id) =>
      `先頭の id か language が変わっています。このページで保存できるのは「${id}」だけです。元に戻すか、新しいランブックとして保存してください。`,
  },
  theirs: (by, time) => `${by}さんが ${time} に保存した本文`,
  between: '保存されている版と、あなたの本文の違い',
  overwrite: 'このまま保存すると、あなたの本文が新しい版になります。元の版は履歴に残ります。',
  help: '書き方',
  commands: [
    [
      'ask number as users into impact.users',
      '質問し、答えを書き込む。text、number、choice、many、person、time',
    ],
    ['go #stop', '選択肢の後ろに書くと、その答えの行き先になる。終わりは end'],
    ['when users >= 1000 go #authority', '答えで分かれる'],
    ['by scribe optional', '担当の役割、飛ばしてよい手順'],
    ['wait 10m', '待つ（s、m、h、d）'],
    ['do status fixing', 'ステータスを変える。severity SEV1、milestone mitigated も'],
    ['do call rota mobility', '当番を呼ぶ。call role commander、call person 名前 も'],
    ['do update cs', 'その手順の言葉を、連絡先に知らせる'],
    ['open https://…', 'ページを開いて確かめる'],
    ['http POST https://… secret OPS_TOKEN', '許可した宛先に送る'],
    ['run release-rollback', '別のランブックを始める'],
    ['## 見出し {#id parallel}', '章。parallel を付けると、手順を並行して進める'],
  ],
  sample: `---
id: my-runbook
title: 返却できない
language: ja
match:
  keywords: [返却できない]
---
# 返却できない

まず事実だけを集めます。

## 事実をつかむ {#facts}

1. 何が起きていますか。 \`ask text as what into timeline\`
2. 何台に影響していますか。 \`ask number as vehicles into impact.vehicles\`
3. いまも続いていますか。 \`ask choice as ongoing\`
   - はい \`go #stop\`
   - いいえ \`go #tell\`

## 止める {#stop parallel}

- 直近のリリースを戻す \`by commander\`
- 経緯を書きとめる \`by scribe optional\`

## 知らせる {#tell}

1. 問い合わせ窓口に状況を伝える
2. 10分後にもう一度確かめる \`wait 10m\`
3. \`do status resolved\`
`,
};

const en: EditText = {
  writing: 'Write a runbook',
  editing: (id) => `Edit ${id}`,
  source: 'Text (Markdown)',
  sourceHint: 'Headings (##) are sections, list items are steps. A step ends with its `command`.',
  save: 'Save',
  check: 'Check',
  play: 'Play it',
  cancel: 'Cancel',
  saveAsNew: 'Save as a new runbook',
  preview: 'Preview',
  previewNote: 'As you write, problems and the look appear here.',
  notCurrent: 'The preview cannot be brought up to date. Your text is still here: press “Check”.',
  place: (line, column) => `Line ${line}, column ${column}`,
  saved: 'Saved. Runs that begin from now on use it; those under way stay with the version they began with.',
  unchanged: 'Nothing was different, so there is no new version.',
  blocked:
    'It was not saved because of the problems. Your text is below: mend the lines named and save again.',
  full: 'There are 300 runbooks, and no more can be added. Change one that is there. Your text is below.',
  conflicts: {
    stale: () =>
      'Somebody else saved while you were writing. Nothing has been overwritten. Look at the differences, take over what you need, and save.',
    exists: (id) => `There is a runbook ${id} already. Nothing has been saved. Change the id at the top.`,
    'other-id': (id) =>
      `The id or the language at the top has changed. Only ${id} can be saved on this page. Change it back, or save it as a new runbook.`,
  },
  theirs: (by, time) => `What ${by} saved at ${time}`,
  between: 'From the saved version to your text',
  overwrite: 'If you save now, your text becomes the new version. The one before stays in the history.',
  help: 'How to write it',
  commands: [
    [
      'ask number as users into impact.users',
      'asks, and writes the answer: text, number, choice, many, person, time',
    ],
    ['go #stop', 'behind an option: where this answer leads. The end is end'],
    ['when users >= 1000 go #authority', 'branches on an answer'],
    ['by scribe optional', 'the role that does it; a step that may be skipped'],
    ['wait 10m', 'waits (s, m, h, d)'],
    ['do status fixing', 'sets the status; also severity SEV1, milestone mitigated'],
    ['do call rota mobility', 'calls whoever is on duty; also call role commander, call person name'],
    ['do update cs', 'tells an audience the words of the step'],
    ['open https://…', 'opens a page to look at'],
    ['http POST https://… secret OPS_TOKEN', 'sends to an allowed address'],
    ['run release-rollback', 'starts another runbook'],
    ['## Heading {#id parallel}', 'a section; with parallel its steps are open at once'],
  ],
  sample: `---
id: my-runbook
title: Vehicle cannot be returned
language: en
match:
  keywords: [cannot be returned]
---
# Vehicle cannot be returned

First gather facts, nothing else.

## Find the facts {#facts}

1. What is happening? \`ask text as what into timeline\`
2. How many vehicles are affected? \`ask number as vehicles into impact.vehicles\`
3. Is it still going on? \`ask choice as ongoing\`
   - Yes \`go #stop\`
   - No \`go #tell\`

## Stop it {#stop parallel}

- Roll the latest release back \`by commander\`
- Write down what happened \`by scribe optional\`

## Tell people {#tell}

1. Tell the support desk how things stand
2. Look again in ten minutes \`wait 10m\`
3. \`do status resolved\`
`,
};

export const editText = (locale: Locale): EditText => (locale === 'ja' ? ja : en);
