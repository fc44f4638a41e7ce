import { describe, expect, test } from 'vitest';
import { PostmortemConfig } from '../../../shared/postmortem/schemas.ts';
import { english } from '../../../shared/postmortem/shipped/en.ts';
import { japanese } from '../../../shared/postmortem/shipped/ja.ts';
import { chooseTemplate } from '../../../shared/postmortem/template/choose.ts';
import { parseTemplate } from '../../../shared/postmortem/template/parse.ts';
import { templateProblemText } from '../../../shared/postmortem/template/text.ts';
import { NO_FACTS } from '../../../shared/severity/index.ts';

const SOURCE = `---
id: notion
title: 旧テーブル
language: ja
properties:
  - { id: cost, name: 損失額, type: number }
checklist:
  - { id: legal, name: 法務が確認した }
---
# 見出し1は表題

## 概要 {#summary required}

3行で。

\`\`\`
## コードの中の見出し
\`\`\`

## 学び {#lessons}
`;

describe('a template', () => {
  test('is sections with their guidance, further fields and items to tick', () => {
    const { template, problems } = parseTemplate(SOURCE);
    expect(problems).toEqual([]);
    expect(template?.sections).toEqual([
      {
        id: 'summary',
        title: '概要',
        required: true,
        guidance: '3行で。\n\n```\n## コードの中の見出し\n```',
      },
      { id: 'lessons', title: '学び', required: false, guidance: '' },
    ]);
    expect(template?.properties[0]).toMatchObject({ id: 'cost', type: 'number', required: false });
    expect(template?.checklist).toEqual([{ id: 'legal', name: '法務が確認した' }]);
  });

  test('every mistake is said at its line, with what to do', () => {
    const broken = SOURCE.replace('title: 旧テーブル', 'titel: 旧テーブル')
      .replace('{#summary required}', '')
      .replace('{#lessons}', '{#Lessons!}');
    const said = parseTemplate(broken).problems.map((one) => templateProblemText(one, 'ja'));
    expect(said).toEqual([
      '2:1 設定に title がありません。書き足してください。',
      expect.stringMatching(
        /^3:\d+ 設定に titel という項目はありません。つづりを確かめるか、消してください。$/,
      ),
      '12:1 見出し「概要」に id がありません。「## 見出し {#id}」のように書いてください。',
      expect.stringMatching(/^20:1 見出し「学び \{#Lessons!\}」の書き方が正しくありません。/),
    ]);
    expect(parseTemplate(broken).template).toBeNull();
  });

  test.each([
    ['---\nid: a\ntitle: A\nlanguage: en\n---\n', 'There are no sections.'],
    ['## A {#a}\n', 'There are no settings at the top.'],
    ['---\nid: [\n---\n## A {#a}\n', 'not valid YAML'],
    [
      '---\nid: a\ntitle: A\nlanguage: fr\n---\n## A {#a}\n',
      'The value of the setting "language" does not fit.',
    ],
    ['---\nid: a\ntitle: A\nlanguage: en\n---\n## A {#a}\n## B {#a}\n', 'Two sections have the id "a".'],
    [
      '---\nid: a\ntitle: A\nlanguage: en\nproperties: [{ id: p, name: P, type: choice }]\n---\n## A {#a}\n',
      'The property "p" is a choice. List its options.',
    ],
    [`---\nid: a\n---\n${'x'.repeat(200_001)}`, 'This is too long.'],
  ])('%j is refused with a sentence', (source, sentence) => {
    const { template, problems } = parseTemplate(source);
    expect(template).toBeNull();
    expect(problems.map((one) => templateProblemText(one, 'en')).join('\n')).toContain(sentence);
  });

  test('those shipped can be read, and are the same form in both languages', () => {
    const forms = [japanese, english].map((all) =>
      all.map((source) => {
        const { template, problems } = parseTemplate(source);
        expect(problems).toEqual([]);
        return {
          id: template?.id,
          kind: template?.kind,
          sections: template?.sections.map(({ id, required }) => `${id} ${required}`),
          properties: template?.properties.map(({ id, type }) => `${id} ${type}`),
          checklist: template?.checklist.map(({ id }) => id),
        };
      }),
    );
    expect(forms[0]).toEqual(forms[1]);
    expect(forms[0]?.map(({ id }) => id)).toEqual(['sre', 'light', 'privacy']);
  });
});

describe('which template an incident asks for', () => {
  const config = PostmortemConfig.parse({
    rules: [
      { services: ['rental'], severities: ['SEV1'], template: 'rental' },
      { severities: ['SEV1', 'SEV2'], template: 'sre', due: '5d' },
      { template: 'none' },
    ],
  });
  const incident = { severity: 'SEV1' as const, service: 'rental', facts: NO_FACTS };

  test('the first rule that fits by service and severity decides', () => {
    expect(chooseTemplate(config, incident).template).toBe('rental');
    expect(chooseTemplate(config, { ...incident, service: null })).toMatchObject({
      template: 'sre',
      due: 5 * 86_400_000,
    });
    expect(chooseTemplate(config, { ...incident, severity: 'SEV4' }).template).toBeNull();
  });

  test('a legal duty adds its supplement', () => {
    const facts = { ...NO_FACTS, duties: ['personal-data'] };
    expect(chooseTemplate(config, { ...incident, facts }).supplements).toEqual(['privacy']);
    expect(chooseTemplate(config, incident).supplements).toEqual([]);
  });
});
