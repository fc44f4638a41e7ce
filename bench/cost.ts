import { KINDS, monthOf, UNITS, type Used } from './lib/cost.ts';
import type { BenchRow } from './lib/stats.ts';

/** The calls of a month for which docs/cost.md reckons. */
export const MONTHS = [10, 1_000, 100_000] as const;

/** Two digits, with thousands apart, as people read money. */
const usd = (amount: number): string =>
  amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const whole = (count: number): string => Math.round(count).toLocaleString('en-US');

/** What is used, one cell each. */
export const usedCells = (used: Used): string[] => KINDS.map((kind) => whole(used[kind]));

/** The months as rows of cells: what is counted, then a column for each month. */
export function monthRows(): string[][] {
  const months = MONTHS.map((calls) => monthOf(UNITS, calls));
  const row = (name: string, cell: (month: (typeof months)[number]) => string) => [name, ...months.map(cell)];
  return [
    row('calls', ({ calls }) => whole(calls)),
    row('incidents among them', ({ incidents }) => whole(incidents)),
    row('Firestore reads', ({ used }) => whole(used.reads)),
    row('Firestore writes', ({ used }) => whole(used.writes)),
    row('Pub/Sub messages', ({ used }) => whole(used.messages)),
    row('vCPU-seconds of Cloud Run', ({ vcpuSeconds }) => whole(vcpuSeconds)),
    row('Firestore, US$', ({ firestore }) => usd(firestore)),
    row('Cloud Run, US$', ({ run }) => usd(run)),
    row('Pub/Sub, US$', ({ pubsub }) => usd(pubsub)),
    row('what stands there anyway, US$', ({ fixed }) => usd(fixed)),
    row('**in all, US$**', ({ total }) => `**${usd(total)}**`),
  ];
}

/** `npm run bench -- cost` prints the tables of docs/cost.md. */
export async function benchCost(): Promise<BenchRow[]> {
  const units = Object.entries(UNITS) as [string, Used][];
  return [
    ...units.map(([name, used]) => ({ name, value: usedCells(used).join(' | '), note: KINDS.join(' | ') })),
    ...monthRows().map(([name = '', ...cells]) => ({ name, value: cells.join(' | '), note: '' })),
  ];
}
