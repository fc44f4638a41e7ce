import { afterAll } from 'vitest';
import { startFirestoreEmulator } from '../../emulators.ts';
import { arrayPromises } from './arrays.ts';
import { firestoreSide, type StoreSide, sqliteSide } from './harness.ts';
import { importPromises } from './importing.ts';
import { limitPromises } from './limits.ts';
import { readingPromises } from './reading.ts';
import { writingPromises } from './writing.ts';

const emulator = await startFirestoreEmulator();
const sides: StoreSide[] = [sqliteSide()];
if ('missing' in emulator) console.log(`NOT RUN: Firestore emulator (${emulator.missing})`);
else sides.push(firestoreSide(emulator.host));
const [, real] = sides;

for (const side of sides) {
  writingPromises(side);
  readingPromises(side);
  arrayPromises(side);
  limitPromises(side);
}

// What it brings in is proven on SQLite elsewhere; here, that it fits into what Firestore takes.
if (real) importPromises(real);

afterAll(async () => {
  for (const side of sides) await side.close();
  if ('stop' in emulator) await emulator.stop();
});
