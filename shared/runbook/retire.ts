import { auditDocument } from '../audit/index.ts';
import type { Store } from '../store/port.ts';
import type { Entry, Index } from './library.ts';
import { INDEX, runbookRecord } from './records.ts';
import type { Person } from './run-model.ts';

/**
 * Offers a runbook no more, or again (`retired: false`). Its versions, runs and figures stay, and a run under way goes on
 * to its end. `id` with its language. Null where there is none; done twice is once.
 */
export function retireRunbook(
  store: Store,
  id: string,
  retired: boolean,
  by: Person,
  now: number,
): Promise<{ readonly entry: Entry; readonly changed: boolean } | null> {
  return store.transaction(async (tx) => {
    const { entries } = (await tx.get<Index>(INDEX))?.data ?? { entries: [] };
    const before = entries.find((one) => one.id === id);
    if (!before) return null;
    if ((before.retired !== undefined) === retired) return { entry: before, changed: false };
    const { retired: _since, ...offered } = before;
    const entry = retired ? { ...offered, retired: { at: now, by: by.name } } : offered;
    tx.put<Index>(INDEX, { entries: entries.map((one) => (one.id === id ? entry : one)) });
    const { path, data } = auditDocument({
      at: now,
      by: by.user,
      name: by.name,
      ...(by.via && { via: by.via }),
      action: retired ? 'runbook.retire' : 'runbook.restore',
      record: runbookRecord(id),
      target: before.version,
    });
    tx.put(path, data);
    return { entry, changed: true };
  });
}
