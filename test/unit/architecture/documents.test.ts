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

const documents = files.filter((file) => file.endsWith('.md'));

test('every anchor in a link is a heading of the document it leads to', () => {
  const problems = documents.flatMap((file) =>
    [...read(file).matchAll(/\]\((?!\w+:)([^)#\s]*)#([^)\s]+)\)/g)].flatMap(([, path = '', anchor = '']) => {
      const target = path === '' ? file : join(dirname(file), path);
      return anchorsOf(target).includes(decodeURI(anchor))
        ? []
        : [`${file} links to ${path}#${anchor}: no such heading`];
    }),
  );
  expect(problems).toEqual([]);
});

/** As GitHub makes them: lower case, punctuation gone, spaces to hyphens. */
function anchorsOf(file: string): string[] {
  if (!files.includes(file)) return [];
  const headings = read(file).matchAll(/^#{1,6} +(.+)$/gm);
  return [...headings].map(([, text = '']) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );
}

test('every block of JSON in a document can be copied as it is', () => {
  const blocks = documents.flatMap((file) =>
    [...read(file).matchAll(/^```json\n([\s\S]*?)^```/gm)].map(([, text = '']) => ({ file, text })),
  );
  expect(blocks.length).toBeGreaterThan(5);
  const broken = blocks.filter(({ text }) => {
    try {
      return JSON.parse(text) === undefined;
    } catch {
      return true;
    }
  });
  expect(broken).toEqual([]);
});

test('every command that a document names is there', () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'));
  const ofToban = files
    .filter((file) => file.startsWith('cli/'))
    .flatMap((file) => [...read(file).matchAll(/^ {2}name: '([\w-]+)',$/gm)].map(([, name]) => name));
  const problems = documents.flatMap((file) =>
    [...read(file).matchAll(/\bnpm run (?:-s )?([\w:-]+)(?: -- ([a-z][\w-]*))?/g)].flatMap(
      ([said, script = '', more]) => {
        const known =
          Object.hasOwn(scripts, script) && (script !== 'toban' || !more || ofToban.includes(more));
        return known ? [] : [`${file} says "${said}", which is no command here`];
      },
    ),
  );
  expect(ofToban).toContain('doctor');
  expect(problems).toEqual([]);
});

test('every path of ours that a document names is there', () => {
  const folders = new Set(files.flatMap((file) => parents(file)));
  const own = /`((?:cli|docs|functions|local|shared|terraform|test|bench)\/[\w./-]*)`/g;
  const problems = documents.flatMap((file) =>
    [...read(file).matchAll(own)].flatMap(([, path = '']) => {
      const bare = path.replace(/\/$/, '');
      const there =
        folders.has(bare) || files.includes(bare) || [...files].some((one) => one.startsWith(`${bare}.`));
      return there || made.includes(bare) ? [] : [`${file} names ${path}, which is not there`];
    }),
  );
  expect(problems).toEqual([]);
});

/** Files that people make themselves. */
const made = ['terraform/terraform.tfvars'];

function parents(file: string): string[] {
  const folder = dirname(file);
  return folder === '.' ? ['.'] : [folder, ...parents(folder)];
}
