import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../../../cli/documents/check.ts';
import { push } from '../../../cli/documents/push.ts';
import { runbookKind, runbooks } from '../../../cli/runbooks.ts';
import { listRunbooks, NOTHING_KNOWN, pushRunbook } from '../../../shared/runbook/index.ts';
import type { Doc } from '../../../shared/store/port.ts';
import { useDocuments } from './documents-desk.ts';

const root = resolve(import.meta.dirname, '../../..');
const BY = { user: 'U0SRELEAD', name: '森' };
const doc = (id: string, body: string, language = 'ja') =>
  `---\nid: ${id}\ntitle: ${id}\nlanguage: ${language}\n---\n${body}`;

const { folder, books, write, toban, inStore } = useDocuments(runbooks, `${root}/toban.yaml`);
const editOnPage = (source: string) =>
  inStore((store) => pushRunbook(store, source, BY, NOTHING_KNOWN, Date.parse('2026-11-24T12:00:00Z')));

describe('check', () => {
  test('the shipped ones are well; no store is needed', async () => {
    rmSync(join(folder(), 'toban.sqlite'));
    expect(await toban('check', `${root}/runbooks`)).toEqual({
      code: 0,
      out: 'ファイル 12 件、エラー 0 件、注意 0 件',
      err: '',
    });
  });

  test('each mistake with file, line and column, and what to do; the exit code says so', async () => {
    write('a.md', doc('a', '- 何 `aks text as x`\n'));
    write('b.md', doc('b', '- `do call rota moon`\n- `end`\n- 来ない\n'));
    const { code, out } = await toban('check', books());
    expect(code).toBe(1);
    expect(out).toContain(`${books()}/a.md:6:5 error: 「aks」という指示はありません`);
    expect(out).toContain(`${books()}/b.md:6:1 error: 当番「moon」は設定にありません。`);
    expect(out).toContain(`${books()}/b.md:8:1 warning: 手順「`);
    expect(out).toContain('エラー 2 件、注意 1 件');
  });

  test('a warning alone is no failure', async () => {
    write('a.md', doc('a', '- x\n- `end`\n- 来ない\n'));
    expect((await toban('check', books())).code).toBe(0);
  });

  test('the same runbook twice is told with the other file; another language is another runbook', async () => {
    write('a.md', doc('same', '- x\n'));
    write('b.md', doc('same', '- y\n'));
    write('c.md', doc('same', '- y\n', 'en'));
    const { code, out } = await toban('check', books(), '--lang', 'en');
    expect(code).toBe(1);
    expect(out).toBe(
      `${books()}/b.md:1:1 error: The same runbook is in ${books()}/a.md, too. Change the id or the language of one.\n3 files, 1 errors, 0 warnings`,
    );
  });

  test('they may call each other, and nothing else', async () => {
    write('a.md', doc('a', '- 次 `run b`\n'));
    write('b.md', doc('b', '- 次 `run c`\n'));
    const { out } = await toban('check', books());
    expect(out).toContain('ランブック「c」がありません。');
    expect(out).not.toContain('「b」');
  });

  test('for programs: one object, each problem with its code', async () => {
    write('a.md', doc('a', '- 何 `aks text as x`\n'));
    const { code, out } = await toban('check', books(), '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      well: false,
      files: [
        { path: `${books()}/a.md`, id: null, problems: [{ line: 6, column: 5, code: 'directive-unknown' }] },
      ],
    });
  });

  test('an empty folder, a folder that is not there, words that are not understood', async () => {
    mkdirSync(books());
    expect(await toban('check', books())).toMatchObject({ code: 1, out: '.md のファイルがありません。' });
    expect(await toban('check', `${folder()}/nowhere`)).toMatchObject({ code: 2 });
    expect((await toban('chekc', books())).err).toContain(
      'Say check, push, pull, retire, restore or schema.',
    );
    expect((await toban('check')).err).toContain('Name one folder.');
    expect((await toban('check', books(), '--force')).code).toBe(2);
  });

  test('a README and the mark that Windows puts first are no mistakes', async () => {
    write('README.md', '# About\n');
    write('a.md', `\uFEFF${doc('a', '- x\n')}`);
    expect((await toban('check', books())).code).toBe(0);
  });
});

test('the schema that is kept for editors is the one that is in force', async () => {
  const { code, out } = await toban('schema');
  expect(code).toBe(0);
  expect(JSON.parse(readFileSync(`${root}/runbooks/schema.json`, 'utf8'))).toEqual(JSON.parse(out));
  expect(JSON.parse(out)).toMatchObject({ type: 'object', required: ['id', 'title', 'language'] });
  expect((await toban('schema', books())).code).toBe(2);
});

