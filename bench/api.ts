import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { makeToken } from '../shared/api-token/index.ts';
import { countedSystem } from './lib/counted-system.ts';
import { type Got, getting, warmed } from './lib/getting.ts';
import { fillIncidents } from './lib/incident-history.ts';
import { type BenchRow, ratios, spread } from './lib/stats.ts';

const [SOME, ALL] = [100, 100_000];
const ROUNDS = 11;
const ROUND_MS = 400;
/** Each may make 600 requests a minute. */
const TOKENS = 200;
const PATHS = {
  'one incident': '/incidents/INC-1',
  'list of incidents': '/incidents',
  'list, filtered': '/incidents?status=resolved&severity=SEV4&service=rental',
  'list, three fields': '/incidents?fields=id,title,status',
  'who a token is': '/me',
} as const;

/** Requests a second and p99 beside a bare handler that answers the same JSON; reads of few incidents and of many. */
export async function benchApi(): Promise<BenchRow[]> {
  const { system, counts, close } = await countedSystem();
  try {
    const owner = { user: 'U0SRELEAD', name: '森' };
    const said = {
      team: 'T0TOBAN',
      name: 'bench',
      scopes: ['incidents:write'],
      owner,
      role: 'admin',
      days: null,
    } as const;
    const tokens = await Promise.all(
      Array.from({ length: TOKENS }, () => makeToken(system.store, said, system.clock.now())),
    );
    const api = `${system.url}/api/v1`;
    const path = await declared(api, tokens[0] ?? '');
    await system.settle();
    const read = async (name: string) => {
      const before = { ...counts };
      const answer = await fetch(`${api}${name}`, { headers: { authorization: `Bearer ${tokens[0]}` } });
      if (!answer.ok) throw new Error(`${name} answers ${answer.status}`);
      const value: unknown = await answer.json();
      return { value, reads: counts.reads - before.reads, requests: counts.requests - before.requests };
    };
    await fillIncidents(system.store, path, 0, SOME);
    const few = new Map<string, string>();
    for (const at of Object.values(PATHS)) {
      await read(at);
      const { reads, requests } = await read(at);
      few.set(at, `${reads} reads in ${requests} requests`);
    }
    await fillIncidents(system.store, path, SOME, ALL);
    const rows: BenchRow[] = [];
    for (const [name, at] of Object.entries(PATHS)) {
      const { value, reads, requests } = await read(at);
      const note = `${reads} reads in ${requests} requests; of ${SOME}: ${few.get(at)}`;
      rows.push({
        name: `${name}, of ${ALL}`,
        value: await compared(`${api}${at}`, tokens, value as object),
        note,
      });
    }
    return rows;
  } finally {
    await close();
  }
}

/** Turn by turn with a handler that knows the answer beforehand, in one process: what the machine does hits both. */
async function compared(url: string, tokens: readonly string[], value: object): Promise<string> {
  const app = new Hono().get('*', (c) => c.json(value));
  const server = createServer(getRequestListener(app.fetch));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bare = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const [ours, theirs] = [[], []] as { perSecond: number; p99: number }[][] as [Got[], Got[]];
  await warmed(url, tokens);
  await warmed(bare, tokens);
  for (let i = 0; i < ROUNDS; i += 1) {
    ours.push(await getting(url, tokens, ROUND_MS));
    theirs.push(await getting(bare, tokens, ROUND_MS));
  }
  server.close();
  server.closeAllConnections();
  const than = (of: (got: Got) => number) => spread(ratios(ours.map(of), theirs.map(of)));
  const [own] = ours.toSorted((a, b) => a.perSecond - b.perSecond).slice(ROUNDS >> 1);
  return `${own?.perSecond.toFixed(0)}/s, × ${than((got) => got.perSecond)}; p99 × ${than((got) => got.p99)}; processor × ${than((got) => got.cpu)}`;
}

/** Through the API itself; the path of its record. */
async function declared(api: string, token: string): Promise<string> {
  const answer = await fetch(`${api}/incidents`, {
    method: 'POST',
    body: JSON.stringify({ title: 'bench', service: 'rental' }),
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': 'bench',
    },
  });
  const { id } = (await answer.json()) as { id: string };
  return `incidents/${id}`;
}
