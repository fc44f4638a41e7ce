import { expect, test } from 'vitest';
import { every, everyAhead } from '../../../shared/store/every.ts';
import type { Page, Query, Store } from '../../../shared/store/port.ts';
import { countedRecords } from '../../../shared/store/shapes.ts';

/** A store of so many numbers, which fails on the page that begins at `broken`. */
function numbers(count: number, broken = Number.POSITIVE_INFINITY) {
  const asked: number[] = [];
  const page = async ({ limit, cursor }: Query): Promise<Page<number>> => {
    const from = Number(cursor ?? 0);
    asked.push(from);
    if (from >= broken) throw new Error('broken');
    const to = Math.min(count, from + limit);
    const docs = Array.from({ length: to - from }, (_, i) => ({
      id: `${from + i}`,
      path: '',
      data: from + i,
    }));
    return { docs, cursor: to < count ? String(to) : null } as unknown as Page<number>;
  };
  return { asked, store: { page } as unknown as Pick<Store, 'page'> };
}
const query = { shape: countedRecords.incidents };

test.each([every, everyAhead])(
  'every document comes once and in order, whatever their number',
  async (read) => {
    for (const count of [0, 1, 200, 500, 1_234]) {
      const all = await Array.fromAsync(read<number>(numbers(count).store, query));
      expect(all.map(({ data }) => data)).toEqual([...Array(count).keys()]);
    }
  },
);

test('ahead, the next page is asked for before this one is dealt with; a failure comes in its turn', async () => {
  const { asked, store } = numbers(2_000, 1_000);
  const seen: number[] = [];
  const all = async () => {
    for await (const { data } of everyAhead<number>(store, query)) {
      if (data === 0) expect(asked).toEqual([0, 500]);
      seen.push(data);
    }
  };
  await expect(all()).rejects.toThrow('broken');
  expect(seen).toHaveLength(1_000);
});
