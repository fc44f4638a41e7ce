import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type System, startSystem } from '../../local/system.ts';
import { readEnv } from '../../shared/platform/config.ts';
import { silentLog } from '../../shared/platform/log.ts';
import { type Counts, counting } from './counted.ts';

export interface CountedSystem {
  readonly system: System;
  /** Of all its ports; set to nought by whoever counts anew. */
  readonly counts: Counts;
  close(): Promise<void>;
}

/** The whole laptop system in a folder of its own, with its clock moved by hand and every operation counted. */
export async function countedSystem(): Promise<CountedSystem> {
  const folder = mkdtempSync(join(tmpdir(), 'toban-bench-'));
  const counts: Counts = { reads: 0, requests: 0, writes: 0, messages: 0, slackCalls: 0 };
  const system = await startSystem({
    env: readEnv({ TOBAN_DATA: folder }),
    log: silentLog,
    ports: { main: 0, slack: 0, sheets: 0 },
    mode: 'manual',
    wrap: (port, part) => counting(port, part, counts),
  });
  return {
    system,
    counts,
    async close() {
      await system.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
