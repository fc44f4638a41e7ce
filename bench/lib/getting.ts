import { Agent, get } from 'node:http';
import { percentile } from './stats.ts';

const CONNECTIONS = 8;
const WARM = 6_000;
const WARMING_MS = 200;
const MOST_WARMING_MS = 40_000;

export interface Got {
  readonly perSecond: number;
  readonly p99: number;
  /** Ms of the processor for one request, this side's included: what else the machine does has little part in it. */
  readonly cpu: number;
}

/** Until what serves it is compiled: measured in requests, as a busy machine makes few of them in a second. */
export async function warmed(url: string, tokens: readonly string[]): Promise<void> {
  const until = performance.now() + MOST_WARMING_MS;
  for (let made = 0; made < WARM && performance.now() < until; )
    made += ((await getting(url, tokens, WARMING_MS)).perSecond * WARMING_MS) / 1_000;
}

/** Gets an address over and over for `ms` milliseconds, each request by the next of the tokens. Latencies in ms. */
export async function getting(url: string, tokens: readonly string[], ms: number): Promise<Got> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const latencies: number[] = [];
  const began = performance.now();
  const before = process.cpuUsage();
  let turn = 0;
  const drive = async () => {
    while (performance.now() - began < ms) {
      const at = performance.now();
      turn += 1;
      await once(url, agent, tokens[turn % tokens.length] ?? '');
      latencies.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, drive));
  agent.destroy();
  const { user, system } = process.cpuUsage(before);
  return {
    perSecond: (latencies.length * 1_000) / (performance.now() - began),
    p99: percentile(latencies, 0.99),
    cpu: (user + system) / 1_000 / latencies.length,
  };
}

const once = (url: string, agent: Agent, token: string): Promise<void> =>
  new Promise((resolve, reject) => {
    get(url, { agent, headers: { authorization: `Bearer ${token}` } }, (answer) => {
      answer.resume();
      answer.on('error', reject);
      answer.on('end', () =>
        answer.statusCode === 200 ? resolve() : reject(new Error(`${url} answers ${answer.statusCode}`)),
      );
    }).on('error', reject);
  });
