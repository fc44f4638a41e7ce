import { describe, expect, test } from 'vitest';
import { lintRunbook, type Names, NOTHING_KNOWN } from '../../../shared/runbook/lint.ts';
import { parseRunbook } from '../../../shared/runbook/parse.ts';
import { problemText } from '../../../shared/runbook/text.ts';

const HEAD = '---\nid: test\ntitle: 試し\nlanguage: ja\n---\n';
const steps = (body: string) => {
  const { runbook, problems } = parseRunbook(HEAD + body);
  if (!runbook) throw new Error(JSON.stringify(problems));
  return runbook.sections.flatMap((section) => section.steps);
};
const acts = (body: string) => steps(body).map(({ act }) => act);
/** Each problem as `line:column code`, found by reading or by the linter. */
const wrong = (body: string, names: Partial<Names> = {}) => {
  const { runbook, problems } = parseRunbook(HEAD + body);
  const linted = runbook ? lintRunbook(runbook, { ...NOTHING_KNOWN, ...names }) : [];
  return [...problems, ...linted].map(({ line, column, code }) => `${line}:${column} ${code}`);
};

describe('a document is read', () => {
  test('sections, words between lists, owners, and what is optional', () => {
    const { runbook } = parseRunbook(
      `${HEAD}# 題\n\nはじめに。\n\n## 一 {#one}\n\n読む言葉。\n\n1. する \`by scribe\`\n2. しなくてよい \`optional\`\n\n## 二 {#two parallel}\n\n- 並ぶ\n`,
    );
    expect(runbook).toMatchObject({ id: 'test', title: '試し', version: 1, intro: 'はじめに。' });
    expect(runbook?.sections.map(({ id, title, parallel }) => [id, title, parallel])).toEqual([
      ['one', '一', false],
      ['two', '二', true],
    ]);
    expect(runbook?.sections[0]?.steps).toMatchObject([
      { id: 'one.1', text: '読む言葉。', act: { kind: 'say' } },
      { id: 'one.2', text: 'する', owner: 'scribe', act: { kind: 'confirm' } },
      { id: 'one.3', text: 'しなくてよい', optional: true },
    ]);
  });

  test('questions of every kind, with their options and targets', () => {
    expect(
      acts(
        '1. 何 `ask text as what into timeline`\n2. 何人 `ask number as users into impact.users by cs-liaison`\n3. 続く? `ask choice as on`\n   - はい `go #s1`\n   - いいえ `end`\n   - 不明\n4. 誰 `ask person as who into role.commander optional`\n',
      ),
    ).toMatchObject([
      { kind: 'ask', type: 'text', name: 'what', into: 'timeline' },
      { kind: 'ask', type: 'number', name: 'users', into: 'impact.users' },
      {
        type: 'choice',
        options: [
          { label: 'はい', goto: { section: 's1' } },
          { label: 'いいえ', goto: 'end' },
          { label: '不明', goto: null },
        ],
      },
      { type: 'person', name: 'who' },
    ]);
  });

  test('what Toban does by itself', () => {
    expect(
      acts(
        '- `wait 10m`\n- `when n >= 1,000 go end`\n- `do status fixing`\n- `do call rota mobility`\n- `do call person who`\n- `do duty personal-data 2`\n- 見る `open https://a.example/x`\n- 戻す `http POST https://ops.example/r secret OPS_TOKEN`\n- 次 `run other`\n',
      ),
    ).toEqual([
      { kind: 'wait', ms: 600_000 },
      { kind: 'when', name: 'n', compare: '>=', value: '1000', goto: 'end' },
      { kind: 'do', deed: { do: 'status', to: 'fixing' } },
      { kind: 'do', deed: { do: 'call-rota', rota: 'mobility' } },
      { kind: 'do', deed: { do: 'call-person', name: 'who' } },
      { kind: 'do', deed: { do: 'duty', duty: 'personal-data', step: 2 } },
      { kind: 'open', url: 'https://a.example/x' },
      { kind: 'http', method: 'POST', url: 'https://ops.example/r', secret: 'OPS_TOKEN' },
      { kind: 'run', runbook: 'other' },
    ]);
  });

  test('code that is no command is part of the words', () => {
    expect(steps('- 次を実行する `kubectl rollout undo`\n')).toMatchObject([
      { text: '次を実行する `kubectl rollout undo`', act: { kind: 'confirm' } },
    ]);
  });
});