describe('push', () => {
  test('pushes what differs, says the versions, and a second time nothing', async () => {
    write('a.md', doc('a', '- x\n'));
    write('b.md', doc('b', '- x\n'));
    expect((await toban('push', books())).out).toMatch(
      /a\.md: 新規 [0-9a-f]{8}\n.*b\.md: 新規[\s\S]*送信 2 件/,
    );
    write('a.md', doc('a', '- y\n'));
    const { code, out } = await toban('push', books());
    expect(out).toMatch(/a\.md: 更新 [0-9a-f]{8} → [0-9a-f]{8}（前の版: mori、.+）\n.*b\.md: 変更なし/);
    expect(out).toContain('送信 1 件、変更なし 1 件、見送り 0 件');
    expect(code).toBe(0);
    expect((await toban('push', books())).out).toContain('送信 0 件、変更なし 2 件');
  });

  test('with one error nothing at all is pushed', async () => {
    write('a.md', doc('a', '- x\n'));
    write('b.md', doc('b', '- `go #nowhere`\n'));
    const { code, out } = await toban('push', books());
    expect(code).toBe(1);
    expect(out).toContain('何も送っていません');
    expect(await inStore(listRunbooks)).toEqual([]);
  });

  test('may call one that is only in the store', async () => {
    await editOnPage(doc('other', '- x\n'));
    write('a.md', doc('a', '- 次 `run other`\n'));
    expect((await toban('push', books())).code).toBe(0);
  });

  test('a file behind the store does not undo what somebody wrote on the page, unless that is wanted', async () => {
    write('a.md', doc('a', '- x\n'));
    await toban('push', books());
    await editOnPage(doc('a', '- ページで直した\n'));
    const { code, out } = await toban('push', books());
    expect(code).toBe(1);
    expect(out).toMatch(/森 が .* に新しい版 [0-9a-f]{8} を保存しています/);
    expect((await toban('push', books(), '--force')).out).toContain('更新');
  });

  test('what somebody saves while it pushes is not replaced', async () => {
    await editOnPage(doc('a', '- x\n'));
    const kind = runbookKind(null);
    const files = check([{ path: 'a.md', source: doc('a', '- z\n') }], kind, []);
    const [pushed] = await inStore(async (store) => {
      const list = await store.get('runbook-index/all');
      await pushRunbook(store, doc('a', '- y\n'), BY, NOTHING_KNOWN, 2_000);
      const get = async <T>(path: string) =>
        (path === 'runbook-index/all' ? list : await store.get(path)) as Doc<T> | null;
      const late = { ...store, transaction: store.transaction.bind(store), get };
      return push(files, { kind, store: late, by: BY, now: 3_000, force: false, dry: false });
    });
    const [entry] = await inStore(listRunbooks);
    expect(pushed).toMatchObject({ outcome: 'older', before: { version: entry?.version } });
    expect(entry?.at).toBe(2_000);
  });

  test('a dry run says what would be done and does nothing', async () => {
    write('a.md', doc('a', '- x\n'));
    expect((await toban('push', books(), '--dry-run')).out).toContain('送る予定 1 件');
    expect(await inStore(listRunbooks)).toEqual([]);
  });

  test('without a store it says how to come by one', async () => {
    rmSync(join(folder(), 'toban.sqlite'));
    write('a.md', doc('a', '- x\n'));
    const { code, err } = await toban('push', books());
    expect(code).toBe(1);
    expect(err).toContain('There is no store. Name a project in GOOGLE_CLOUD_PROJECT');
  });
});

describe('pull', () => {
  test('what was pulled is what was pushed, byte by byte, and pushing it again changes nothing', async () => {
    await toban('push', `${root}/runbooks`);
    expect((await toban('pull', books())).out).toContain('書き込み 12 件');
    for (const language of ['ja', 'en']) {
      expect(readdirSync(join(books(), language))).toHaveLength(6);
      for (const name of readdirSync(join(books(), language)))
        expect(readFileSync(join(books(), language, name))).toEqual(
          readFileSync(`${root}/runbooks/${language}/${name}`),
        );
    }
    expect((await toban('push', books())).out).toContain('送信 0 件、変更なし 12 件');
    expect((await toban('pull', books())).out).toContain('書き込み 0 件、変更なし 12 件');
  });

  test('writes over the file that has the runbook, whatever its name', async () => {
    write('mine.md', doc('a', '- x\n'));
    await toban('push', books());
    const edited = doc('a', '- ページで直した\n');
    await editOnPage(edited);
    expect((await toban('pull', books())).out).toMatch(/mine\.md: 更新/);
    expect(readFileSync(join(books(), 'mine.md'), 'utf8')).toBe(edited);
    expect(readdirSync(books())).toEqual(['mine.md']);
  });

  test('never loses what was not pushed, unless that is wanted', async () => {
    write('mine.md', doc('a', '- x\n'));
    await toban('push', books());
    await editOnPage(doc('a', '- ページで直した\n'));
    const own = doc('a', '- 手元で直した\n');
    write('mine.md', own);
    const { code, out } = await toban('pull', books());
    expect(code).toBe(1);
    expect(out).toContain('まだ送っていない変更があります');
    expect(readFileSync(join(books(), 'mine.md'), 'utf8')).toBe(own);
    expect((await toban('pull', books(), '--force')).code).toBe(0);
    expect(readFileSync(join(books(), 'mine.md'), 'utf8')).toContain('ページで直した');
  });
});
