import { createSheets } from '../shared/adapters/sheets/index.ts';
import { createSlack } from '../shared/adapters/slack/index.ts';
import { type BenchRow, median, percentile, spread } from './lib/stats.ts';
import { type BenchSystem, openBenchSystem, steadily, until } from './lib/system.ts';

const CALLS = 200;
const PER_SECOND = 20;

/** Event in → chat.postMessage out, against the time of the external calls on that way, measured alone. */
export async function benchRedirect(): Promise<BenchRow[]> {
  const bench = await openBenchSystem(CALLS);
  try {
    // Pace is the storm's matter: here only our own time counts.
    bench.system.world.slack?.workspace.set({ rateLimits: 'off' });
    const alone = await externalCalls(bench);
    for (const channel of bench.channels.slice(0, 20)) await bench.call(channel);
    await until(() => bench.calls.every((one) => one.answers.length > 0), 20_000);
    const warm = bench.calls.length;
    await steadily(CALLS - warm, PER_SECOND, (i) => void bench.call(bench.channels[warm + i] ?? ''));
    const measured = () => bench.calls.slice(warm);
    const all = await until(() => measured().every((one) => one.answers.length > 0), 30_000);
    if (!all) throw new Error('not every call was answered');
    const whole = measured().map((one) => (one.answers[0]?.at ?? Number.NaN) - one.sentAt);
    const acked = measured().map((one) => one.ackedAt - one.sentAt);
    return [
      {
        name: 'redirect / its external calls',
        value: (median(whole) / alone.sum).toFixed(2),
        note: `wanted ≤ 3; event in → mention posted ${spread(whole, 1)} ms, p99 ${percentile(whole, 0.99).toFixed(1)}`,
      },
      {
        name: 'external calls alone',
        value: `${alone.sum.toFixed(1)} ms`,
        note: `publish and push ${alone.hop.toFixed(1)}, read the sheet ${alone.sheet.toFixed(1)}, chat.postMessage ${alone.post.toFixed(1)}`,
      },
      { name: 'event acknowledged', value: `${spread(acked, 1)} ms`, note: `${PER_SECOND}/s` },
    ];
  } finally {
    await bench.close();
  }
}

/** What a redirect asks of others, one at a time on an idle system: median of 60 each, in ms. */
async function externalCalls({ system, channels }: BenchSystem) {
  const { slackApiUrl, sheetsApiUrl, botToken } = system.world;
  const { signal } = new AbortController();
  const slack = createSlack({ token: botToken, apiUrl: slackApiUrl });
  const sheets = createSheets({ apiUrl: sheetsApiUrl });
  const blocks = [{ type: 'section' as const, text: { type: 'mrkdwn' as const, text: '<@U0ARAI> さん' } }];
  const time = async (work: (i: number) => Promise<unknown>) => {
    const taken: number[] = [];
    for (let i = 0; i < 60; i += 1) {
      const began = performance.now();
      await work(i);
      taken.push(performance.now() - began);
    }
    return median(taken);
  };
  const sheet = await time(() => sheets.read('mobility', ['当番表', 'メンバー'], signal));
  const post = await time((i) =>
    slack.post({ channel: channels[i] ?? '', text: '新井さん', blocks, key: `alone-${i}` }, signal),
  );
  // The bus is a server on the same machine: one request to it and one from it.
  const hop = 2 * (await time(async () => (await fetch(`${system.url}/health`)).text()));
  return { sheet, post, hop, sum: sheet + post + hop };
}
