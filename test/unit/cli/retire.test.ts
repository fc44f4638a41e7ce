import { expect, test } from 'vitest';
import { runbooks } from '../../../cli/runbooks.ts';
import { listRunbooks } from '../../../shared/runbook/index.ts';
import { useDocuments } from './documents-desk.ts';

const { toban, write, books, inStore } = useDocuments(runbooks, null);
const doc = (language: string, body: string) =>
  `---\nid: old\ntitle: old\nlanguage: ${language}\n---\n- ${body}\n`;
const offered = () =>
  inStore(async (store) => (await listRunbooks(store)).filter(({ retired }) => !retired).map(({ id }) => id));

test('one by its id, or all its languages; a push of new words brings nothing back', async () => {
  write('a.md', doc('ja', 'x'));
  write('b.md', doc('en', 'x'));
  await toban('push', books());
  const one = await toban('retire', 'old.en', '--lang', 'ja');
  expect(one).toMatchObject({ code: 0, out: expect.stringContaining('old.en: 使用を終えました') });
  expect(await offered()).toEqual(['old.ja']);
  expect(JSON.parse((await toban('retire', 'old', '--json')).out).files).toEqual([
    { id: 'old.ja', outcome: 'retired' },
    { id: 'old.en', outcome: 'same' },
  ]);
  write('a.md', doc('ja', 'y'));
  expect((await toban('push', books())).out).toMatch(/a\.md: changed .*still retired/);
  expect(await offered()).toEqual([]);
  expect((await toban('restore', 'old.ja')).out).toBe('old.ja: brought back.');
  expect(await offered()).toEqual(['old.ja']);
});

test('what is not there, and words that do not go with it', async () => {
  expect(await toban('retire', 'none')).toMatchObject({
    code: 1,
    out: expect.stringContaining('There is no “none”'),
  });
  expect(await toban('retire')).toMatchObject({
    code: 2,
    err: expect.stringContaining('Name one of the runbooks'),
  });
  expect((await toban('retire', 'old', '--dry-run')).code).toBe(2);
});
