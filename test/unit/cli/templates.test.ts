import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { templates } from '../../../cli/templates.ts';
import { listTemplates, pushTemplate, templateNamed } from '../../../shared/postmortem/index.ts';
import { useDocuments } from './documents-desk.ts';

const doc = (title: string, more = '') =>
  `---\nid: rental\ntitle: ${title}\nlanguage: ja\n${more}---\n## 概要 {#summary required}\n\n3行で。\n`;

const { folder, books: own, write, toban, inStore } = useDocuments(templates, null);

test('an unknown field is refused with its line and what to do, and nothing is pushed', async () => {
  write('a.md', doc('貸出', 'titel: x\n'));
  write('b.md', doc('別').replace('id: rental', 'id: other'));
  for (const verb of ['check', 'push']) {
    const { code, out } = await toban(verb, own(), '--lang', 'ja');
    expect(code).toBe(1);
    expect(out).toContain(
      `${own('a.md')}:5:8 error: 設定に titel という項目はありません。つづりを確かめるか、消してください。`,
    );
  }
  expect(await inStore((store) => templateNamed(store, 'other', 'ja'))).toBeNull();
});

test('pushed, it is what postmortems are made from; pushed again nothing changes; pulled it is the same text', async () => {
  write('a.md', doc('貸出'));
  expect(await toban('push', own())).toMatchObject({ code: 0, out: expect.stringMatching(/a\.md: new /) });
  expect((await toban('push', own())).out).toContain('0 pushed, 1 unchanged');
  expect(await inStore((store) => templateNamed(store, 'rental', 'ja'))).toMatchObject({ title: '貸出' });
  expect((await inStore(listTemplates)).find(({ id }) => id === 'rental')).toMatchObject({ by: 'mori' });
  const pulled = join(folder(), 'pulled');
  expect((await toban('pull', pulled)).out).toContain('1 written');
  expect(readdirSync(pulled)).toEqual(['ja']);
  expect(readFileSync(join(pulled, 'ja', 'rental.md'), 'utf8')).toBe(doc('貸出'));
});

test('a file behind the store does not undo newer words, unless that is wanted', async () => {
  write('a.md', doc('はじめ'));
  await toban('push', own());
  const by = { user: 'U0SRELEAD', name: '森' };
  await inStore((store) => pushTemplate(store, doc('あと'), by, Date.parse('2026-11-24T03:00:00Z')));
  const refused = await toban('push', own());
  expect(refused).toMatchObject({ code: 1, out: expect.stringContaining('森 saved the newer version') });
  expect((await toban('push', own(), '--force')).code).toBe(0);
  expect(await inStore((store) => templateNamed(store, 'rental', 'ja'))).toMatchObject({ title: 'はじめ' });
});

test('the schema describes the settings', async () => {
  const { out } = await toban('schema');
  expect(JSON.parse(out)).toMatchObject({
    required: ['id', 'title', 'language'],
    additionalProperties: false,
  });
});
