import { type Incident, incidentByNumber, incidentPath, mayTell } from '../incident/index.ts';
import type { PostmortemVerbs } from './context.ts';
import type { Postmortem } from './model.ts';
import { isPostmortemId, type OfIncident, ofIncidentPath, postmortemPath } from './records.ts';

/** A postmortem with the incidents it is about, the first being the one it began with. */
export interface FoundPostmortem {
  readonly path: string;
  readonly state: Postmortem;
  readonly incidents: readonly Incident[];
}

export type Reads = {
  readonly incidents: { readonly calls: Pick<PostmortemVerbs['incidents']['calls'], 'store'> };
};

const storeOf = (ctx: Reads) => ctx.incidents.calls.store;

export async function postmortemAt(ctx: Reads, path: string): Promise<FoundPostmortem | null> {
  const state = (await storeOf(ctx).get<Postmortem>(path))?.data;
  if (!state) return null;
  const incidents = await Promise.all(
    state.incidents.map(async (id) => (await storeOf(ctx).get<Incident>(incidentPath(id)))?.data ?? null),
  );
  return { path, state, incidents: incidents.filter((one) => one !== null) };
}

/** Whether somebody may know of it: whoever may know of all its incidents. Of a private one that is gone nobody can say. */
export const mayRead = (
  { state, incidents }: Pick<FoundPostmortem, 'state' | 'incidents'>,
  reader: string,
): boolean =>
  (!state.private || incidents.length === state.incidents.length) &&
  incidents.every((one) => mayTell(one, 'page', reader) === 'all');

async function readable(
  found: Promise<FoundPostmortem | null>,
  reader: string,
): Promise<FoundPostmortem | null> {
  const one = await found;
  return one && mayRead(one, reader) ? one : null;
}

/** By the id that buttons and modals carry; only where the reader may know of it. */
export const postmortemById = (ctx: Reads, id: string, reader: string): Promise<FoundPostmortem | null> =>
  isPostmortemId(id) ? readable(postmortemAt(ctx, postmortemPath(id)), reader) : Promise.resolve(null);

/** The postmortem of an incident (by its id), whoever reads it; null where none was begun. */
export async function begunFor(
  ctx: Reads,
  incident: string,
): Promise<Pick<FoundPostmortem, 'path' | 'state'> | null> {
  const path = await pathFor(ctx, incident);
  const state = path && (await storeOf(ctx).get<Postmortem>(path))?.data;
  return path && state ? { path, state } : null;
}

/** Where it is kept. */
export const pathFor = async (ctx: Reads, incident: string): Promise<string | null> =>
  (await storeOf(ctx).get<OfIncident>(ofIncidentPath(incident)))?.data.record ?? null;

/** The postmortem of an incident (by its id), its own or one for several. */
export async function postmortemOf(
  ctx: Reads,
  incident: string,
  reader: string,
): Promise<FoundPostmortem | null> {
  const path = await pathFor(ctx, incident);
  return path === null ? null : readable(postmortemAt(ctx, path), reader);
}

/** As its page's address names it: by its id, or by the number of an incident it is about (`INC-7`). */
export async function postmortemAtAddress(
  ctx: Reads,
  team: string,
  text: string,
  reader: string,
): Promise<FoundPostmortem | null> {
  if (isPostmortemId(text)) {
    const found = await postmortemById(ctx, text, reader);
    return found?.state.team === team ? found : null;
  }
  const incident = await incidentByNumber(ctx.incidents, team, text, reader);
  return incident && postmortemOf(ctx, incident.state.id, reader);
}

/** Where its page is. */
export const postmortemAddress = ({ id }: Pick<Postmortem, 'id'>): string => `/postmortems/${id}`;
