import { auditDocument } from '../audit/index.ts';
import { changeUpload, type Upload } from '../import/index.ts';
import { foldLetters, type Locale } from '../language/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { SlackUser } from '../ports/slack.ts';
import { newPseudonymId, pseudonymName } from '../pseudonym/index.ts';
import { everyDocument } from '../store/collections.ts';
import { every } from '../store/every.ts';
import type { Store } from '../store/port.ts';
import { commit } from '../tasks/index.ts';
import { evolve } from './evolve.ts';
import {
  type Erasure,
  type ErasureEvent,
  erasurePath,
  type Level,
  type Name,
  type Subject,
  subjectPath,
} from './model.ts';
import { lapseTask, stepTask } from './noun.ts';
import { erasureUnderWay, isOver, type KeptErasure } from './read.ts';
import { BEGINNING } from './walk.ts';

export interface ErasureVerbs {
  readonly store: Store;
  readonly clock: Clock;
  /** Of the workspace: in it pseudonyms are written. */
  readonly locale: Locale;
}

type By = Erasure['by'];

export interface Wanted {
  /** A Slack id, or the name of somebody who was only ever a name. */
  readonly said: string;
  /** The account as Slack knows it; null where it knows none, undefined where it could not be asked. */
  readonly account: SlackUser | null | undefined;
  /** Spellings that the records do not give away. */
  readonly spellings: readonly string[];
  /** The pseudonym of an earlier erasure of the same person; null: a new one. */
  readonly as: string | null;
}

export const isSlackId = (said: string): boolean => /^[UW][A-Z0-9]{2,}$/.test(said);

/** WATANABE in capitals looks like an ID: where Slack knows no such account, it is a name. */
const idIn = ({ said, account }: Pick<Wanted, 'said' | 'account'>): string | null =>
  isSlackId(said) && (account !== null || /\d/.test(said)) ? said : null;

/**
 * Begins to look for a person; nothing is rewritten yet. Where one of them is under way, that one goes on, unless another
 * pseudonym is wanted or a spelling is said that it does not know. `tasks`: whether it goes on by itself; what the look finds is forgotten after a while in any case.
 * Null where the pseudonym is being given to somebody else just now.
 */
export async function beginErasure(
  verbs: ErasureVerbs,
  wanted: Wanted,
  by: By,
  { tasks = true } = {},
): Promise<Erasure | null> {
  const { store, clock, locale } = verbs;
  const now = clock.now();
  const under = await erasureUnderWay(store, wanted.said);
  if (under && (under.erasure.phase === 'erasing' || asksForTheSame(under, wanted))) return under.erasure;
  if (under) await discardErasure(verbs, under.erasure.id, by);
  const id = wanted.as ?? newPseudonymId();
  const name = pseudonymName(id, locale) ?? id;
  const user = idIn(wanted);
  const { account } = wanted;
  const known = account ? [account.name, account.realName, account.handle, account.email ?? ''] : [];
  const said = [...(user === null ? [wanted.said] : []), ...known, ...wanted.spellings];
  const names = [...new Set(said.map((one) => one.trim()).filter(Boolean))];
  const subject: Subject = {
    said: wanted.said,
    user,
    names: names.map((one): Name => ({ name: one, level: 'value' })),
    pseudonym: { id, name },
    found: {},
    counts: {},
    held: [],
    position: BEGINNING(user === null ? 'count' : 'gather'),
  };
  return store.transaction(async (tx) => {
    const before = (await tx.get<Erasure>(erasurePath(id)))?.data ?? null;
    if (before && !isOver(before)) return null;
    const events: ErasureEvent[] = [{ type: 'begun', at: now, id, name, by }];
    const decision = {
      events,
      tasks: [...(tasks ? [stepTask(now)] : []), lapseTask(now)],
      pointers: [audit(id, 'begun', by, now)],
    };
    const state = await commit(tx, erasurePath(id), before, decision, evolve, now);
    tx.put(subjectPath(id), subject);
    return state;
  });
}

