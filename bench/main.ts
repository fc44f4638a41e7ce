import { cpus } from 'node:os';
import { benchAck } from './ack.ts';
import { benchApi } from './api.ts';
import { benchCost } from './cost.ts';
import { benchImport } from './import.ts';
import { benchIncident } from './incident.ts';
import { benchIncidentPages } from './incident-pages.ts';
import { benchInsights } from './insights.ts';
import type { BenchRow } from './lib/stats.ts';
import { benchPending } from './pending.ts';
import { benchPoll } from './poll.ts';
import { benchRedirect } from './redirect.ts';
import { benchRota } from './rota.ts';
import { benchSearch } from './search.ts';
import { benchLanes, benchStorm } from './storm.ts';

/** `npm run bench` runs all, `npm run bench -- storm pending` those named. Each takes at most three minutes. */
const BENCHES: Readonly<Record<string, () => Promise<BenchRow[]>>> = {
  ack: benchAck,
  redirect: benchRedirect,
  storm: benchStorm,
  lanes: benchLanes,
  pending: benchPending,
  cost: benchCost,
  poll: benchPoll,
  rota: benchRota,
  insights: benchInsights,
  import: benchImport,
  api: benchApi,
  search: benchSearch,
  incident: async () => [...(await benchIncident()), ...(await benchIncidentPages())],
};

const named = process.argv.slice(2);
const unknown = named.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}; there are: ${Object.keys(BENCHES).join(', ')}`);
  process.exit(2);
}
console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}\n`);
for (const [name, bench] of Object.entries(BENCHES)) {
  if (named.length > 0 && !named.includes(name)) continue;
  for (const { name: row, value, note } of await bench())
    console.log(`${row.padEnd(42)} ${value.padEnd(30)} ${note}`);
}
process.exit(0);
