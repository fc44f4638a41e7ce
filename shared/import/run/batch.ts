import {
  enterPast,
  type Incident,
  incidentId,
  incidentPath,
  lastNumber,
  membersOf,
  quietIncidentFold,
  retellPast,
  takeNumber,
} from '../../incident/index.ts';
import { isTobanError } from '../../platform/errors.ts';
import {
  enterPastPostmortem,
  ofIncidentPath,
  type Postmortem,
  quietPostmortemFold,
  retellPastPostmortem,
} from '../../postmortem/index.ts';
import type { Transaction } from '../../store/port.ts';
import { commit } from '../../tasks/index.ts';
import type { DraftSection } from '../map/draft.ts';
import { importText } from '../text.ts';
import { type Brought, digestOf, type Kept, keptPath } from './kept.ts';
import type { ChangedField, ImportContext, Item, Outcome, Result } from './model.ts';
import { bringNested, type KeptNested, readStanding, type Standing } from './nested.ts';
import { pastOf } from './past-of.ts';

/** Somebody else takes a number at the same moment: the batch is tried again with the next. */
const TRIES = 8;

export interface Batch {
  readonly items: readonly Item[];
  readonly now: number;
  /** The run that this is of; null where nothing is written. */
  readonly run: string | null;
  /** Says what would become of them and writes nothing. */
  readonly dry: boolean;
}

/**
 * Brings a batch in, in one transaction: each an incident with its number, its people and its postmortem, or nothing where
 * it is as it was. Events and documents only; no task is ever made. The same batch again changes nothing.
 * Returns the outcomes in the order of the items. No two items of a batch have one id.
 */
export async function importBatch(ctx: ImportContext, batch: Batch): Promise<readonly Outcome[]> {
  let last = 0;
  for (let left = TRIES; ; left -= 1) {
    if (!batch.dry) last = await lastNumber(ctx.store, ctx.team, last);
    try {
      return await ctx.store.transaction((tx) => bringIn(ctx, tx, batch, last));
    } catch (error) {
      if (left === 0 || batch.dry || !isTobanError(error, 'exists')) throw error;
    }
  }
}

/** What is known of an item before anything is written. */
interface Known {
  readonly item: Item;
  readonly id: string;
  readonly digest: string;
  readonly kept: Kept | null;
  readonly state: Incident | null;
  readonly postmortem: { readonly path: string; readonly state: Postmortem } | null;
  /** Null where nothing of it is to be changed. */
  readonly standing: Standing | null;
}

async function bringIn(
  ctx: ImportContext,
  tx: Transaction,
  { items, now, dry, run }: Batch,
  last: number,
): Promise<readonly Outcome[]> {
  const known = await Promise.all(items.map((item) => look(ctx, tx, item)));
  let number = last;
  const outcomes: Outcome[] = [];
  for (const one of known) {
    const { item, id, kept, state } = one;
    const fresh = kept === null;
    if (fresh) number += 1;
    const result: Result = fresh
      ? await create(ctx, tx, one, { now, dry, run, number })
      : kept.digest === one.digest
        ? kept.last && kept.last.run === run
          ? kept.last.result
          : { kind: 'same' }
        : state === null
          ? { kind: 'refused', refusals: [{ why: 'gone' }] }
          : await change(ctx, tx, { ...one, kept, state }, { now, dry, run });
    outcomes.push({
      at: item.at,
      title: item.draft.title,
      externalId: item.draft.externalId,
      incident: fresh && dry ? null : id,
      number: fresh ? (dry ? null : number) : (state?.number ?? null),
      remarks: item.remarks,
      result,
    });
  }
  return outcomes;
}

/** Of one that is as it was, nothing more is read. */
async function look(ctx: ImportContext, tx: Transaction, item: Item): Promise<Known> {
  const id = incidentId(ctx.team, 'import', item.draft.externalId);
  const digest = digestOf(item.draft);
  const kept = (await tx.get<Kept>(keptPath(id)))?.data ?? null;
  if (!kept || kept.digest === digest)
    return { item, id, digest, kept, state: null, postmortem: null, standing: null };
  const state = (await tx.get<Incident>(incidentPath(id)))?.data ?? null;
  const pointer = (await tx.get<{ record: string }>(ofIncidentPath(id)))?.data;
  const found = pointer && (await tx.get<Postmortem>(pointer.record));
  return {
    item,
    id,
    digest,
    kept,
    state,
    postmortem: found ? { path: found.path, state: found.data } : null,
    standing: await readStanding(tx, ctx.team, item.draft, kept),
  };
}

type When = Omit<Batch, 'items'>;

