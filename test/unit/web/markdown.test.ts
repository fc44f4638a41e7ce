import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markdown, safeAddress } from '../../../functions/web/markdown.ts';
import { struck } from '../../../functions/web/strike.ts';

const shown = async (source: string, options?: { heading?: number }): Promise<string> =>
  String(await markdown(source, options));
const inside = async (source: string): Promise<string> =>
  (await shown(source)).replace(/^<div class="prose">|<\/div>$/g, '');

test('headings sink to where the page puts the document', async () => {
  expect(await shown('# a\n\n## b', { heading: 3 })).toContain('<h3 dir="auto">a</h3><h4 dir="auto">b</h4>');
  expect(await shown('###### deep', { heading: 4 })).toContain('<h6 dir="auto">deep</h6>');
});

test.each([
  ['*a* **b** `c`', '<p dir="auto"><em>a</em> <strong>b</strong> <code>c</code></p>'],
  ['- a\n- b', '<ul><li dir="auto">a</li><li dir="auto">b</li></ul>'],
  [
    '- [ ] a\n- [x] *b*\n- [y] c',
    '<ul><li dir="auto" class="task">☐ a</li><li dir="auto" class="task">☑ <em>b</em></li><li dir="auto">[y] c</li></ul>',
  ],
  ['3. a\n4. b', '<ol start="3"><li dir="auto">a</li><li dir="auto">b</li></ol>'],
  ['> a', '<blockquote><p dir="auto">a</p></blockquote>'],
  ['```sh\nrm <x>\n```', '<pre tabindex="0"><code>rm &lt;x&gt;</code></pre>'],
  [
    '| 時刻 | 台数 |\n|---|--:|\n| 12:00 | **3** |\n| a \\| b |',
    '<div class="scroll" tabindex="0"><table><thead><tr><th scope="col" class="left" dir="auto">時刻</th><th scope="col" class="right" dir="auto">台数</th></tr></thead><tbody><tr><td class="left" dir="auto">12:00</td><td class="right" dir="auto"><strong>3</strong></td></tr><tr><td class="left" dir="auto">a | b</td></tr></tbody></table></div>',
  ],
  ['a | b\nno table', '<p dir="auto">a | b\nno table</p>'],
  ['a  \nb', '<p dir="auto">a<br>b</p>'],
  ['~~12:05~~ 12:06', '<p dir="auto"><del>12:05</del> 12:06</p>'],
  ['~~**全部** の~~ 一部', '<p dir="auto"><del><strong>全部</strong> の</del> 一部</p>'],
  ['- ~~a~~ ~~b~~', '<ul><li dir="auto"><del>a</del> <del>b</del></li></ul>'],
  ['~12~ ~~ a ~~ ~~b ~~~c~~~', '<p dir="auto">~12~ ~~ a ~~ ~~b ~~~c~~~</p>'],
  ['\\~~a~~ `~~b~~`', '<p dir="auto">~~a~~ <code>~~b~~</code></p>'],
  ['~~<img src=x onerror=y>~~', '<p dir="auto"><del>&lt;img src=x onerror=y&gt;</del></p>'],
  ['a<!-- for authors -->b', '<p dir="auto">ab</p>'],
])('%j is read as Markdown', async (source, expected) => {
  expect(await inside(source)).toBe(expected);
});

// With the end of each mark looked for from the beginning it took most of a minute, in which no other page is answered.
test.each([
  ['~~a ', 'text'],
  ['~~a~~ ', 'delete'],
])('a text full of %j is read at once', { timeout: 20_000 }, (piece, first) => {
  const value = piece.repeat(200_000 / piece.length);
  const position = {
    start: { line: 1, column: 1, offset: 0 },
    end: { line: 1, column: 1, offset: value.length },
  };
  const done = struck([{ type: 'text', value, position }], value);
  expect(done[0]?.type).toBe(first);
  expect(done.length).toBeGreaterThan(50_000);
});