const asksForTheSame = ({ erasure, subject }: KeptErasure, { as, spellings }: Wanted): boolean => {
  const known = new Set(subject?.names.map(({ name }) => name));
  return (as === null || as === erasure.id) && spellings.every((one) => one.trim() === '' || known.has(one.trim())); // biome-ignore format: one line reads best
};

/**
 * Lets it run with the names as far as they are to go. Null where it is not at the point to be confirmed. Files uploaded
 * for an import are erased with it: nobody can say whom they name.
 */
export async function confirmErasure(
  { store, clock }: ErasureVerbs,
  id: string,
  levels: Readonly<Record<string, Level>>,
  by: By,
  { tasks = true } = {},
): Promise<Erasure | null> {
  const now = clock.now();
  const state = await store.transaction(async (tx) => {
    const before = (await tx.get<Erasure>(erasurePath(id)))?.data ?? null;
    const subject = (await tx.get<Subject>(subjectPath(id)))?.data;
    if (before?.phase !== 'looked' || !subject) return null;
    const events: ErasureEvent[] = [{ type: 'confirmed', at: now, by }];
    const decision = {
      events,
      tasks: tasks ? [stepTask(now)] : [],
      pointers: [audit(id, 'confirmed', by, now)],
    };
    const after = await commit(tx, erasurePath(id), before, decision, evolve, now);
    const names = subject.names.map(({ name, level }): Name => ({ name, level: levels[name] ?? level }));
    tx.put(subjectPath(id), { ...subject, names, counts: {}, held: [], position: BEGINNING('sweep') });
    return after;
  });
  if (state)
    for await (const { data } of every<Upload>(store, { shape: everyDocument('imports') }))
      await changeUpload({ store, clock }, { id: data.id, team: data.team, by }, { type: 'discard' });
  return state;
}

/** Looks once more, for what has been settled since. Null where nothing waits to be confirmed. */
export function lookAgain(
  { store, clock }: ErasureVerbs,
  id: string,
  by: By,
  { tasks = true } = {},
): Promise<Erasure | null> {
  const now = clock.now();
  return store.transaction(async (tx) => {
    const before = (await tx.get<Erasure>(erasurePath(id)))?.data ?? null;
    const subject = (await tx.get<Subject>(subjectPath(id)))?.data;
    if (before?.phase !== 'looked' || !subject) return null;
    const events: ErasureEvent[] = [{ type: 'begun', at: now, id, name: before.name, by }];
    const state = await commit(
      tx,
      erasurePath(id),
      before,
      { events, tasks: tasks ? [stepTask(now)] : [] },
      evolve,
      now,
    );
    const stage = subject.user === null ? 'count' : 'gather';
    tx.put(subjectPath(id), { ...subject, found: {}, counts: {}, held: [], position: BEGINNING(stage) });
    return state;
  });
}

/** Forgets what a look has found. Null where it is not to be discarded: an erasure that runs runs to its end. */
export function discardErasure({ store, clock }: ErasureVerbs, id: string, by: By): Promise<Erasure | null> {
  const now = clock.now();
  return store.transaction(async (tx) => {
    const before = (await tx.get<Erasure>(erasurePath(id)))?.data ?? null;
    if (before?.phase !== 'looking' && before?.phase !== 'looked') return null;
    const events: ErasureEvent[] = [{ type: 'discarded', at: now }];
    const decision = { events, tasks: [], pointers: [audit(id, 'discarded', by, now)] };
    const state = await commit(tx, erasurePath(id), before, decision, evolve, now);
    tx.delete(subjectPath(id));
    return state;
  });
}

/** Whether what somebody types is whom this erasure is of: the id or name with which it was begun. */
export const isNamed = ({ said, user }: Subject, typed: string): boolean =>
  [said, user].some((one) => one !== null && fold(one) === fold(typed));

const fold = (text: string): string => foldLetters(text).replace(/\s+/g, '');

const audit = (id: string, verb: string, { user, name }: By, at: number) =>
  auditDocument({ at, by: user, name, action: `erasure.${verb}`, record: erasurePath(id), target: id });