async function create(
  ctx: ImportContext,
  tx: Transaction,
  { item, id, digest }: Known,
  { now, dry, run, number }: When & { readonly number: number },
): Promise<Result> {
  if (dry) return { kind: 'created' };
  const { settings, team, by, locale } = ctx;
  const past = pastOf(item.draft, ctx.people);
  const { reason } = importText(locale);
  const events = enterPast(past, { id, team, number, by, reason: reason(past.externalId), now, settings });
  const written = { events, tasks: [] };
  const state = (await commit(tx, incidentPath(id), null, written, quietIncidentFold, now)) as Incident;
  takeNumber(tx, team, id, number);
  const { known, postmortem } = await enterPostmortem(ctx, tx, state, item.draft.postmortem, now);
  const nested = await bringNested(ctx, tx, state, { draft: item.draft, postmortem, now, dry });
  const result = { kind: 'created' } as const;
  keep(tx, { item, id, digest, known, nested: nested.kept, now, run, result });
  return result;
}

async function change(
  ctx: ImportContext,
  tx: Transaction,
  one: Known & { readonly kept: Kept; readonly state: Incident },
  { now, dry, run }: When,
): Promise<Result> {
  const { item, id, digest, kept, state } = one;
  const { by, settings, people, locale } = ctx;
  const reason = importText(locale).reason(item.draft.externalId);
  const told = retellPast(state, pastOf(kept.draft, people), pastOf(item.draft, people), {
    by,
    reason,
    now,
    settings,
  });
  const changed: ChangedField[] = [...told.changed];
  const left: ChangedField[] = [...told.kept];
  if (!dry)
    await commit(tx, incidentPath(id), state, { events: told.events, tasks: [] }, quietIncidentFold, now);
  let known = kept.known;
  if (kept.sections !== sectionsDigest(item.draft.postmortem)) {
    if (one.postmortem) {
      const { path, state: before } = one.postmortem;
      const retold = retellPastPostmortem(before, item.draft.postmortem, known, by, now);
      if (!dry) await commit(tx, path, before, retold.decision, quietPostmortemFold, now);
      known = retold.known;
      if (retold.decision.events.length > 0) changed.push('postmortem');
      if (retold.kept.length > 0) left.push('postmortem');
    } else {
      if (!dry) ({ known } = await enterPostmortem(ctx, tx, state, item.draft.postmortem, now));
      changed.push('postmortem');
    }
  }
  const postmortem = one.postmortem?.state.id ?? null;
  const before = one.standing && { kept, standing: one.standing };
  const nesting = { draft: item.draft, postmortem, now, dry };
  const nested = await bringNested(ctx, tx, state, nesting, before ?? undefined);
  const result = {
    kind: 'changed',
    changed: [...changed, ...nested.changed],
    kept: [...left, ...nested.left],
  } as const;
  if (!dry) keep(tx, { item, id, digest, known, nested: nested.kept, now, run, result });
  return result;
}

async function enterPostmortem(
  { team, locale, by }: ImportContext,
  tx: Transaction,
  state: Incident,
  sections: readonly DraftSection[],
  now: number,
): Promise<{ readonly known: Kept['known']; readonly postmortem: string | null }> {
  if (sections.length === 0) return { known: {}, postmortem: null };
  const [first] = Object.values(state.roles);
  const { path, id, decision, known } = enterPastPostmortem({
    team,
    incident: state.id,
    title: state.title,
    language: locale,
    sections,
    lead: first ?? state.declaredBy,
    readers: state.private ? membersOf(state).filter((user) => user !== '') : null,
    at: state.milestones.resolved?.at ?? state.declaredAt,
    by,
  });
  await commit(tx, path, null, decision, quietPostmortemFold, now);
  return { known, postmortem: id };
}

interface Keeping extends Pick<Known, 'item' | 'id' | 'digest'> {
  readonly known: Kept['known'];
  readonly nested: KeptNested;
  readonly now: number;
  readonly run: string | null;
  readonly result: Brought;
}

function keep(tx: Transaction, { item, id, digest, known, nested, now, run, result }: Keeping): void {
  const { postmortem, timeline: _timeline, actions: _actions, ...draft } = item.draft;
  const kept: Kept = {
    externalId: draft.externalId,
    record: incidentPath(id),
    digest,
    draft,
    sections: sectionsDigest(postmortem),
    known,
    ...nested,
    ...(run !== null && { last: { run, result } }),
    at: now,
  };
  tx.put(keptPath(id), kept);
}

const sectionsDigest = (sections: readonly DraftSection[]): string | null =>
  sections.length === 0 ? null : digestOf(sections);
