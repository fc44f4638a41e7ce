import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import { type ExportedPostmortem, toMarkdown } from '../../../shared/postmortem/index.ts';

const document = (text: string, more: Partial<ExportedPostmortem> = {}): ExportedPostmortem => ({
  locale: 'ja',
  title: '返却できない # <b>',
  facts: [],
  sections: [{ id: 'summary', title: '概要', text }],
  items: [],
  ...more,
});

/** Every node of a kind in the exported file, as another program reads it. */
function nodesOf(source: string, type: string): { readonly depth?: number; readonly url?: string }[] {
  const found: { readonly type: string; readonly children?: never[] }[] = [];
  const visit = (node: { readonly type: string; readonly children?: never[] }): void => {
    if (node.type === type) found.push(node);
    for (const child of node.children ?? []) visit(child);
  };
  visit(fromMarkdown(source) as never);
  return found as never;
}

describe('what people wrote', () => {
  test.each([
    '<script>alert(1)</script>',
    'a <img src=x onerror=alert(1)> b',
    '` <img src=x> ``',
    '`\n\n` <img src=x> `',
    '<div>\\<img src=x onerror=alert(1)>\n</div>',
    '> <b>\n> <i>',
    '- <details>\n  <b>',
    '[a <b>c</b>](https://example.com)',
    '<b>\n===',
    'a <b>\n===',
    'a\nb <i>\n---',
    '<!-- <img src=x> --> <u>',
  ])('is no HTML in the file: %j', (text) => {
    for (const flavour of ['markdown', 'notion'] as const)
      expect(nodesOf(toMarkdown(document(text), flavour), 'html')).toEqual([]);
  });

  test('leads to the web or to mail only', () => {
    const text =
      '[a](javascript:alert(1)) ![b](data:text/html,x) [c][d] [ok](https://example.com/x)\n\n[d]: vbscript:x';
    const file = toMarkdown(document(text), 'markdown');
    expect([...nodesOf(file, 'link'), ...nodesOf(file, 'image')].map(({ url }) => url)).toEqual([
      'https://example.com/x',
    ]);
  });

  test('keeps its headings below that of its section, three deep for Notion', () => {
    const text = '# 一\n\n二\n===\n\n#### 四\n\n```\n# コードの中\n```';
    const depths = (flavour: 'markdown' | 'notion') =>
      nodesOf(toMarkdown(document(text), flavour), 'heading').map(({ depth }) => depth);
    expect(depths('markdown')).toEqual([1, 2, 2, 2, 5]);
    expect(depths('notion')).toEqual([1, 2, 2, 2, 3]);
    expect(toMarkdown(document(text), 'markdown')).toContain('\n# コードの中\n');
  });

  test('stays word for word where nothing is wrong with it; too heavy to read, it is a code block', () => {
    const plain = '- [ ] 未確認: **太字** `code <b>` 1 < 2\n  - 続き';
    expect(toMarkdown(document(plain), 'markdown')).toContain(plain);
    const heavy = `\`\`\`\n${'<b>'.repeat(40_000)}`;
    const file = toMarkdown(document(heavy), 'markdown');
    expect(nodesOf(file, 'html')).toEqual([]);
    expect(file).toContain(`\n\`\`\`\`\n${heavy}\n\`\`\`\`\n`);
  });
});

test('facts and action items are text: no formula, no markup, no line of their own', () => {
  const facts = [
    { name: '備考', value: '=HYPERLINK("x")\n# 見出し', url: null },
    { name: '資料', value: 'https://example.com/a_b', url: 'https://example.com/a_b' },
  ];
  const items = [
    { title: '監視を足す\n- [x] 済', owner: { name: '小野' }, due: '2026-12-01', done: false },
    { title: '片付け', owner: null, due: null, done: true },
  ];
  const file = toMarkdown(document('文', { facts, items }), 'markdown');
  expect(file).toContain('- **備考**: \\=HYPERLINK("x") # 見出し\n');
  expect(file).toContain('- **資料**: [https://example.com/a\\_b](<https://example.com/a_b>)');
  expect(file).toContain(
    '## アクションアイテム\n\n- [ ] 監視を足す - \\[x\\] 済 (小野さん, 2026-12-01)\n- [x] 片付け (担当者なし, 期限なし)',
  );
  expect(toMarkdown(document('文', { facts }), 'notion')).toContain(
    '\n備考: \\=HYPERLINK("x") # 見出し\n資料: https://example.com/a_b\n',
  );
});
