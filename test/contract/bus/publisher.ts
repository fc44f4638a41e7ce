// A process of its own that publishes until it is killed; prints each number once it is acknowledged.
import { writeSync } from 'node:fs';
import { openDispatcher } from '../../../local/dispatcher/index.ts';
import { systemClock } from '../../../shared/platform/clock.ts';

const nowhere = 'http://127.0.0.1:9/';
const dispatcher = await openDispatcher({
  file: process.argv[2] ?? '',
  clock: { now: () => systemClock.now() - 60_000 },
  pushUrls: { calls: nowhere, work: nowhere },
  audience: 'nobody',
  email: 'nobody@demo.example',
});

for (let n = 1; ; n += 1) {
  await dispatcher.publish('calls', { n });
  writeSync(1, `${n}\n`);
}
