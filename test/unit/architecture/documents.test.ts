import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { files, read } from './source.ts';

const isText = (path: string) => !/\.(png|jpe?g|gif|ico|woff2?|sqlite|pdf|xlsx)$/.test(path);

test('no file names a path of somebody’s own machine', () => {
  const homes = ['work', 'root', 'farm', 'home'].join('|');
  const path = new RegExp(`(?<![\\w.}/)-])/(?:${homes})/[\\w.-]`);
  const problems = files.filter(isText).flatMap((file) => {
    const hit = path.exec(read(file));
    return hit ? [`${file} names ${hit[0]}…: say it from the project’s root`] : [];
  });
  expect(problems).toEqual([]);
});

/** Targets of links and images in a Markdown text that should be files of the repository. */
function linksOf(markdown: string): string[] {
  const prose = markdown.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').replace(/`[^`\n]*`/g, '');
  const targets = [...prose.matchAll(/\]\(\s*<?([^)\s>]+)>?[^)]*\)/g)].map(([, target = '']) => target);
  return targets.filter((target) => !/^([a-z][a-z0-9+.-]*:|#|\/\/)/i.test(target));
}

test('links to files are told from addresses, anchors and examples', () => {
  expect(linksOf('[a](b.md#c) ![d](e.png "f") [g](https://h) [i](#j) `[k](l)`\n```\n[m](n)\n```')).toEqual([
    'b.md#c',
    'e.png',
  ]);
});

test('every link in a document leads to a file of the repository', () => {
  const folders = new Set(files.flatMap((file) => parents(file)));
  const problems = files
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) =>
      linksOf(read(file))
        .map((target) => ({
          target,
          path: join(dirname(file), decodeURI(target.split('#', 1)[0] ?? '')).replace(/\/$/, ''),
        }))
        .filter(({ path }) => !files.includes(path) && !folders.has(path))
        .map(({ target }) => `${file} links to ${target}, which is not there: mend the link`),
    );
  expect(problems).toEqual([]);
});

function parents(file: string): string[] {
  const folder = dirname(file);
  return folder === '.' ? ['.'] : [folder, ...parents(folder)];
}
