import { readAudit } from '../audit/index.ts';
import type { Store } from '../store/port.ts';
import { runbookRecord } from './records.ts';

/** One saving of a runbook: from then on it was this version. An older one that was saved again stands there twice. */
export interface Saved {
  readonly version: string;
  /** Epoch ms. */
  readonly at: number;
  readonly by: string;
}

/** Who saved which version when, latest first; at most 50. */
export async function savedVersions(store: Store, id: string): Promise<readonly Saved[]> {
  const entries = await readAudit(store, runbookRecord(id));
  return entries
    .filter(({ action }) => action === 'runbook.push')
    .map(({ target, at, name }) => ({ version: target, at, by: name }));
}
