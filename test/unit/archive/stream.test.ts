import { describe, expect, test } from 'vitest';
import { zipOf } from '../../../shared/adapters/zip/index.ts';
import { ahead } from '../../../shared/archive/ahead.ts';
import type { ZippedFile } from '../../../shared/ports/archive.ts';

async function* numbers(count: number) {
  for (let i = 0; i < count; i += 1) yield i;
}

describe('work done ahead', () => {
  test('keeps the order, and no more under way than said', async () => {
    let [now, most] = [0, 0];
    const done = await Array.fromAsync(
      ahead(numbers(50), 4, async (i) => {
        now += 1;
        most = Math.max(most, now);
        // The later one begins, the sooner it is done.
        for (let wait = (50 - i) % 7; wait > 0; wait -= 1) await null;
        now -= 1;
        return i;
      }),
    );
    expect(done).toEqual([...Array(50).keys()]);
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(4);
  });

  test('fails where the one that failed has its turn, and not before', async () => {
    const seen: number[] = [];
    const all = async () => {
      for await (const i of ahead(numbers(9), 3, async (i) => (i === 5 ? Promise.reject(new Error('5')) : i)))
        seen.push(i);
    };
    await expect(all()).rejects.toThrow('5');
    expect(seen).toEqual([0, 1, 2, 3, 4]);
  });
});

test('when whoever reads a zip has gone, nothing more is read for it', async () => {
  let [asked, left] = [0, false];
  async function* text() {
    for (;;) {
      asked += 1;
      // Enough of it that no buffer on the way swallows the rest.
      yield 'x'.repeat(100_000);
    }
  }
  async function* files(): AsyncGenerator<ZippedFile> {
    try {
      for (;;) yield { path: 'a.txt', text };
    } finally {
      left = true;
    }
  }
  for await (const bytes of zipOf(files(), 0)) if (bytes.length > 0 && asked > 2) break;
  await expect.poll(() => left).toBe(true);
  expect(asked).toBeLessThan(1_000);
});
