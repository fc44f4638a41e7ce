import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SheetsSimulator, startSheetsSimulator } from '../../../local/sheets/index.ts';
import { createSheets } from '../../../shared/adapters/sheets/index.ts';
import { silentLog } from '../../../shared/platform/log.ts';
import type { Sheets } from '../../../shared/ports/sheets.ts';

export interface Bench {
  readonly simulator: SheetsSimulator;
  readonly sheets: Sheets;
  readonly folder: string;
  close(): Promise<void>;
}

export const NOW = Date.parse('2026-11-24T12:00:00+09:00');

/** The real client in front of the simulator, on a folder of its own. */
export async function startBench(): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'toban-sheets-'));
  const clock = { now: () => NOW };
  const simulator = await startSheetsSimulator({ port: 0, folder, clock, log: silentLog, handover: '10:00' });
  return {
    simulator,
    folder,
    sheets: createSheets({ apiUrl: simulator.apiUrl, accountEmail: simulator.accountEmail }),
    close: async () => {
      await simulator.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export const soon = () => AbortSignal.timeout(2_000);

/** The error of a promise that must fail. */
export async function failure(promise: Promise<unknown>): Promise<unknown> {
  const [result] = await Promise.allSettled([promise]);
  if (result.status === 'fulfilled')
    throw new Error(`should have failed, but gave ${JSON.stringify(result.value)}`);
  return result.reason;
}
