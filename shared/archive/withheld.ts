import { type Incident, mayTell } from '../incident/index.ts';
import { everyAhead } from '../store/every.ts';
import type { Store } from '../store/port.ts';
import { countedRecords } from '../store/shapes.ts';

/** Decides of each document in the order of an export: records before what lies beneath them. */
export type Withholds = (path: string, data: object) => boolean;

/** Nothing: an export by whoever keeps the store itself. */
export const withholdNothing = async (): Promise<Withholds> => () => false;

/**
 * What somebody must not be given: the private incidents they may not see, every document that names one of them, and all
 * that lies beneath such a document. Rather too much than a word of them.
 */
export async function withheldFrom(store: Store, user: string): Promise<Withholds> {
  const secret = new Set<string>();
  for await (const { data } of everyAhead<Incident>(store, { shape: countedRecords.incidents }))
    if (mayTell(data, 'page', user) !== 'all') secret.add(data.id);
  const records = new Set<string>();
  return (path, data) => {
    const record = path.split('/').slice(0, 2).join('/');
    if (records.has(record)) return true;
    const named = `${path} ${JSON.stringify(data)}`.match(/inc_[0-9a-f]{32}/g) ?? [];
    if (!named.some((id) => secret.has(id))) return false;
    records.add(record);
    return true;
  };
}
