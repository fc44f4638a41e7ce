import { strToU8, zipSync } from 'fflate';
import { afterEach, describe, expect, test } from 'vitest';
import { openZip } from '../../../shared/adapters/zip/index.ts';
import { readNotion } from '../../../shared/import/read/notion.ts';
import { parseNotionPage } from '../../../shared/import/read/notion-page.ts';
import type { Archive } from '../../../shared/ports/archive.ts';
import { badOf, rowsOf } from './files.ts';

const LIMITS = { entries: 1_000, total: 50_000_000 };
const opened: Archive[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});
async function zipped(
  files: Readonly<Record<string, string | Uint8Array>>,
  limits = LIMITS,
): Promise<Archive> {
  const bytes = zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, content]) => [
        path,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  );
  const archive = await openZip(bytes, limits);
  opened.push(archive);
  return archive;
}

const HEX = (n: number) => n.toString(16).padStart(32, '0');
const DB = 'インシデント 0123456789abcdef0123456789abcdef';
const page = (title: string, properties: string, body: string) => `# ${title}\n\n${properties}\n\n${body}\n`;

describe('a page of an export', () => {
  test('is its title, its properties and its text; a value may go on', () => {
    const text = page(
      '返却できない',
      '重要度: 高\n影響: 全国\nで返却できない\n担当者: 森',
      '## 経緯\n\nメモ: これは本文',
    );
    expect(parseNotionPage(text, new Set(['重要度', '影響', '担当者', 'メモ']))).toEqual({
      title: '返却できない',
      properties: { 重要度: '高', 影響: '全国\nで返却できない', 担当者: '森' },
      body: '## 経緯\n\nメモ: これは本文',
    });
  });

  test('has no property where there is none', () => {
    expect(parseNotionPage('# t\n\nただの本文\n二行目', new Set(['重要度']))).toEqual({
      title: 't',
      properties: {},
      body: 'ただの本文\n二行目',
    });
  });
});

describe('the records of an export', () => {
  const table =
    '﻿タイトル,発生日時,重要度\n返却できない,2024年3月5日 14:03,高\n返却できない,2024年4月1日 9:00,低\n行だけ,2024年5月1日 9:00,低\n';
  const files = {
    [`${DB}.csv`]: 'タイトル\nちがう\n',
    [`${DB}_all.csv`]: table,
    [`${DB}/返却できない ${HEX(1)}.md`]: page(
      '返却できない',
      '発生日時: 2024年4月1日 9:00\n重要度: 低',
      '二件目',
    ),
    [`${DB}/返却できない ${HEX(2)}.md`]: page(
      '返却できない',
      '発生日時: 2024年3月5日 14:03\n重要度: 高',
      '一件目',
    ),
    [`${DB}/ページだけ ${HEX(3)}.md`]: page(
      'ページだけ',
      '発生日時: 2024年6月1日 9:00\n重要度: 中',
      '三件目',
    ),
    [`${DB}/返却できない ${HEX(1)}/子ページ ${HEX(4)}.md`]: '# 子ページ\n\n下にあるもの',
    [`${DB}/図.png`]: Uint8Array.from([1, 2, 3]),
  };
  const shown = async (archive: Archive) =>
    (await rowsOf(readNotion(archive))).map(({ id, values, body }) => [
      values.タイトル,
      values.発生日時,
      id,
      body,
    ]);
  const expected = [
    ['返却できない', '2024年3月5日 14:03', HEX(2), '一件目'],
    ['返却できない', '2024年4月1日 9:00', HEX(1), '二件目'],
    ['行だけ', '2024年5月1日 9:00', null, null],
    ['ページだけ', '2024年6月1日 9:00', HEX(3), '三件目'],
  ];

  test('are its rows with their pages, of two with one title the right ones', async () => {
    expect(await shown(await zipped(files))).toEqual(expected);
  });

  test('lie in parts within the zip as well', async () => {
    const part = (names: readonly string[]) =>
      zipSync(
        Object.fromEntries(
          names.map((name) => [name, strToU8((files as Record<string, string>)[name] ?? '')]),
        ),
      );
    const names = Object.keys(files).filter((name) => !name.endsWith('.png'));
    const parts = { 'Export-Part-1.zip': part(names.slice(0, 3)), 'Export-Part-2.zip': part(names.slice(3)) };
    expect(await shown(await zipped(parts))).toEqual(expected);
  });

  test('longer than a record may be are refused, and never cut unsaid', async () => {
    const long = 'あ'.repeat(1_000_001);
    const page = { [`x ${HEX(9)}.md`]: `# x\n\nStatus: Done\n\n${long}` };
    expect(await badOf(readNotion(await zipped(page)))).toEqual(['null too-long']);
    const both = { [`${DB}_all.csv`]: 'タイトル\nx\ny\n', [`${DB}/x ${HEX(9)}.md`]: `# x\n\n${long}` };
    expect(await badOf(readNotion(await zipped(both)))).toEqual(['null too-long']);
    expect((await rowsOf(readNotion(await zipped(both)))).map(({ values }) => values.タイトル)).toEqual([
      'y',
    ]);
  });

  test('are the pages alone where there is no table', async () => {
    const rows = await rowsOf(
      readNotion(await zipped({ [`x ${HEX(9)}.md`]: '# x\n\nStatus: Done\n\ntext' })),
    );
    expect(rows).toMatchObject([{ id: HEX(9), values: { Name: 'x', Status: 'Done' }, body: 'text' }]);
    await expect(rowsOf(readNotion(await zipped({ 'a.png': 'x' })))).rejects.toMatchObject({
      reason: 'no-table',
    });
  });
});

describe('a zip that means harm', () => {
  const refused = (bytes: Uint8Array, limits = LIMITS) => expect(openZip(bytes, limits)).rejects;

  test.each(['../../etc/x.csv', '/etc/x.csv', 'a\\..\\x.csv'])('leads out: %s', async (name) => {
    await refused(zipSync({ [name]: strToU8('a') })).toMatchObject({
      code: 'bad-input',
      reason: 'unsafe-name',
    });
  });

  test('holds too much, in one file, in many, or in zips within', async () => {
    const zeros = new Uint8Array(25_000_000);
    const bomb = zipSync({ 'a.csv': zeros }, { level: 9 });
    await refused(bomb, { entries: 10, total: 1e12 }).toMatchObject({ reason: 'too-much' });
    await refused(zipSync({ 'in.zip': bomb }), { entries: 10, total: 1e12 }).toMatchObject({
      reason: 'too-much',
    });
    const many = zipSync(Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`${i}.md`, strToU8('x')])));
    await refused(many, { entries: 10, total: 100 }).toMatchObject({ reason: 'too-much' });
    const nested = zipSync({ 'a.zip': zipSync({ 'b.zip': many }) });
    await refused(nested).toMatchObject({ reason: 'too-deep' });
  });

  test('says less than it holds, or is none', async () => {
    const bytes = zipSync({ 'a.csv': new Uint8Array(1_000) });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const central = view.getUint32(bytes.length - 6, true);
    view.setUint32(central + 24, 10, true);
    const archive = await openZip(bytes, LIMITS);
    opened.push(archive);
    await expect(rowsOf(readNotion(archive))).rejects.toMatchObject({
      code: 'bad-input',
      reason: 'broken-zip',
    });
    await refused(strToU8('no zip at all')).toMatchObject({ code: 'bad-input', reason: 'broken-zip' });
  });
});
