import { findDifferences, rebuild } from '../shared/insights/index.ts';
import { systemClock } from '../shared/platform/clock.ts';
import { readEnv } from '../shared/platform/config.ts';
import type { Store } from '../shared/store/port.ts';
import type { Command, ExitCode, Terminal } from './command.ts';
import { comparing } from './comparing.ts';
import { requireStore } from './store.ts';

export const insights: Command = {
  name: 'insights',
  summary: 'compares the figures with the records they come from, and makes them equal',
  usage: `npm run -s toban -- insights check [--json]
  Compares the figures of every month with the records. Changes nothing.
npm run -s toban -- insights rebuild [--json]
  Makes the figures what the records say, and compares again. May run while Toban works.

--json is for programs. Both read every record of a call and an incident once. The environment names the store as for the services.
Exit code: 0 equal, 1 not equal or no store, 2 not understood.`,
  async run(args, terminal) {
    const { verb, json } = comparing('insights', args);
    const store = await requireStore(readEnv(terminal.env));
    try {
      const rebuilt =
        verb === 'check' ? null : await rebuild(store, systemClock.now(), new AbortController().signal);
      return await check(store, rebuilt, json, terminal);
    } finally {
      await store.close();
    }
  },
};

const SHOWN = 20;

/** `rebuilt`: how many were counted anew before; null where nothing was changed. */
async function check(
  store: Store,
  rebuilt: number | null,
  json: boolean,
  { out }: Terminal,
): Promise<ExitCode> {
  const { records, differences } = await findDifferences(store);
  const equal = differences.length === 0;
  if (json) {
    out(JSON.stringify({ equal, records, rebuilt, differences }, null, 2));
    return equal ? 0 : 1;
  }
  if (rebuilt !== null) out(`Counted anew: ${rebuilt}.`);
  for (const { kind, id, counted, recorded } of differences.slice(0, SHOWN))
    out(`${kind} ${id}: counted ${counted?.row ?? 'not at all'}, recorded ${recorded?.row ?? 'not at all'}`);
  if (differences.length > SHOWN) out(`… and ${differences.length - SHOWN} more`);
  out(
    equal
      ? `Equal: ${records} records are counted as they are.`
      : `${differences.length} of ${records} are counted differently. "insights rebuild" mends that.`,
  );
  return equal ? 0 : 1;
}
