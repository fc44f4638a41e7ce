import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createPostmortem } from '../../../shared/postmortem/create.ts';
import {
  postmortemById,
  saveSection,
  sectionHistory,
  sectionsOf,
  sectionVersion,
} from '../../../shared/postmortem/index.ts';
import { MORI, PostmortemDesk, SATO } from './desk.ts';

let desk: PostmortemDesk;
beforeEach(() => {
  desk = new PostmortemDesk();
});
afterEach(() => desk.close());

const begin = async () =>
  createPostmortem(desk.verbs, await desk.incident(), (id) => (id === 'summary' ? '1\n2\n3' : ''), null);
const found = async (path: string) => {
  const one = await postmortemById(desk.verbs, path.split('/')[1] ?? '', 'UMORI');
  if (!one) throw new Error('not found');
  return one;
};

describe('sections, saved one by one', () => {
  test('each save is a version; the history says who, and each can be read again', async () => {
    const { path, state } = await begin();
    desk.now += 1;
    expect(
      await saveSection(desk.verbs, path, { section: 'summary', base: 1, text: '1\r\n2\r\n4' }, MORI),
    ).toEqual({
      kind: 'saved',
      version: 2,
      text: '1\n2\n4',
    });
    const { saves } = await sectionHistory(desk.verbs, path, 'summary');
    expect(saves.map(({ version, by }) => [version, by?.name ?? null])).toEqual([
      [2, '森'],
      [1, null],
    ]);
    expect((await sectionVersion(desk.verbs, state, 'summary', 1))?.text).toBe('1\n2\n3');
  });

  test('what two people wrote on different lines is joined, whoever saves second', async () => {
    const { path } = await begin();
    await saveSection(desk.verbs, path, { section: 'summary', base: 1, text: '1森\n2\n3' }, MORI);
    const second = await saveSection(
      desk.verbs,
      path,
      { section: 'summary', base: 1, text: '1\n2\n3佐藤' },
      SATO,
    );
    expect(second).toEqual({ kind: 'merged', version: 3, text: '1森\n2\n3佐藤' });
  });

  test('on the same line nothing is written over: both texts come back, and a person chooses', async () => {
    const { path, state } = await begin();
    await saveSection(desk.verbs, path, { section: 'summary', base: 1, text: '1\n森\n3' }, MORI);
    const second = await saveSection(
      desk.verbs,
      path,
      { section: 'summary', base: 1, text: '1\n佐藤\n3' },
      SATO,
    );
    expect(second).toMatchObject({
      kind: 'conflict',
      base: '1\n2\n3',
      theirs: { text: '1\n森\n3', version: 2, by: MORI },
      mine: '1\n佐藤\n3',
    });
    expect(await sectionVersion(desk.verbs, state, 'summary', 3)).toBeNull();
    const chosen = { section: 'summary', base: 2, text: '1\n森と佐藤\n3' };
    expect(await saveSection(desk.verbs, path, chosen, SATO)).toMatchObject({ kind: 'saved', version: 3 });
  });

  test('two who save at once: neither is lost', async () => {
    const { path } = await begin();
    const both = [
      { section: 'summary', base: 1, text: '森\n2\n3' },
      { section: 'summary', base: 1, text: '1\n2\n佐藤' },
    ];
    await Promise.all([
      saveSection(desk.verbs, path, both[0] as never, MORI),
      saveSection(desk.verbs, path, both[1] as never, SATO),
    ]);
    const [summary] = await sectionsOf(desk.verbs, (await found(path)).state);
    expect(summary).toMatchObject({ version: 3, text: '森\n2\n佐藤' });
  });

  test('the same text twice is no new version; 200,000 characters of four bytes fit, one more does not', async () => {
    const { path } = await begin();
    const summary = (text: string, base: number) =>
      saveSection(desk.verbs, path, { section: 'summary', base, text }, MORI);
    expect(await summary('1\n2\n3', 1)).toMatchObject({ kind: 'unchanged', version: 1 });
    const long = '🛴'.repeat(200_000);
    expect(await summary(long, 1)).toMatchObject({ kind: 'saved', version: 2 });
    expect(await summary(`${long}x`, 2)).toEqual({
      kind: 'refused',
      refusal: { refused: 'too-long', most: 200_000 },
    });
    expect((await found(path)).state.sections.summary).toMatchObject({ version: 2, blank: false });
  });

  test('a version that there never was is refused', async () => {
    const { path } = await begin();
    for (const base of [2, -1, 0.5])
      expect(
        await saveSection(desk.verbs, path, { section: 'summary', base, text: 'x' }, MORI),
      ).toMatchObject({
        refusal: { refused: 'version-unknown' },
      });
  });
});
