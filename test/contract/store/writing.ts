import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { codeOf, type StoreSide } from './harness.ts';

/** Promises about single writes and transactions. */
export function writingPromises(side: StoreSide): void {
  describe(`${side.name}: single documents`, () => {
    it('what was put is read again, by path and id', async () => {
      const { store } = side.open();
      const data = {
        text: '鍵が開かない 🛴',
        n: -1.5,
        zero: -0,
        yes: true,
        none: null,
        list: [{ a: [1] }],
        map: { x: {} },
      };
      await store.put('escalations/esc_1', data);
      const doc = await store.get('escalations/esc_1');
      expect(doc).toMatchObject({ path: 'escalations/esc_1', id: 'esc_1', data: { ...data, zero: 0 } });
      expect(await store.get('escalations/esc_2')).toBeNull();
    });

    it('put replaces the whole document', async () => {
      const { store } = side.open();
      await store.put('a/1', { old: 1, both: 1 });
      await store.put('a/1', { both: 2 });
      expect((await store.get('a/1'))?.data).toEqual({ both: 2 });
    });

    it('of 20 concurrent creates exactly one wins, and the others learn that it exists', async () => {
      const { store, beside } = side.open();
      const other = beside();
      const tries = Array.from({ length: 20 }, (_, n) =>
        codeOf((n % 2 ? other : store).put('a/1', { n }, 'absent')),
      );
      const codes = await Promise.all(tries);
      expect(codes.filter((code) => code === 'resolved')).toHaveLength(1);
      expect(codes.filter((code) => code === 'exists')).toHaveLength(19);
    });

    it('a put that expects a version is refused once the document has moved on, or is gone', async () => {
      const { store } = side.open();
      await store.put('a/1', { n: 1 });
      const first = (await store.get('a/1'))?.version ?? '';
      await store.put('a/1', { n: 2 }, { version: first });
      expect(await codeOf(store.put('a/1', { n: 3 }, { version: first }))).toBe('conflict');
      expect((await store.get('a/1'))?.data).toEqual({ n: 2 });
      expect(await codeOf(store.put('a/missing', { n: 3 }, { version: first }))).toBe('conflict');
    });

    it('a version never comes back, not even when the document is deleted and made again', async () => {
      const { store } = side.open();
      await store.put('a/1', { n: 1 });
      const first = (await store.get('a/1'))?.version ?? '';
      await store.transaction(async (tx) => tx.delete('a/1'));
      expect(await store.get('a/1')).toBeNull();
      await store.put('a/1', { n: 1 });
      expect(await codeOf(store.put('a/1', { n: 2 }, { version: first }))).toBe('conflict');
    });
  });

  describe(`${side.name}: transactions`, () => {
    it('no update is lost under contention', async () => {
      const { store, beside } = side.open();
      const other = beside();
      await store.put('counters/c', { n: 0 });
      const increment = (n: number) =>
        (n % 2 ? other : store).transaction(async (tx) => {
          const doc = await tx.get<{ n: number }>('counters/c');
          tx.put('counters/c', { n: (doc?.data.n ?? 0) + 1 });
        });
      await Promise.all(Array.from({ length: side.contenders }, (_, n) => increment(n)));
      expect((await store.get('counters/c'))?.data).toEqual({ n: side.contenders });
    });

    it('of two who acknowledge at the same time exactly one wins', async () => {
      const { store, beside } = side.open();
      const other = beside();
      await store.put('calls/1', { by: null });
      const acknowledge = (who: string, from: typeof store) =>
        from.transaction(async (tx) => {
          const doc = await tx.get<{ by: string | null }>('calls/1');
          if (doc?.data.by) return false;
          await pause(50);
          tx.put('calls/1', { by: who });
          return true;
        });
      const won = await Promise.all([acknowledge('sato', store), acknowledge('suzuki', other)]);
      expect(won.toSorted()).toEqual([false, true]);
      expect((await store.get('calls/1'))?.data).toEqual({ by: won[0] ? 'sato' : 'suzuki' });
    });

    it('a write from outside between read and commit is not overwritten', async () => {
      const { store, beside } = side.open();
      const other = beside();
      await store.put('a/1', { n: 1, from: 'start' });
      let outside: Promise<unknown> | null = null;
      await store.transaction(async (tx) => {
        const doc = await tx.get<{ n: number }>('a/1');
        // Not awaited: a store that locks lets it through only after this transaction.
        outside ??= other.transaction(async (inner) => {
          const seen = await inner.get<{ n: number }>('a/1');
          inner.put('a/1', { n: (seen?.data.n ?? 0) + 10 });
        });
        await pause(200);
        tx.put('a/1', { n: (doc?.data.n ?? 0) + 100 });
      });
      await outside;
      expect((await store.get('a/1'))?.data).toEqual({ n: 111 });
    });

    it('a document that appears after it was read as missing is noticed', async () => {
      const { store, beside } = side.open();
      const other = beside();
      let outside: Promise<unknown> | null = null;
      const made = await store.transaction(async (tx) => {
        const doc = await tx.get('a/1');
        outside ??= codeOf(other.put('a/1', { by: 'other' }, 'absent'));
        await pause(200);
        if (doc) return false;
        tx.put('a/1', { by: 'me' });
        return true;
      });
      const outcome = await outside;
      expect((await store.get('a/1'))?.data).toEqual({ by: made ? 'me' : 'other' });
      expect(outcome).toBe(made ? 'exists' : 'resolved');
    });

    it('all documents are written together', async () => {
      const { store } = side.open();
      await store.put('a/gone', { n: 0 });
      const answer = await store.transaction(async (tx) => {
        tx.create('a/1', { n: 1 });
        tx.create('a/1/events/000001', { seq: 1 });
        tx.put('a/2', { n: 2 });
        tx.delete('a/gone');
        return 'done';
      });
      expect(answer).toBe('done');
      const found = await Promise.all(
        ['a/1', 'a/1/events/000001', 'a/2', 'a/gone'].map((path) => store.get(path)),
      );
      expect(found.map((doc) => doc?.data ?? null)).toEqual([{ n: 1 }, { seq: 1 }, { n: 2 }, null]);
    });

    it('one create that finds its document fails all the writes, with exists', async () => {
      const { store } = side.open();
      await store.put('a/taken', { n: 0 });
      const failing = store.transaction(async (tx) => {
        tx.put('a/before', { n: 1 });
        tx.create('a/taken', { n: 2 });
        tx.put('a/after', { n: 3 });
      });
      expect(await codeOf(failing)).toBe('exists');
      const found = await Promise.all(['a/before', 'a/taken', 'a/after'].map((path) => store.get(path)));
      expect(found.map((doc) => doc?.data ?? null)).toEqual([null, { n: 0 }, null]);
    });

    it('an error of the body is thrown as it is, after one run, and nothing is written', async () => {
      const { store } = side.open();
      const mine = new RangeError('no');
      let runs = 0;
      const failing = store.transaction(async (tx) => {
        runs += 1;
        await tx.get('a/1');
        tx.put('a/1', { n: 1 });
        throw mine;
      });
      await expect(failing).rejects.toBe(mine);
      expect(runs).toBe(1);
      expect(await store.get('a/1')).toBeNull();
    });

    it('a read after a write, and anything after the end, is a bug and says so', async () => {
      const { store } = side.open();
      const late = store.transaction(async (tx) => {
        tx.put('a/1', { n: 1 });
        await tx.get('a/2');
      });
      expect(await codeOf(late)).toBe('bug');
      const leaked = await store.transaction(async (tx) => ({ tx }));
      expect(() => leaked.tx.put('a/1', { n: 1 })).toThrow(/ended/);
      expect(await codeOf(leaked.tx.get('a/1'))).toBe('bug');
    });

    it('data changed after it was handed over is written as it was handed over', async () => {
      const { store } = side.open();
      const data = { n: 1 };
      await store.transaction(async (tx) => {
        tx.put('a/1', data);
        data.n = 2;
      });
      expect((await store.get('a/1'))?.data).toEqual({ n: 1 });
    });
  });
}