describe('what is wrong is said with its place', () => {
  test.each([
    ['no settings', '# x\n', ['1:1 front-matter-missing']],
    ['too much', `---\nid: x\ntitle: t\nlanguage: ja\n---\n- ${'長'.repeat(200_000)}`, ['1:1 too-long']],
    ['no steps', '---\nid: x\ntitle: t\nlanguage: ja\n---\n# x\n', ['1:1 no-steps']],
    ['broken YAML', '---\nid: [x\n---\n- a\n', ['3:1 front-matter-broken']],
    ['a setting missing', '---\nid: x\nlanguage: ja\n---\n- a\n', ['2:1 front-matter-wrong']],
    [
      'a setting unknown',
      '---\nid: x\ntitle: t\nlanguage: ja\nfoo: 1\n---\n- a\n',
      ['5:6 front-matter-wrong'],
    ],
  ])('%s', (_what, source, expected) => {
    expect(
      parseRunbook(source).problems.map(({ line, column, code }) => `${line}:${column} ${code}`),
    ).toEqual(expected);
  });

  test.each<[string, string, string[], Partial<Names>?]>([
    ['a misspelt command', '- 何 `aks text as x`\n', ['6:5 directive-unknown']],
    ['a command used wrongly', '- 何 `ask text`\n', ['6:5 directive-wrong']],
    ['a step without words', '- `confirm`\n', ['6:1 step-without-words']],
    ['tabs', '- a\n\t- b\n', ['7:1 tab', '7:2 options-unwanted']],
    ['two names', '- a `ask text as x`\n- b `ask text as x`\n', ['7:1 name-twice']],
    ['two sections', '## a {#s}\n- a\n## b {#s}\n- b\n', ['8:1 section-twice', '9:1 name-twice']],
    ['nowhere to go', '- a\n- `go #nowhere`\n', ['7:1 goto-unknown']],
    ['a branch on what nobody asks', '- a\n- `when x = 1 go end`\n', ['7:1 name-unknown']],
    ['words that nobody asks for', '- {who} に電話する\n', ['6:1 name-unknown']],
    ['more than words', '- a `ask text as x`\n- `when x > 1 go end`\n', ['7:1 compare-numbers-only']],
    ['one option', '- a `ask choice as x`\n  - はい\n', ['6:1 too-few-options']],
    ['an option twice', '- a `ask choice as x`\n  - い\n  - い\n', ['6:1 option-twice']],
    ['a target unknown', '- a `ask text as x into moon`\n', ['6:1 into-unknown']],
    ['a target of another kind', '- a `ask text as x into impact.users`\n', ['6:1 into-type']],
    ['a loop without an exit', '## a {#a}\n- x\n- `go #a`\n', ['7:1 no-exit', '8:1 no-exit']],
    ['a step that nothing leads to', '- a\n- `end`\n- b\n', ['8:1 unreachable']],
    ['a way out of what is parallel', '## a {#a parallel}\n- x\n- `go end`\n', ['8:1 goto-in-parallel']],
    ['a role unknown', '- a `by pilot`\n', ['6:1 role-unknown'], { roles: ['scribe'] }],
    ['a call of somebody nobody names', '- 何 `ask text as x`\n- `do call person x`\n', ['7:1 name-unknown']],
    [
      'a legal duty unknown, and one that wants fewer things done',
      '- a `ask choice as x into duty.y`\n  - い\n  - ろ\n- `do duty x 2`\n',
      ['6:1 duty-unknown', '9:1 duty-unknown'],
      { duties: ['x 1'] },
    ],
    ['a rota unknown', '- `do call rota x`\n', ['6:1 rota-unknown'], { rotas: ['mobility'] }],
    [
      'an address not allowed',
      '- a `http GET https://x.example/`\n',
      ['6:1 url-not-allowed'],
      { urls: ['https://ops.example/'] },
    ],
    ['too many steps', `${'- a\n'.repeat(301)}`, ['306:1 too-many-steps']],
  ])('%s', (_what, body, expected, names) => {
    expect(wrong(body, names)).toEqual(expected);
  });

  test('a loop with an exit is none', () => {
    expect(
      wrong(
        '## a {#a}\n- 直りましたか `ask choice as ok`\n  - はい `end`\n  - いいえ\n- `wait 5m`\n- `go #a`\n',
      ),
    ).toEqual([]);
  });

  test('in both languages, naming what it is about', () => {
    const [problem] = parseRunbook(`${HEAD}- 何 \`aks text as x\`\n`).problems;
    if (!problem) throw new Error('no problem');
    expect(problemText(problem, 'ja')).toMatch(/^6:5 「aks」という指示はありません/);
    expect(problemText(problem, 'en')).toMatch(/^6:5 There is no command "aks"/);
  });
});
