import { type Incident, incidentAtAddress, mayTell } from '../incident/index.ts';
import { localTime } from '../rota/index.ts';
import { commit } from '../tasks/index.ts';
import type { ActionItemVerbs } from './context.ts';
import { decide, isRefusal } from './decide.ts';
import { seeing } from './may-see.ts';
import type { ActionItem, Added, Command, Fields, Person, Refusal, Related } from './model.ts';
import { type NamedOwner, ownerOf } from './owner.ts';
import { actionItemId, actionItemPath } from './records.ts';
import { fold } from './summary.ts';

/** As it stands after the command; null where there is none, or none that the person may see. */
export type Applied =
  | { readonly item: ActionItem; readonly refusal: null }
  | { readonly item: ActionItem | null; readonly refusal: Refusal };

export const todayIn = (zone: string, now: number): string => localTime(now, zone).slice(0, 10);

/** What somebody, or something, says of an action item when adding it. User text, not escaped. */
export interface Say extends Omit<Fields, 'owner'> {
  readonly team: string;
  /** What it is added by: the same cause never makes two. */
  readonly cause: readonly string[];
  readonly owner: NamedOwner;
  /** Ids of the incidents it comes from. */
  readonly incidents: readonly string[];
  readonly postmortem: string | null;
  readonly message: Added['message'];
  readonly source: Added['source'];
  readonly by: Person;
}

/** The one verb behind shortcut, command, page, postmortem and API. Added twice from one cause, it is one. */
export async function addActionItem(ctx: ActionItemVerbs, said: Say, signal: AbortSignal): Promise<Applied> {
  const { cause, owner: named, incidents: ids, ...rest } = said;
  const incidents = await incidentsOf(ctx, said.team, ids, said.by.user);
  if (incidents === null) return { item: null, refusal: { refused: 'incident-unknown' } };
  const owned = await ownerOf(ctx, named, incidents, signal);
  if ('refused' in owned) return { item: null, refusal: owned };
  const id = actionItemId(said.team, ...cause);
  const title = said.title.replace(/\s+/g, ' ').trim();
  const command: Command = {
    type: 'add',
    ...rest,
    id,
    title,
    note: said.note.trim(),
    owner: owned.owner,
    incidents: incidents.map(relatedOf),
    cause: cause.join(' '),
  };
  return carryOut(ctx, id, command);
}

export type Change = Exclude<Command, { type: 'add' | 'edit' | 'relate' }>;

/** Moves it on; who may not see it hears that there is none. */
export async function changeActionItem(
  ctx: ActionItemVerbs,
  team: string,
  id: string,
  command: Change,
): Promise<Applied> {
  const by = 'by' in command ? command.by.user : null;
  const item = await seen(ctx, team, id, by);
  return item ? carryOut(ctx, id, command) : { item: null, refusal: { refused: 'gone' } };
}

export interface Edit {
  readonly changes: Partial<Omit<Fields, 'owner'>> & { readonly owner?: NamedOwner };
  /** The revision that the form was drawn from; null where it does not matter what stood there. */
  readonly seen: number | null;
  readonly by: Person;
  readonly cause: string;
}

/** Changes fields of it. A form drawn from an older state is refused, and changes nothing. */
export async function editActionItem(
  ctx: ActionItemVerbs,
  team: string,
  id: string,
  edit: Edit,
  signal: AbortSignal,
): Promise<Applied> {
  const item = await seen(ctx, team, id, edit.by.user);
  if (!item) return { item: null, refusal: { refused: 'gone' } };
  const { owner: named, ...fields } = edit.changes;
  let changes: Partial<Fields> = fields;
  const kept =
    named &&
    (('user' in named && named.user === item.owner?.user) ||
      ('name' in named && named.name === item.owner?.name));
  // Whoever has it may go on having it, also after they left: nobody is made to choose another by changing a title.
  if (named !== undefined && !kept) {
    const incidents = await incidentsOf(ctx, team, idsOf(item), edit.by.user);
    const owned = await ownerOf(ctx, named, incidents ?? [], signal);
    if ('refused' in owned) return { item, refusal: owned };
    changes = { ...changes, owner: owned.owner };
  }
  if (changes.title !== undefined) changes = { ...changes, title: changes.title.replace(/\s+/g, ' ').trim() };
  return carryOut(ctx, id, { type: 'edit', ...edit, changes });
}

/** Adds incidents (as their addresses name them) and a postmortem to those it has. */
export async function relateActionItem(
  ctx: ActionItemVerbs,
  team: string,
  id: string,
  {
    incidents: ids,
    ...more
  }: {
    readonly incidents: readonly string[];
    readonly postmortem: string | null;
    readonly by: Person;
    readonly cause: string;
  },
): Promise<Applied> {
  const item = await seen(ctx, team, id, more.by.user);
  if (!item) return { item: null, refusal: { refused: 'gone' } };
  const incidents = await incidentsOf(ctx, team, ids, more.by.user);
  if (incidents === null) return { item, refusal: { refused: 'incident-unknown' } };
  const { owner } = item;
  // Of a private incident it becomes private: whoever has it must not lose sight of it.
  if (owner?.user && incidents.some((one) => mayTell(one, 'page', owner.user ?? '') !== 'all'))
    return { item, refusal: { refused: 'owner-outside', name: owner.name } };
  return carryOut(ctx, id, { type: 'relate', ...more, incidents: incidents.map(relatedOf) });
}

const idsOf = ({ incidents }: ActionItem): string[] => incidents.map(({ id }) => id);

/** By its id; null where there is none that the reader may see. `reader` null: Toban itself. */
export async function seen(
  ctx: ActionItemVerbs,
  team: string,
  id: string,
  reader: string | null,
): Promise<ActionItem | null> {
  const item = (await ctx.incidents.calls.store.get<ActionItem>(actionItemPath(id)))?.data;
  if (item?.team !== team) return null;
  return reader === null || (await seeing(ctx)(item, reader)) ? item : null;
}

/** Null where one is missing, or is none that the reader may see. */
async function incidentsOf(
  ctx: ActionItemVerbs,
  team: string,
  ids: readonly string[],
  reader: string,
): Promise<readonly Incident[] | null> {
  const found = await Promise.all(
    [...new Set(ids)].map((id) => incidentAtAddress(ctx.incidents, team, id, reader)),
  );
  const known = found.filter((one) => one !== null).map(({ state }) => state);
  return known.length === found.length ? known : null;
}

const relatedOf = ({ id, number, private: secret, service }: Incident): Related => ({
  id,
  number,
  private: secret,
  service,
});

function carryOut(ctx: ActionItemVerbs, id: string, command: Command): Promise<Applied> {
  const { store, clock } = ctx.incidents.calls;
  const path = actionItemPath(id);
  return store.transaction(async (tx): Promise<Applied> => {
    const before = (await tx.get<ActionItem>(path))?.data ?? null;
    const now = clock.now();
    const answer = decide(command, before, now, todayIn(ctx.zone, now));
    if (isRefusal(answer)) return { item: before, refusal: answer };
    const item = await commit(tx, path, before, answer, fold, now);
    return item ? { item, refusal: null } : { item: null, refusal: { refused: 'gone' } };
  });
}
