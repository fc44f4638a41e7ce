import { openIncidentBench } from './lib/incident-system.ts';
import { type BenchRow, median, spread } from './lib/stats.ts';

const ROUNDS = 7;
/** What each call to Slack takes, as simulated. */
const SLACK_MS = 200;
/** What Slack must have answered, one after the other, before the last is in the room. Names are known by then. */
const MEMBERS_WAIT = ['create', 'invite'];
const GUEST_WAITS = ['create', 'invite (refused)', 'let the administrator in', 'invite, as administrator'];

/** List prices of us-central1 beyond the free tier: Firestore for 100,000 (cloud.google.com/firestore/pricing), Pub/Sub for a TiB. */
const USD = { reads: 0.03, writes: 0.09, tebibyte: 40 };
/** The least that Pub/Sub bills for a message, once in and once out. */
const MESSAGE_BYTES = 2 * 1_000;

/** From the sent form to the room with everybody in it, against Slack's own time on the way; and what a declare costs. */
export async function benchIncident(): Promise<BenchRow[]> {
  const bench = await openIncidentBench(SLACK_MS);
  try {
    await bench.declare('bench-warm');
    const took: Awaited<ReturnType<typeof bench.declare>>[] = [];
    for (let i = 0; i < ROUNDS; i += 1) took.push(await bench.declare(`bench-${i}`));
    const row = (name: string, values: readonly number[], path: readonly string[]): BenchRow => ({
      name: `declare → ${name} invited / critical path`,
      value: (median(values) / (SLACK_MS * path.length)).toFixed(2),
      note: `wanted ≤ 1.3; ${spread(values, 0)} ms against ${path.length} × ${SLACK_MS}: ${path.join(', ')}`,
    });
    const cost = (name: keyof (typeof took)[number]['cost']) => median(took.map((one) => one.cost[name]));
    const dollars =
      (cost('reads') * USD.reads + cost('writes') * USD.writes) / 100_000 +
      (cost('messages') * MESSAGE_BYTES * USD.tebibyte) / 2 ** 40;
    return [
      row(
        '9 members',
        took.map(({ members }) => members),
        MEMBERS_WAIT,
      ),
      row(
        'a guest',
        took.map(({ guest }) => guest),
        GUEST_WAITS,
      ),
      {
        name: 'one declare, until its checklist is complete',
        value: `${cost('reads')} reads, ${cost('writes')} writes`,
        note: `${cost('messages')} messages, ${cost('slackCalls')} calls to Slack; 10 people`,
      },
      {
        name: '1,000 declares',
        value: `US$ ${(dollars * 1_000).toFixed(2)}`,
        note: 'Firestore and Pub/Sub at list price, no free tier',
      },
    ];
  } finally {
    await bench.close();
  }
}