test.each([
  ['[docs](https://example.com/a?b=1&c=2)', 'https://example.com/a?b=1&amp;c=2'],
  ['[docs][d]\n\n[d]: https://example.com/', 'https://example.com/'],
  ['see https://example.com/x, please', 'https://example.com/x'],
  ['詳細はhttps://example.com/xを参照', 'https://example.com/x'],
  ['（https://example.com/y）', 'https://example.com/y'],
  ['![a picture](https://example.com/p.png)', 'https://example.com/p.png'],
  ['[INC-1](/incidents/INC-1)', '/incidents/INC-1'],
  ['[mail](mailto:a@example.com)', 'mailto:a@example.com'],
])('%j leads to %j', async (source, href) => {
  expect(await inside(source)).toContain(`<a href="${href}" rel="noopener noreferrer nofollow">`);
});

test.each([
  '[a](javascript:alert(1))',
  '[a](JaVaScRiPt:alert(1))',
  '[a](data:text/html,x)',
  '[a](https://bank.example@evil.example/)',
  '[a](vbscript:x)',
  '[a](sign-out)',
])('%j is no link', async (source) => {
  expect(await inside(source)).toBe('<p dir="auto">a</p>');
});

test('an address that is none of ours by a slash leads where a browser would go, openly', () => {
  expect(safeAddress('//evil.example/x')).toBe('https://evil.example/x');
  expect(safeAddress('/\\evil.example')).toBe('https://evil.example/');
});

test('HTML is text, wherever it stands', async () => {
  const source =
    '<script>a</script>\n\n| <i> | [a](javascript:a) |\n|-|-|\n| <img src=x onerror=a> | <u>b |\n\n- x <img src=x onerror=a> `<b>`\n\n[<i>](https://e.example/"onx=) ![<u>](x:"y")';
  const page = await shown(source);
  expect(page).not.toMatch(/<(script|img|i|u|b)\b/);
  expect(page).toContain('&lt;script&gt;a&lt;/script&gt;');
  expect(page).toContain('https://e.example/%22onx=');
});

test.each([
  ['quotes in quotes', '>'.repeat(90_000)],
  ['lists in lists', Array.from({ length: 400 }, (_one, i) => `${' '.repeat(i * 2)}- a`).join('\n')],
  ['half a link', '[a]('.repeat(25_000)],
  ['a table without end', `|a|b|\n|-|-|\n${'|c|\n'.repeat(10_000)}`],
  ['a very long one', 'word '.repeat(40_000)],
])('%s is shown as written, at once', async (_what, source) => {
  expect(await shown(source)).toBe(
    `<div class="prose"><pre tabindex="0" dir="auto">${source.replaceAll('>', '&gt;')}</pre></div>`,
  );
});

test('what stands in twenty others is shown as written', async () => {
  expect(await inside(`${'> '.repeat(40)}deep`)).toContain('deep');
});

test('only these elements and attributes ever come out', async () => {
  const bits = [
    '<',
    '>',
    '"',
    "'",
    '&',
    '[a]',
    '(',
    ')',
    'javascript:',
    'https://e.example/',
    '`',
    '*',
    '\n',
    '- ',
    '> ',
    '#',
    ' ',
    '<a href="x">',
    '\\',
    '!',
    ']: ',
    'onload=',
    '漢',
    '|',
    '|-|:-:|\n',
  ];
  const wellBehaved =
    /^(?:[^<>]|<\/?(?:div|p|h[2-6]|ul|ol|li|blockquote|pre|code|em|strong|br|hr|table|thead|tbody|tr|th|td)(?: (?:class="(?:prose|scroll|left|center|right)"|scope="col"|dir="auto"|tabindex="0"|start="\d+"))*>|<a href="(?:https?:\/\/|mailto:|\/)[^"<>]*" rel="noopener noreferrer nofollow">|<\/a>)*$/;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...bits), { maxLength: 30 }), async (parts) => {
      expect(await shown(parts.join(''))).toMatch(wellBehaved);
    }),
    { numRuns: 1_000 },
  );
});

test('no word that is struck out is lost, however deep it stands', async () => {
  for (let deep = 1; deep < 30; deep += 1) {
    const nested = Array.from(
      { length: deep },
      (_, i) => `${'  '.repeat(i)}- ${i + 1 < deep ? 'x' : '~~a *word*~~ b'}`,
    );
    for (const source of [`${'> '.repeat(deep)}a ~~word~~ b`, nested.join('\n')])
      expect(await inside(source), source).toMatch(/a.*word.*b/s);
  }
});
