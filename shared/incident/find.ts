import type { Page } from '../store/port.ts';
import { openIncidents } from '../store/shapes.ts';
import type { IncidentVerbs } from './context.ts';
import type { Incident } from './model.ts';
import { incidentNumber } from './number.ts';
import { mayTell } from './policy.ts';
import { incidentPath, numberPath, type Pointer, roomPath } from './records.ts';
import { labelOf } from './text.ts';

export interface Found {
  readonly path: string;
  readonly state: Incident;
}

export type Reads = { readonly calls: Pick<IncidentVerbs['calls'], 'store'> };

export async function incidentAt(ctx: Reads, path: string): Promise<Found | null> {
  const state = (await ctx.calls.store.get<Incident>(path))?.data;
  return state ? { path, state } : null;
}

/** By the id that buttons and modals carry. */
export const incidentById = (ctx: Reads, id: string): Promise<Found | null> =>
  /^inc_[0-9a-f]{32}$/.test(id) ? incidentAt(ctx, incidentPath(id)) : Promise.resolve(null);

/** The incident whose room a channel is. */
export async function incidentInRoom(ctx: Reads, team: string, channel: string): Promise<Found | null> {
  const pointer = await ctx.calls.store.get<Pointer>(roomPath(team, channel));
  return pointer ? incidentAt(ctx, pointer.data.record) : null;
}

/** By `INC-7`, `inc7` or `7`; only where the reader may know of it. */
export async function incidentByNumber(
  ctx: Reads,
  team: string,
  text: string,
  reader: string,
): Promise<Found | null> {
  const number = incidentNumber(text) ?? incidentNumber(`inc${text.trim()}`);
  const pointer = number === null ? null : await ctx.calls.store.get<Pointer>(numberPath(team, number));
  const found = pointer && (await incidentAt(ctx, pointer.data.record));
  return found && mayTell(found.state, 'page', reader) === 'all' ? found : null;
}

/** As its page's address names it, by number or by id; only where the reader may know of it. */
export async function incidentAtAddress(
  ctx: Reads,
  team: string,
  text: string,
  reader: string,
): Promise<Found | null> {
  const found = text.startsWith('inc_')
    ? await incidentById(ctx, text)
    : await incidentByNumber(ctx, team, text, reader);
  const told = found?.state.team === team && mayTell(found.state, 'page', reader) === 'all';
  return told ? found : null;
}

/** Those under way that a reader may see, newest first. */
export async function openFor(ctx: Reads, team: string, reader: string): Promise<readonly Incident[]> {
  const values = { team, open: true };
  const page: Page<Incident> = await ctx.calls.store.page<Incident>({
    shape: openIncidents,
    values,
    limit: 50,
  });
  return page.docs.map(({ data }) => data).filter((one) => mayTell(one, 'page', reader) === 'all');
}

/** Where its page is; by its id until it has its number. */
export const incidentAddress = ({ id, number }: Pick<Incident, 'id' | 'number'>): string =>
  `/incidents/${number === null ? id : labelOf(number)}`;
