import { benchAck } from './ack.ts';
import { benchRota } from './rota.ts';

for (const bench of [benchAck, benchRota]) {
  for (const { name, value, note } of await bench())
    console.log(`${name.padEnd(36)} ${value.padEnd(24)} ${note}`);
}
