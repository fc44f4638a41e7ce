import type { Store, Transaction } from '../store/port.ts';
import { canBeHeld, type Hold, holdPath, STANDING_PATH, type Standing } from './model.ts';

export type Reads = Pick<Store | Transaction, 'get'>;

/** The hold on an incident or a call itself; null where none stands. One read. */
export async function holdOn(reads: Reads, record: string): Promise<Hold | null> {
  const hold = (await reads.get<Hold>(holdPath(record)))?.data;
  return hold?.standing ? hold : null;
}

/** Those that stand, the latest first; `team` null: of every workspace. */
export async function standingHolds(reads: Reads, team: string | null): Promise<readonly Hold[]> {
  const listed = (await indexOf(reads)).filter((one) => team === null || one.team === team);
  const holds = await Promise.all(listed.map(({ record }) => holdOn(reads, record)));
  return holds.filter((one) => one !== null).sort((a, b) => b.at - a.at);
}

const indexOf = async (reads: Reads): Promise<Standing['holds']> =>
  (await reads.get<Standing>(STANDING_PATH))?.data.holds ?? [];

/**
 * The hold under which a document falls, whatever it is: on itself, on the record it lies beneath, or on the incident it
 * belongs to (a postmortem, an action item, a run, a line of the timeline, an alert, a linked call, an entry of the audit
 * or of the search). Null where none does. Asked in the transaction that takes something away, the answer holds when that
 * commits.
 */
export async function holdOver(reads: Reads, path: string): Promise<Hold | null> {
  const paths = await belongsTo(reads, path, await indexOf(reads));
  const holds = await Promise.all([...paths].filter(canBeHeld).map((record) => holdOn(reads, record)));
  return holds.find((one) => one !== null) ?? null;
}

/** What the records that belong to an incident say of it. */
interface Belonging {
  /** A path, or of a call what it became. */
  readonly incident?: unknown;
  readonly incidents?: readonly (string | { readonly id: string })[];
  /** Id or path of a postmortem. */
  readonly postmortem?: string | null;
  /** Of an entry of the audit. */
  readonly record?: string;
}

/** Of collections whose ids are made of another record's: that record. */
const BY_ID: Readonly<Record<string, (id: string) => string>> = {
  'incident-claims': (id) => `incidents/${id}`,
  'postmortem-of': (id) => `incidents/${id}`,
  imported: (id) => `incidents/${id}`,
  'search-entries': (id) => ofEntry(id),
};

/** `incident-inc_…~part` → `incidents/inc_…` */
function ofEntry(entry: string): string {
  const [, kind = '', id = ''] =
    /^(incident|call|postmortem|action-item)-([a-z]+_[0-9a-f]{32})/.exec(entry) ?? [];
  return `${SEARCHED[kind] ?? 'search-entries'}/${id}`;
}
const SEARCHED: Readonly<Record<string, string>> = {
  incident: 'incidents',
  call: 'escalations',
  postmortem: 'postmortems',
  'action-item': 'action-items',
};

async function belongsTo(reads: Reads, path: string, held: Standing['holds']): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const look = async (one: string): Promise<void> => {
    const [collection = '', id = ''] = one.split('/');
    const record = BY_ID[collection]?.(id) ?? `${collection}/${id}`;
    if (id === '' || found.has(record)) return;
    found.add(record);
    if (record.startsWith('incidents/')) return;
    if (record.startsWith('escalations/')) return callOf(record);
    const data = (await reads.get<Belonging>(record))?.data;
    const incidents = (data?.incidents ?? []).map((of) => `incidents/${typeof of === 'string' ? of : of.id}`);
    const { postmortem, record: of } = data ?? {};
    const others = [
      ...incidents,
      ...(typeof data?.incident === 'string' ? [data.incident] : []),
      ...(postmortem ? [postmortem.includes('/') ? postmortem : `postmortems/${postmortem}`] : []),
      ...(of?.includes('/') ? [of] : []),
    ];
    await Promise.all(others.map(look));
  };
  /** A call does not name its incident, since that may be private: the incidents that are held are asked. */
  const callOf = async (call: string): Promise<void> => {
    const incidents = held.filter(({ record }) => record.startsWith('incidents/'));
    const docs = await Promise.all(
      incidents.map(({ record }) => reads.get<{ calls: readonly { record: string }[] }>(record)),
    );
    for (const doc of docs) if (doc?.data.calls.some(({ record }) => record === call)) found.add(doc.path);
  };
  await look(path);
  return found;
}
