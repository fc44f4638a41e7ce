import { benchAck } from './ack.ts';

for (const bench of [benchAck]) {
  for (const { name, value, note } of await bench())
    console.log(`${name.padEnd(36)} ${value.padEnd(24)} ${note}`);
}
