import { expect, test } from 'vitest';
import { files, read } from './source.ts';

const [english, japanese] = [read('README.md'), read('README.ja.md')];

/** What two languages of one text share: the shape of its headings, its pictures and links in order, its commands. */
function skeletonOf(markdown: string) {
  const all = (pattern: RegExp) => [...markdown.matchAll(pattern)].map(([, found = '']) => found);
  const blocks = all(/^```\w*\n([\s\S]*?)^```$/gm);
  return {
    headings: all(/^(#{1,6}) .+$/gm),
    pictures: all(/!\[[^\]]*\]\(([^)]+)\)/g),
    links: all(/\]\(([^)]+)\)/g).filter((to) => !/^README(\.ja)?\.md$/.test(to)),
    // Comments are words; what is typed is the same.
    commands: blocks.flatMap((block) => block.split('\n').map((line) => line.replace(/ *#.*$/, ''))),
    inline: [...new Set(all(/`([^`\n]+)`/g))].sort(),
  };
}

test('both languages of the README have the same headings, pictures, links and commands, in the same order', () => {
  expect(skeletonOf(japanese)).toEqual(skeletonOf(english));
  expect(skeletonOf(english).pictures.length).toBeGreaterThan(3);
});

test('each leads to the other', () => {
  expect(english).toContain('](README.ja.md)');
  expect(japanese).toContain('](README.md)');
});

test('the table of documents names every document once', () => {
  const documents = files.filter((file) => /^docs\/[^/]+\.md$/.test(file));
  const table = english.slice(english.indexOf('\n## Documents'));
  const listed = [...table.matchAll(/^\| \[([^\]]+)\]/gm)].map(([, name = '']) => name);
  expect(
    documents
      .filter((file) => !listed.includes(file))
      .map((file) => `${file}: add its line to README.md and README.ja.md`),
  ).toEqual([]);
  expect(new Set(listed).size).toBe(listed.length);
});
