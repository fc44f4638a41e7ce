import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../functions/bundle.ts';
import { load } from './lib/load.ts';
import { cpuSeconds, residentMb, start, stop } from './lib/process.ts';
import { type BenchRow, ratios, spread } from './lib/stats.ts';
import { SECRET } from './servers/publish.ts';

const ROUNDS = 7;
const ROUND_MS = 2_000;
const COLD_STARTS = 11;
const SIDES = ['toban', 'bolt', 'limit'] as const;
type Side = (typeof SIDES)[number];

const blank = (): Record<Side, number[]> => ({ toban: [], bolt: [], limit: [] });

/** Accepting events: ours against Bolt and against the least that any server must do. Sides take turns. */
export async function benchAck(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'toban-bench-'));
  try {
    const bundled = join(folder, 'toban.cjs');
    await bundle('bench/servers/toban.ts', bundled);
    const file: Record<Side, string> = {
      toban: bundled,
      bolt: 'bench/servers/bolt.ts',
      limit: 'bench/servers/limit.ts',
    };
    return [...(await underLoad(file)), ...(await coldStarts(file))];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function underLoad(file: Record<Side, string>): Promise<BenchRow[]> {
  const perSecond = blank();
  const p99 = blank();
  const rss = blank();
  const cpu = blank();
  const servers = await Promise.all(SIDES.map((side) => start(file[side], SECRET)));
  for (const server of servers) await load(server.port, SECRET, ROUND_MS / 2);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [i, side] of SIDES.entries()) {
      const server = servers[i];
      if (!server) continue;
      const before = cpuSeconds(server.process.pid);
      const result = await load(server.port, SECRET, ROUND_MS);
      const used = cpuSeconds(server.process.pid) - before;
      cpu[side].push((used * 1e6) / ((result.perSecond * ROUND_MS) / 1_000));
      if (result.failed > 0) throw new Error(`${side}: ${result.failed} requests failed`);
      perSecond[side].push(result.perSecond);
      p99[side].push(result.p99);
      rss[side].push(residentMb(server.process.pid));
    }
  }
  await Promise.all(servers.map(stop));
  return [
    {
      name: 'ack throughput / Bolt',
      value: spread(ratios(perSecond.toban, perSecond.bolt)),
      note: `wanted ≥ 3; ours ${spread(perSecond.toban, 0)}/s`,
    },
    {
      name: 'ack throughput / limit',
      value: spread(ratios(perSecond.toban, perSecond.limit)),
      note: 'wanted ≥ 0.65',
    },
    {
      name: 'ack p99 / Bolt',
      value: spread(ratios(p99.toban, p99.bolt)),
      note: `wanted ≤ 0.5; ours ${spread(p99.toban)} ms, 16 connections`,
    },
    {
      name: 'CPU of one ack / Bolt',
      value: spread(ratios(cpu.toban, cpu.bolt)),
      note: `ours ${spread(cpu.toban, 0)} µs, Bolt ${spread(cpu.bolt, 0)}, limit ${spread(cpu.limit, 0)}`,
    },
    {
      name: 'RSS under load / Bolt',
      value: spread(ratios(rss.toban, rss.bolt)),
      note: `wanted ≤ 0.7; ours ${spread(rss.toban, 0)} MB`,
    },
  ];
}

async function coldStarts(file: Record<Side, string>): Promise<BenchRow[]> {
  const first = blank();
  const rss = blank();
  for (let round = 0; round < COLD_STARTS; round += 1) {
    for (const side of SIDES) {
      const server = await start(file[side], SECRET);
      first[side].push(server.firstAnswerMs);
      rss[side].push(residentMb(server.process.pid));
      await stop(server);
    }
  }
  return [
    {
      name: 'cold start / Bolt',
      value: spread(ratios(first.toban, first.bolt)),
      note: `wanted ≤ 0.25; ours ${spread(first.toban, 0)} ms from spawn to the first answer`,
    },
    {
      name: 'RSS after the first event / Bolt',
      value: spread(ratios(rss.toban, rss.bolt)),
      note: 'wanted ≤ 0.7',
    },
  ];
}
