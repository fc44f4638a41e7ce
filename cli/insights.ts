import { findDifferences, rebuild } from '../shared/insights/index.ts';
import { systemClock } from '../shared/platform/clock.ts';
import { readEnv } from '../shared/platform/config.ts';
import type { Store } from '../shared/store/port.ts';
import { type Command, type ExitCode, type Terminal, UsageError } from './command.ts';
import { openStore } from './store.ts';

export const insights: Command = {
  name: 'insights',
  summary: 'compares the figures with the records they come from, and makes them equal',
  usage: `npm run -s toban -- insights check
  Compares the figures of every month with the records. Changes nothing.
npm run -s toban -- insights rebuild
  Makes the figures what the records say, and compares again. May run while Toban works.

Both read every record of a call and an incident once. The environment names the store as for the services.
Exit code: 0 equal, 1 not equal or no store, 2 not understood.`,
  async run(args, terminal) {
    const [verb, ...rest] = args;
    if ((verb !== 'check' && verb !== 'rebuild') || rest.length > 0)
      throw new UsageError('Say "insights check" or "insights rebuild".');
    const store = await openStore(readEnv(terminal.env));
    if (!store) {
      terminal.err('There is no store here: set GOOGLE_CLOUD_PROJECT, or TOBAN_DATA for the laptop.');
      return 1;
    }
    try {
      return await (verb === 'check' ? check(store, terminal) : mend(store, terminal));
    } finally {
      await store.close();
    }
  },
};

const SHOWN = 20;

async function check(store: Store, { out }: Terminal): Promise<ExitCode> {
  const { records, differences } = await findDifferences(store);
  for (const { kind, id, counted, recorded } of differences.slice(0, SHOWN))
    out(`${kind} ${id}: counted ${counted?.row ?? 'not at all'}, recorded ${recorded?.row ?? 'not at all'}`);
  if (differences.length > SHOWN) out(`… and ${differences.length - SHOWN} more`);
  out(
    differences.length === 0
      ? `Equal: ${records} records are counted as they are.`
      : `${differences.length} of ${records} are counted differently. "insights rebuild" mends that.`,
  );
  return differences.length === 0 ? 0 : 1;
}

async function mend(store: Store, terminal: Terminal): Promise<ExitCode> {
  const mended = await rebuild(store, systemClock.now(), new AbortController().signal);
  terminal.out(`Counted anew: ${mended}.`);
  return check(store, terminal);
}
