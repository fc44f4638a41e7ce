import { type ActionItem, incidentTag, postmortemTag } from '../../action-item/index.ts';
import { type Incident, incidentPath } from '../../incident/index.ts';
import { ofIncidentPath, type Postmortem, postmortemId, postmortemPath } from '../../postmortem/index.ts';
import type { Run } from '../../runbook/index.ts';
import { every } from '../../store/every.ts';
import { parsePath } from '../../store/path.ts';
import type { Store } from '../../store/port.ts';
import { timelineRecords } from '../../store/retention-shapes.ts';
import { actionItems, runsOfIncident } from '../../store/shapes.ts';

/** Ids of what belongs to an incident, and of the incidents that share a postmortem with it. */
export interface Gathered {
  /** The incident itself is the first. */
  readonly incidents: readonly string[];
  readonly postmortems: readonly string[];
  readonly items: readonly string[];
  readonly runs: readonly string[];
  /** Lines of their timelines. */
  readonly entries: readonly { readonly incident: string; readonly id: string }[];
  /** There are more than are looked at: none of them goes. */
  readonly more: boolean;
}

const MOST_TOGETHER = 20;

/** Looks for all of it. Nothing is decided by this: what it finds is read again, by id. */
export async function gather(store: Store, path: string): Promise<Gathered> {
  const incidents = new Map<string, Incident>();
  const postmortems = new Set<string>();
  let more = false;
  for (const queue = [parsePath(path).id]; queue.length > 0; ) {
    const id = queue.shift() ?? '';
    if (incidents.has(id)) continue;
    const incident = (await store.get<Incident>(incidentPath(id)))?.data;
    if (!incident) continue;
    more = incidents.size >= MOST_TOGETHER;
    if (more) break;
    incidents.set(id, incident);
    for (const { id: postmortem, incidents: about } of await postmortemsOf(store, incident)) {
      postmortems.add(postmortem);
      queue.push(...about);
    }
  }
  const found = await Promise.all(
    [...incidents.values()].map((incident) => beneath(store, incident, postmortems)),
  );
  const unique = (ids: readonly string[]) => [...new Set(ids)];
  return {
    incidents: [...incidents.keys()],
    postmortems: [...postmortems],
    items: unique(found.flatMap(({ items }) => items)),
    runs: unique(found.flatMap(({ runs }) => runs)),
    entries: found.flatMap(({ entries }) => entries),
    more,
  };
}

/** Where it is told, and its own, which another may have taken the place of. */
async function postmortemsOf(store: Store, { id, team }: Incident): Promise<readonly Postmortem[]> {
  const pointer = await store.get<{ readonly record: string }>(ofIncidentPath(id));
  const paths = new Set([postmortemPath(postmortemId(team, id)), ...(pointer ? [pointer.data.record] : [])]);
  const docs = await Promise.all([...paths].map((path) => store.get<Postmortem>(path)));
  return docs.flatMap((doc) => (doc ? [doc.data] : []));
}

async function beneath(
  store: Store,
  { id, team }: Incident,
  postmortems: ReadonlySet<string>,
): Promise<Pick<Gathered, 'items' | 'runs' | 'entries'>> {
  const tags = [incidentTag(id), ...[...postmortems].map(postmortemTag)];
  const items = tags.map((tag) =>
    Array.fromAsync(every<ActionItem>(store, { shape: actionItems.newest, values: { team, tags: tag } })),
  );
  const [runs, lines, ...lists] = await Promise.all([
    Array.fromAsync(every<Run>(store, { shape: runsOfIncident, values: { incident: incidentPath(id) } })),
    Array.fromAsync(every(store, { shape: timelineRecords, values: { incident: incidentPath(id) } })),
    ...items,
  ]);
  return {
    items: lists.flat().map((doc) => doc.id),
    runs: runs.map((doc) => doc.id),
    entries: lines.map((doc) => ({ incident: id, id: doc.id })),
  };
}
