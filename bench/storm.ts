import { type BenchRow, percentile } from './lib/stats.ts';
import { type BenchSystem, type Call, openBenchSystem, steadily, until } from './lib/system.ts';

const CALLS = 1_000;
const CHANNELS = 20;
const SECONDS = 60;
const LOW_PRIORITY = 5_000;

/** 1,000 calls in a minute through the real functions, at Slack's pace of one message a second and channel. */
export async function benchStorm(): Promise<BenchRow[]> {
  const bench = await openBenchSystem(CHANNELS, true);
  try {
    await steadily(CALLS, CALLS / SECONDS, (i) => void bench.call(channelOf(bench, i)));
    await until(() => bench.calls.every((one) => mentions(one) > 0), 60_000);
    const lost = bench.calls.filter((one) => mentions(one) === 0).length;
    const doubled = bench.calls.filter((one) => mentions(one) > 1).length;
    const wrong = bench.calls.filter((one) => [...people(one)].some((who) => who !== dutyOf(one))).length;
    const took = bench.calls
      .map((one) => (one.answers[0]?.at ?? Number.NaN) - one.sentAt)
      .filter(Number.isFinite);
    const floor = paceFloor(bench.calls);
    const p = (values: readonly number[], share: number) =>
      `${(percentile(values, share) / 1_000).toFixed(2)} s`;
    return [
      {
        name: `storm of ${CALLS} calls in ${SECONDS} s`,
        value: `${lost} lost, ${doubled} doubled, ${wrong} wrong`,
        note: `${CHANNELS} channels`,
      },
      { name: 'event → mention', value: `p50 ${p(took, 0.5)}, p99 ${p(took, 0.99)}`, note: 'real functions' },
      {
        name: "Slack's own pace",
        value: `p50 ${p(floor, 0.5)}, p99 ${p(floor, 0.99)}`,
        note: 'the least possible at one message a second and channel',
      },
    ];
  } finally {
    await bench.close();
  }
}

/** A call beside a queue of low-priority messages takes what it takes without them. */
export async function benchLanes(): Promise<BenchRow[]> {
  const quiet = await latencies(0);
  const busy = await latencies(LOW_PRIORITY);
  const ms = (values: readonly number[]) =>
    `p50 ${percentile(values, 0.5).toFixed(0)} ms, p99 ${percentile(values, 0.99).toFixed(0)} ms`;
  return [
    { name: 'event → mention, nothing else queued', value: ms(quiet), note: '100 calls at 5/s' },
    {
      name: `… beside ${LOW_PRIORITY} queued bells of work`,
      value: ms(busy),
      note: 'both lanes share one process here; deployed, they are two services',
    },
  ];
}

async function latencies(queued: number): Promise<number[]> {
  const bench = await openBenchSystem(100);
  try {
    await bench.call(bench.channels[0] ?? '');
    await until(() => bench.calls.every((one) => one.answers.length > 0), 20_000);
    const record = `hints/${'0'.repeat(8)}`;
    for (let i = 0; i < queued; i += 1) await bench.system.bus.publish('work', { kind: 'bell', record });
    await steadily(99, 5, (i) => void bench.call(bench.channels[i + 1] ?? ''));
    if (!(await until(() => bench.calls.every((one) => one.answers.length > 0), 60_000)))
      throw new Error('not every call was answered');
    return bench.calls.slice(1).map((one) => (one.answers[0]?.at ?? Number.NaN) - one.sentAt);
  } finally {
    await bench.close();
  }
}

const channelOf = ({ channels }: BenchSystem, i: number): string => channels[i % channels.length] ?? '';
/** `C0BENCH007` has `U0BENCH007` on duty. */
const dutyOf = ({ channel }: Call): string => `<@U${channel.slice(1)}>`;
const people = ({ answers }: Call): Set<string> =>
  new Set(answers.flatMap(({ message }) => message.text.match(/<@\w+>/g) ?? []));
const mentions = ({ answers }: Call): number =>
  answers.filter(({ message }) => /<@\w+>/.test(message.text)).length;

/** When each call could be posted at best, were Slack's pace the only limit. */
function paceFloor(calls: readonly Call[]): number[] {
  const free = new Map<string, number>();
  return calls.map(({ channel, sentAt }) => {
    const at = Math.max(sentAt, free.get(channel) ?? 0);
    free.set(channel, at + 1_000);
    return at - sentAt;
  });
}
