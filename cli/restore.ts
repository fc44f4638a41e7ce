import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openZip } from '../shared/adapters/zip/index.ts';
import { restore } from '../shared/archive/index.ts';
import { rebuild } from '../shared/insights/index.ts';
import { rebuildHolds } from '../shared/legal-hold/index.ts';
import { systemClock } from '../shared/platform/clock.ts';
import { readEnv } from '../shared/platform/config.ts';
import { rebuildSearch } from '../shared/search/index.ts';
import { type Command, UsageError } from './command.ts';
import { harmless } from './harmless.ts';
import { requireStore } from './store.ts';
import { teamInSlack } from './workspace.ts';

/** Far above any export, far below what fills a disk. */
export const LIMITS = { entries: 2_000_000, total: 100 * 2 ** 30 };
const SHOWN = 20;
const MOST = 10_000;

export const restoreCommand: Command = {
  name: 'restore',
  summary: 'brings an export of Toban back',
  usage: `npm run -s toban -- restore FILE.zip [--json]
  Writes what the export holds and is not there; what is there stays as it is, and is named where it differs. A second run
  changes nothing. Nobody is told; no reminder and no call goes out of what is brought back. Search and figures are made anew.
  --json is for programs: the sums, and what differs (the first 10,000).

The environment names the store as for the services. Exit code: 0 all is as exported, 1 something there differs or failed,
2 not understood.`,
  async run(args, { out, env: vars }) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new UsageError('Name one FILE.zip.');
    if (!existsSync(file)) throw new UsageError(`There is no file "${file}".`);
    const env = readEnv(vars);
    const archive = await openZip(file, LIMITS);
    const store = await requireStore(env);
    try {
      const differing: string[] = [];
      let shown = 0;
      const done = await restore(store, archive, await teamInSlack(env), (_done, kept) => {
        if (values.json) differing.push(...kept.slice(0, MOST - differing.length));
        else
          for (const path of kept.slice(0, SHOWN - shown))
            out(harmless(`${path} differs, and stays as it is here`));
        shown += kept.length;
      });
      await rebuild(store, systemClock.now(), new AbortController().signal);
      await rebuildSearch(store);
      await rebuildHolds(store);
      if (values.json) out(JSON.stringify({ ...done, differing }, null, 2));
      else
        out(
          `Written: ${done.created}. There already: ${done.same}. There and different, left as it is: ${done.kept}.`,
        );
      return done.kept === 0 ? 0 : 1;
    } finally {
      await store.close();
      await archive.close();
    }
  },
};
