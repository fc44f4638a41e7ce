import type { ActionItem } from '../../action-item/index.ts';
import type { Alert } from '../../alert/index.ts';
import { holdOver } from '../../legal-hold/index.ts';
import { entryPath } from '../../search-index/index.ts';
import { everyDocument } from '../../store/collections.ts';
import { oldRecords } from '../../store/retention-shapes.ts';
import { snapshotsOfRota } from '../../store/shapes.ts';
import { eventPath } from '../../tasks/index.ts';
import type { Kind } from '../schemas.ts';
import { goes, type Source, stays, type Verdict } from '../verdict.ts';

/** Of an ended thing that nothing else belongs to: it goes when it is old enough, unless it falls under a hold. */
function plain<T>(kind: Kind, shape: keyof typeof oldRecords, field: string & keyof T): Source {
  return {
    kind,
    name: shape,
    shape: oldRecords[shape],
    values: (before) => ({ [field]: before }),
    async judge(reads, path, { before }): Promise<Verdict> {
      const at = (await reads.get<T>(path))?.data[field];
      if (typeof at !== 'number' || at >= before) return null;
      return (await holdOver(reads, path)) ? stays('held') : goes(at, path);
    },
  };
}

/** Finished ones of no incident and no postmortem; all others go with those. */
export const actionItems: Source = {
  kind: 'actionItems',
  name: 'actionItems',
  shape: oldRecords.actionItems,
  values: (before) => ({ createdAt: before }),
  async judge(reads, path, { before }) {
    const item = (await reads.get<ActionItem>(path))?.data;
    if (!item || item.incidents.length > 0 || item.postmortem !== null) return null;
    if (item.unfinished) return stays('open');
    if (item.changedAt >= before) return null;
    return goes(item.changedAt, path, [entryPath('action-item', item.id, null)]);
  },
};

/** Cards of alerts that have all ended. */
export const alerts: Source = {
  ...plain<Alert>('alerts', 'alerts', 'closedAt'),
  async judge(reads, path, { before }) {
    const alert = (await reads.get<Alert>(path))?.data;
    if (!alert || alert.closedAt === null || alert.closedAt >= before) return null;
    if (alert.status === 'open') return stays('open');
    return (await holdOver(reads, path)) ? stays('held') : goes(alert.closedAt, path);
  },
};

export const covers = plain<{ readonly until: number }>('covers', 'covers', 'until');
export const letters = plain<{ readonly diedAt: number }>('undelivered', 'letters', 'diedAt');
export const audit = plain<{ readonly at: number }>('audit', 'audit', 'at');
/** The weekly reminders of action items, as old as incidents may be. */
export const reminders = plain<{ readonly period: number }>('incidents', 'reminders', 'period');

/** A reading of a sheet holds until the next one, and is as old as that: the last one before an instant stays. */
export const readings: Source = {
  ...plain<{ readonly readAt: number }>('rotaReadings', 'readings', 'readAt'),
  async gather(store, path, before) {
    const parent = path.split('/').slice(0, 2).join('/');
    const query = { shape: snapshotsOfRota, values: { readAt: before - 1 }, parent, limit: 1 };
    return (await store.page(query)).docs[0]?.path ?? null;
  },
  async judge(reads, path, { before }, last) {
    const reading = (await reads.get<{ readonly readAt: number }>(path))?.data;
    return !reading || reading.readAt >= before || last === path ? null : goes(reading.readAt, path);
  },
};

/** What somebody typed or was asked on the way to a call. It has no instant but that of its first event. */
/** A gesture, which has no instant of its own. */
const gesture = (name: 'requests' | 'choices' | 'hints'): Source => ({
  kind: 'calls',
  name,
  shape: everyDocument(name),
  values: () => ({}),
  async judge(reads, path, { before }) {
    const at = (await reads.get<{ readonly at: number }>(eventPath(path, 1)))?.data.at;
    return at === undefined || at >= before ? null : goes(at, path);
  },
});
export const requests = gesture('requests');
export const choices = gesture('choices');
export const hints = gesture('hints');
