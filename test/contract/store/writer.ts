// A process of its own that writes to a SQLite store until it is killed, or a number of times.
// `node writer.ts <file> pairs`: two documents in step, for ever; prints each number once it is acknowledged.
// `node writer.ts <file> count <times>`: adds one to a counter that others add to as well.
import { writeSync } from 'node:fs';
import { openSqliteStore } from '../../../shared/adapters/sqlite/index.ts';

const [file = '', mode, times] = process.argv.slice(2);
const store = openSqliteStore({ file });

if (mode === 'pairs') {
  for (let n = 1; ; n += 1) {
    await store.transaction(async (tx) => {
      await tx.get('pairs/left');
      tx.put('pairs/left', { n });
      tx.put('pairs/right', { n, padding: 'x'.repeat(n % 5000) });
      tx.create(`pairs/left/tasks/${n}`, { lane: 'calls', dueAt: n, createdAt: n });
    });
    writeSync(1, `${n}\n`);
  }
}

for (let n = 0; n < Number(times); n += 1) {
  await store.transaction(async (tx) => {
    const doc = await tx.get<{ n: number }>('counters/c');
    tx.put('counters/c', { n: (doc?.data.n ?? 0) + 1 });
  });
}
await store.close();
