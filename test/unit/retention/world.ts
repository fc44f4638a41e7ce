import { openSqliteStore } from '../../../shared/adapters/sqlite/index.ts';
import { setHold } from '../../../shared/legal-hold/index.ts';
import { recordId } from '../../../shared/platform/ids.ts';
import { DAY_MS } from '../../../shared/retention/index.ts';
import { everyDocument, KEPT_COLLECTIONS } from '../../../shared/store/collections.ts';
import { every } from '../../../shared/store/every.ts';
import type { Store } from '../../../shared/store/port.ts';
import { allSearchEntries } from '../../../shared/store/shapes.ts';

export const NOW = Date.parse('2026-11-24T19:20:00Z');
/** In days: so old is too old. */
export const YEAR = 365;
export const AGE = { before: NOW - YEAR * DAY_MS, now: NOW };
export const team = 'T0TOBAN';
export const clock = { now: () => NOW };
const by = { user: 'U0SRELEAD', name: '森' };

export interface IncidentSpec {
  /** Under way, however long ago its last step was. */
  readonly open: boolean;
  /** Days since its last step. */
  readonly endedDaysAgo: number;
  readonly held: boolean;
  /** Action items, by whether they are unfinished. */
  readonly items: readonly boolean[];
  /** Its call is held by itself. */
  readonly callHeld: boolean;
  /** Shares a postmortem with all others of that number; null: has its own. */
  readonly postmortem: number | null;
}
export interface CallSpec {
  readonly status: 'open' | 'acknowledged' | 'done' | 'told';
  readonly endedDaysAgo: number;
  readonly held: boolean;
}

/** One that goes, but for what is said otherwise. */
export const anIncident = (more: Partial<IncidentSpec> = {}): IncidentSpec => ({
  ...{ open: false, endedDaysAgo: YEAR + 1, held: false, items: [false], callHeld: false, postmortem: null },
  ...more,
});

export const idOf = (prefix: string, ...of: readonly (string | number)[]): string =>
  recordId(prefix, ...of.map(String));
export const incidentAt = (i: number): string => `incidents/${idOf('inc', i)}`;
export const callAt = (i: number): string => `escalations/${idOf('esc', 'lone', i)}`;
const linkedCall = (i: number): string => `escalations/${idOf('esc', 'linked', i)}`;

/** Paths of what belongs to an incident, all of which goes or none. */
export type Belongings = readonly (readonly string[])[];

/** Records as they are kept, as far as their age and what belongs to them goes. */
export async function build(
  incidents: readonly IncidentSpec[],
  calls: readonly CallSpec[],
): Promise<{ store: Store; belongings: Belongings }> {
  const store = openSqliteStore({ file: ':memory:' });
  const belongings: string[][] = incidents.map(() => []);
  const history = async (path: string, at: number): Promise<string[]> => {
    await store.put(`${path}/events/000001`, { type: 'x', at, seq: 1 });
    await store.put(`${path}/tasks/t`, { createdAt: at, dueAt: null, lane: 'work' });
    return [path, `${path}/events/000001`, `${path}/tasks/t`];
  };
  for (const [i, spec] of incidents.entries()) {
    const [id, path] = [idOf('inc', i), incidentAt(i)];
    const end = NOW - spec.endedDaysAgo * DAY_MS;
    const own = belongings[i] ?? [];
    const call = { path: linkedCall(i), data: aCall(i, 'incident', end - DAY_MS) };
    await store.put(path, {
      ...{ id, team, number: i + 1, title: `t${i}`, tags: [], private: false, room: null, enteredAt: null },
      ...{ open: spec.open, statusAt: end, declaredAt: end - 400 * DAY_MS },
      calls: [{ record: call.path }],
    });
    own.push(...(await history(path, end)));
    await store.put(call.path, call.data);
    own.push(...(await history(call.path, end)));
    const entry = idOf('entry', i);
    await store.put(`${path}/entries/${entry}`, { at: end, kept: true, text: 'x' });
    await store.put(`timeline-entries/${entry}`, { incident: path });
    own.push(`${path}/entries/${entry}`, ...(await history(`timeline-entries/${entry}`, end)));
    await store.put(`search-entries/incident-${id}~${entry}`, { at: end, words: [] });
    await store.put(`search-entries/incident-${id}`, { at: end, words: [] });
    own.push(`search-entries/incident-${id}~${entry}`, `search-entries/incident-${id}`);
    const run = idOf('run', i);
    await store.put(`runs/${run}`, {
      id: run,
      team,
      incident: path,
      startedAt: end,
      runbook: { id: 'r' },
      post: null,
    });
    own.push(...(await history(`runs/${run}`, end)));
    const pm = spec.postmortem === null ? idOf('pm', team, id) : idOf('pm', 'shared', spec.postmortem);
    await store.put(`postmortem-of/${id}`, { record: `postmortems/${pm}` });
    own.push(`postmortem-of/${id}`);
    const about = incidents.flatMap((other, j) =>
      j === i || (spec.postmortem !== null && other.postmortem === spec.postmortem) ? [idOf('inc', j)] : [],
    );
    const form = { sections: [{ id: 'cause' }] };
    await store.put(`postmortems/${pm}`, { id: pm, team, incidents: about, form, createdAt: end, tags: [] });
    await store.put(`postmortems/${pm}/versions/cause-1`, { text: 'x' });
    await store.put(`postmortems/${pm}/comments/c`, { at: end });
    await store.put(`search-entries/postmortem-${pm}~cause`, { at: end, words: [] });
    own.push(...(await history(`postmortems/${pm}`, end)));
    own.push(`postmortems/${pm}/versions/cause-1`, `postmortems/${pm}/comments/c`);
    own.push(`search-entries/postmortem-${pm}~cause`);
    for (const [n, unfinished] of spec.items.entries()) {
      const item = idOf('act', i, n);
      await store.put(`action-items/${item}`, {
        ...{
          id: item,
          team,
          unfinished,
          incidents: [{ id }],
          postmortem: null,
          createdAt: end,
          changedAt: end,
        },
        ...{ tags: [`i:${id}`], dueKey: '', priorityKey: '' },
      });
      own.push(...(await history(`action-items/${item}`, end)));
    }
    if (spec.held) await hold(store, path);
    if (spec.callHeld) await hold(store, call.path);
  }
  for (const [i, { status, endedDaysAgo, held }] of calls.entries()) {
    await store.put(callAt(i), aCall(100 + i, status, NOW - endedDaysAgo * DAY_MS));
    await history(callAt(i), NOW);
    if (held) await hold(store, callAt(i));
  }
  return { store, belongings };
}

export const hold = (store: Store, record: string) => setHold({ store, clock }, { record, team }, by, 'why');

function aCall(i: number, status: CallSpec['status'] | 'incident', at: number): object {
  return {
    ...{ team, channel: 'C', ts: `${i}.0`, threadTs: `${i}.0`, posts: [], rota: 'r', late: false },
    status: status === 'told' ? 'open' : status,
    receivedAt: at - 1_000,
    called: status === 'told' ? [] : [{}],
    told: status === 'told' ? {} : null,
    doneBy: status === 'done' ? { ...by, at } : null,
    incident: status === 'incident' ? { label: 'INC', room: null } : null,
  };
}

/** Paths of everything that is kept, and of what is on its way out. */
export async function paths(store: Store): Promise<Set<string>> {
  const shapes = [...KEPT_COLLECTIONS.map(everyDocument), allSearchEntries];
  const lists = shapes.map((shape) => Array.fromAsync(every(store, { shape })));
  return new Set((await Promise.all(lists)).flat().map(({ path }) => path));
}
