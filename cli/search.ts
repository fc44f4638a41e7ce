import { readEnv } from '../shared/platform/config.ts';
import { compare, type Difference, rebuildSearch } from '../shared/search/index.ts';
import type { Store } from '../shared/store/port.ts';
import { type Command, type ExitCode, type Terminal, UsageError } from './command.ts';
import { harmless } from './harmless.ts';
import { requireStore } from './store.ts';

export const search: Command = {
  name: 'search',
  summary: 'compares the search index with the records it comes from, and makes them equal',
  usage: `npm run -s toban -- search check
  Compares what the search finds with every record. Changes nothing.
npm run -s toban -- search rebuild
  Makes the index what the records say, and compares again. May run while Toban works.

Both read every record once, in little memory. The environment names the store as for the services.
Exit code: 0 equal, 1 not equal or no store, 2 not understood.`,
  async run(args, terminal) {
    const [verb, ...rest] = args;
    if ((verb !== 'check' && verb !== 'rebuild') || rest.length > 0)
      throw new UsageError('Say "search check" or "search rebuild".');
    const store = await requireStore(readEnv(terminal.env));
    try {
      return await (verb === 'check' ? check(store, terminal) : rebuild(store, terminal));
    } finally {
      await store.close();
    }
  },
};

const SHOWN = 20;
const WORDS: Readonly<Record<Difference['why'], string>> = {
  missing: 'is not found',
  other: 'is found by other words than it has',
  gone: 'is found and is no more',
};

async function check(store: Store, { out }: Terminal): Promise<ExitCode> {
  let [looked, different] = [0, 0];
  await compare(store, (difference) => {
    looked += 1;
    if (difference === null) return;
    different += 1;
    const { kind, id, part, why } = difference;
    if (different <= SHOWN) out(harmless(`${kind} ${id}${part === null ? '' : ` (${part})`} ${WORDS[why]}`));
  });
  if (different > SHOWN) out(`… and ${different - SHOWN} more`);
  out(
    different === 0
      ? `Equal: ${looked} records and parts are found as they are.`
      : `${different} of ${looked} are not found as they are. "search rebuild" mends that.`,
  );
  return different === 0 ? 0 : 1;
}

async function rebuild(store: Store, terminal: Terminal): Promise<ExitCode> {
  terminal.out(`Made anew: ${await rebuildSearch(store)}.`);
  return check(store, terminal);
}
