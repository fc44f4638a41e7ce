import { Browser } from '../test/story/browser.ts';
import type { Counts } from './lib/counted.ts';
import { countedSystem } from './lib/counted-system.ts';
import { fillEntries, fillIncidents } from './lib/incident-history.ts';
import type { BenchRow } from './lib/stats.ts';

/** A page of the timeline is full at a hundred. */
const [FEW, FULL, MANY] = [10, 100, 10_000];
const [SOME, ALL] = [100, 100_000];
/** The last finds five incidents, at the very end of the list. */
const LISTS = {
  'no filter': '',
  'every filter': '?status=resolved&severity=SEV4&service=rental&from=2020-01-01&to=2030-01-01',
  'a word that one in a thousand has': '?q=rare',
} as const;

/** What opening a page reads, through the real handler, of a short and a long history, of a short and a long list. */
export async function benchIncidentPages(): Promise<BenchRow[]> {
  const { system, counts, close } = await countedSystem();
  const browser = new Browser(system.url);
  try {
    await browser.signIn('U0CS');
    const path = await declared(browser);
    await system.settle();
    const open = (page: string) => measured(browser, counts, page);
    const rows: BenchRow[] = [];
    await fillEntries(system.store, path, 0, FEW);
    await open('/incidents/INC-1');
    const short = await open('/incidents/INC-1');
    await fillEntries(system.store, path, FEW, FULL);
    const full = await open('/incidents/INC-1');
    await fillEntries(system.store, path, FULL, MANY);
    const long = await open('/incidents/INC-1');
    rows.push(row(`incident of ${MANY} entries`, long, `of ${FEW}`, short));
    rows.push(row(`incident of ${FULL} entries`, full, `of ${FEW}`, short));
    const few = new Map<string, Opened>();
    await fillIncidents(system.store, path, 0, SOME);
    for (const [name, query] of Object.entries(LISTS)) few.set(name, await open(`/incidents${query}`));
    await fillIncidents(system.store, path, SOME, ALL);
    for (const [name, query] of Object.entries(LISTS))
      rows.push(
        row(`list of ${ALL}: ${name}`, await open(`/incidents${query}`), `of ${SOME}`, few.get(name)),
      );
    return rows;
  } finally {
    await close();
  }
}

interface Opened {
  readonly requests: number;
  readonly reads: number;
  readonly ms: number;
  readonly shown: number;
}

async function measured(browser: Browser, counts: Counts, page: string): Promise<Opened> {
  const before = { ...counts };
  const began = performance.now();
  const html = await browser.page(page);
  const shown = html.match(/data-row/g)?.length ?? 0;
  const { reads, requests } = counts;
  return {
    reads: reads - before.reads,
    requests: requests - before.requests,
    ms: performance.now() - began,
    shown,
  };
}

const said = ({ requests, reads, ms }: Opened): string =>
  `${requests} requests, ${reads} reads, ${ms.toFixed(0)} ms`;

const row = (name: string, now: Opened, otherName: string, other: Opened | undefined): BenchRow => ({
  name,
  value: said(now),
  note: `${otherName}: ${other ? said(other) : '–'}${now.shown > 0 ? `; ${now.shown} rows shown` : ''}`,
});

/** By the form of the page; the path of its record. */
async function declared(browser: Browser): Promise<string> {
  const form = await browser.page('/incidents/new');
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(form)?.[1] ?? '';
  const fields = { csrf: hidden('csrf'), nonce: hidden('nonce'), title: 'bench', service: 'rental' };
  const answer = await browser.post('/incidents/new', fields);
  return (answer.headers.get('location') ?? '').replace(/^\//, '');
}
