import { readEnv } from '../shared/platform/config.ts';
import { compare, type Difference, rebuildSearch } from '../shared/search/index.ts';
import type { Store } from '../shared/store/port.ts';
import type { Command, ExitCode, Terminal } from './command.ts';
import { comparing } from './comparing.ts';
import { harmless } from './harmless.ts';
import { requireStore } from './store.ts';

export const search: Command = {
  name: 'search',
  summary: 'compares the search index with the records it comes from, and makes them equal',
  usage: `npm run -s toban -- search check [--json]
  Compares what the search finds with every record. Changes nothing.
npm run -s toban -- search rebuild [--json]
  Makes the index what the records say, and compares again. May run while Toban works.

--json is for programs. Both read every record once, in little memory. The environment names the store as for the services.
Exit code: 0 equal, 1 not equal or no store, 2 not understood.`,
  async run(args, terminal) {
    const { verb, json } = comparing('search', args);
    const store = await requireStore(readEnv(terminal.env));
    try {
      return await check(store, verb === 'check' ? null : await rebuildSearch(store), json, terminal);
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

/** `rebuilt`: how many were made anew before; null where nothing was changed. */
async function check(
  store: Store,
  rebuilt: number | null,
  json: boolean,
  { out }: Terminal,
): Promise<ExitCode> {
  if (rebuilt !== null && !json) out(`Made anew: ${rebuilt}.`);
  const differences: Difference[] = [];
  let [looked, different] = [0, 0];
  await compare(store, (difference) => {
    looked += 1;
    if (difference === null) return;
    different += 1;
    if (json) differences.push(difference);
    const { kind, id, part, why } = difference;
    if (!json && different <= SHOWN)
      out(harmless(`${kind} ${id}${part === null ? '' : ` (${part})`} ${WORDS[why]}`));
  });
  if (json) {
    out(JSON.stringify({ equal: different === 0, records: looked, rebuilt, differences }, null, 2));
    return different === 0 ? 0 : 1;
  }
  if (different > SHOWN) out(`… and ${different - SHOWN} more`);
  out(
    different === 0
      ? `Equal: ${looked} records and parts are found as they are.`
      : `${different} of ${looked} are not found as they are. "search rebuild" mends that.`,
  );
  return different === 0 ? 0 : 1;
}
