import type { Incident } from '../../shared/incident/model.ts';
import { tagsOf } from '../../shared/incident/search-tags.ts';
import type { Entry } from '../../shared/incident/timeline/entry.ts';
import { entryPath } from '../../shared/incident/timeline/record.ts';
import type { Store } from '../../shared/store/port.ts';

const BATCH = 400;

/** Documents `from` to `to`, so many in one transaction as Firestore takes. */
async function fill(
  store: Store,
  from: number,
  to: number,
  documentOf: (i: number) => { readonly path: string; readonly data: object },
): Promise<void> {
  for (let at = from; at < to; at += BATCH)
    await store.transaction(async (tx) => {
      for (let i = at; i < Math.min(to, at + BATCH); i += 1) {
        const { path, data } = documentOf(i);
        tx.put(path, data);
      }
    });
}

/** Messages that people have pinned, one each second after the declare. */
export async function fillEntries(store: Store, path: string, from: number, to: number): Promise<void> {
  const { declaredAt } = await incidentAt(store, path);
  const who = { user: 'U0CS', name: 'CS' };
  await fill(store, from, to, (i) => {
    const id = `entry_${String(i).padStart(6, '0')}`;
    const data: Entry = {
      id,
      kind: 'message',
      at: declaredAt + i * 1_000,
      author: who,
      text: `message ${i}`,
      files: [],
      permalink: null,
      by: who,
      kept: true,
      edited: false,
      deleted: false,
    };
    return { path: entryPath(path, id), data };
  });
}

/** Incidents older than the one at `path`, one an hour; each thousandth has a rare word, each fiftieth is private. */
export async function fillIncidents(store: Store, path: string, from: number, to: number): Promise<void> {
  const like = await incidentAt(store, path);
  const nobody = { people: [], roles: {}, declaredBy: null };
  await fill(store, from, to, (i) => {
    const state: Incident = {
      ...like,
      id: `inc_${String(i).padStart(32, '0')}`,
      number: i + 2,
      title: i % 1_000 === 999 ? 'rare case' : 'usual case',
      declaredAt: like.declaredAt - i * 3_600_000,
      status: i % 2 === 0 ? 'resolved' : 'investigating',
      open: i % 2 !== 0,
      ...(i % 50 === 0 && { private: true, ...nobody }),
    };
    return { path: `incidents/${state.id}`, data: { ...state, tags: tagsOf(state) } };
  });
}

async function incidentAt(store: Store, path: string): Promise<Incident> {
  const found = await store.get<Incident>(path);
  if (!found) throw new Error(`there is no ${path}`);
  return found.data;
}
