import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import { type Incident, numberLines, numbersOf } from '../../../shared/incident/index.ts';
import { escapeInline, escapeMarkdown, markdownLink } from '../../../shared/postmortem/markdown.ts';
import type { Known } from '../../../shared/postmortem/skeleton/known.ts';
import { sectionText } from '../../../shared/postmortem/skeleton/sections.ts';
import { cause, MINUTE, ONO, opened, T0 } from '../incident/builders.ts';

function incident(): Incident {
  const scenario = opened({ description: '<script>alert(1)</script>\n# 見出し' });
  scenario.give({ type: 'give-role', role: 'commander', to: ONO, by: ONO, cause: cause() }, T0);
  const update = { audiences: [], known: '*返却*できません', doing: '調査中', nextAt: null };
  scenario.give({ type: 'post-update', update, by: ONO, cause: cause() }, T0 + MINUTE);
  for (const [to, at] of [
    ['investigating', 2],
    ['fixing', 8],
    ['resolved', 15],
  ] as const)
    scenario.give({ type: 'set-status', to, reason: null, by: ONO, cause: cause() }, T0 + at * MINUTE);
  return scenario.state as Incident;
}

const known = (more: Partial<Known> = {}): Known => {
  const state = incident();
  return {
    state,
    lines: [],
    more: false,
    numbers: numberLines(numbersOf(state, T0 + 60 * MINUTE), 'ja'),
    answers: [],
    duties: [],
    severityWhy: 'CS問い合わせ 1件',
    service: '貸出・返却',
    roles: { commander: '指揮' },
    locale: 'ja',
    zone: 'Asia/Tokyo',
    url: 'https://toban.example/incidents/INC-7',
    ...more,
  };
};

describe('the draft at resolve, of facts alone', () => {
  test('the summary says what, when and how long, with the last that was told', () => {
    expect(sectionText('summary', known())).toBe(
      [
        'INC-7「返却できない」（SEV4、貸出・返却）。 2026/11/24(火) 11:56 JST に検知し、2026/11/24(火) 12:16 JST に解決しました（検知から解決まで20分）。',
        '',
        '\\<script\\>alert(1)\\</script\\>\n\\# 見出し',
        '',
        '最後の状況連絡（2026/11/24(火) 12:02 JST）:',
        '',
        '\\*返却\\*できません',
      ].join('\n'),
    );
  });

  test('times stand in the zone of the workspace, and in English where that is its language', () => {
    expect(sectionText('recovery', known({ locale: 'en', zone: 'Europe/Berlin' }))).toContain(
      '- Resolved: Tue 11/24/2026 04:16 GMT+1',
    );
  });

  test('who led and what was told; what nobody recorded is left open', () => {
    expect(sectionText('response', known())).toContain('- 指揮: ONOさん');
    expect(sectionText('response', known())).toContain('ONOさん: \\*返却\\*できません / 調査中');
    expect(sectionText('root-causes', known())).toBe('- [ ] 未確認: 根本原因。なぜ起きたか');
    expect(sectionText('impact', known())).toContain('- [ ] 未確認: 影響を受けたユーザーと車両の数');
    expect(sectionText('went-well', known())).toBe('');
    expect(sectionText('constructor', known())).toBe('');
  });

  test('what a runbook asked is in the section it was asked for, and closes what was open', () => {
    const answers = [
      { section: 'root-causes', question: '原因は', answer: '設定[の](http://x)誤り', by: '小野', at: T0 },
      { section: 'own', question: '台数', answer: '12', by: null, at: T0 },
    ];
    expect(sectionText('root-causes', known({ answers }))).toBe(
      '- 原因は: 設定\\[の\\](http://x)誤り（小野さん、2026/11/24(火) 12:01 JST）',
    );
    expect(sectionText('own', known({ answers }))).toBe('- 台数: 12（2026/11/24(火) 12:01 JST）');
  });

  test('the timeline has a heading for each day, and says where the rest is', () => {
    const line = { mark: 'note', facts: [], gap: null } as const;
    const lines = [
      { ...line, id: '1', at: T0, text: '小野さん: # 再起動\n\n- した', link: 'https://slack.example/p1' },
      { ...line, id: '2', at: T0 + 24 * 60 * MINUTE, text: '翌日', facts: ['理由: 念のため'], link: null },
    ];
    expect(sectionText('timeline', known({ lines, more: true }))).toBe(
      [
        '### 2026/11/24(火) JST',
        '',
        '- **12:01** 小野さん: # 再起動\n  \\- した [↗](<https://slack.example/p1>)',
        '',
        '### 2026/11/25(水) JST',
        '',
        '- **12:01** 翌日 (理由: 念のため)',
        '',
        '続きは[インシデントのページ](<https://toban.example/incidents/INC-7>)にあります。',
      ].join('\n'),
    );
    const many = Array.from({ length: 3_000 }, (_, i) => ({
      ...line,
      id: `${i}`,
      at: T0,
      text: 'あ'.repeat(100),
      link: null,
    }));
    expect(sectionText('timeline', known({ lines: many })).length).toBeLessThan(160_000);
  });
});

describe('words of users in Markdown', () => {
  const shown = (source: string): { text: string; kinds: Set<string> } => {
    const kinds = new Set<string>();
    let text = '';
    const walk = (node: { type: string; value?: string; children?: unknown[] }): void => {
      kinds.add(node.type);
      if (node.type === 'paragraph' && text !== '') text += '\n';
      text += node.value ?? '';
      for (const child of node.children ?? []) walk(child as never);
    };
    walk(fromMarkdown(source) as never);
    return { text, kinds };
  };
  const hostile = fc.array(
    fc.constantFrom(
      '#',
      '*',
      '_',
      '[',
      ']',
      '(',
      ')',
      '<b>',
      '&lt;',
      '`',
      '|',
      '~',
      '\\',
      '- ',
      '+ ',
      '1. ',
      '===',
      '---',
      '> ',
      '!',
      'あ',
      'a',
      ' ',
      '\n',
      '\t',
      '    ',
    ),
    { maxLength: 20 },
  );

  test('whatever they are, nothing but words comes of them, and they are the same words', () => {
    fc.assert(
      fc.property(hostile, (parts) => {
        const words = parts.join('');
        const { text, kinds } = shown(escapeMarkdown(words));
        expect([...kinds].filter((kind) => !['root', 'paragraph', 'text'].includes(kind))).toEqual([]);
        const plain = (all: string) => all.replace(/\s+/g, '');
        expect(plain(text)).toBe(plain(words));
      }),
      { numRuns: 2_000 },
    );
  });

  test('in one line they stay one', () => {
    expect(escapeInline('a\n\n# b')).toBe('a # b');
  });

  test('a link goes to the web or is none', () => {
    expect(markdownLink('x', 'javascript:alert(1)')).toBe('x');
    expect(markdownLink('x', 'https://a.example/(b)')).toBe('[x](<https://a.example/(b)>)');
  });
});
