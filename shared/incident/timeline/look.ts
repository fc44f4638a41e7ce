import { entryPointer } from '../../search-index/index.ts';
import { plainText } from '../../slack/index.ts';
import { commit, type Noun, type TaskKind } from '../../tasks/index.ts';
import type { IncidentContext, IncidentVerbs } from '../context.ts';
import { personOf } from '../kinds/help.ts';
import type { Incident } from '../model.ts';
import type { Person } from '../parts.ts';
import { aboutOf, describeLine } from '../search.ts';
import type { Entry } from './entry.ts';
import {
  afterLook,
  type EntryEvent,
  type EntryRecord,
  entryPath,
  entryRecordPath,
  evolveEntry,
  type Looked,
  lookTask,
  messageEntry,
  noteEntry,
} from './record.ts';

export interface Where {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
}

/** The record of a message that is, or was, on a timeline. */
export async function entryOf(
  ctx: IncidentContext,
  { team, channel, ts }: Where,
): Promise<{ readonly path: string; readonly state: EntryRecord } | null> {
  const path = entryRecordPath(messageEntry(team, channel, ts));
  const state = (await ctx.calls.store.get<EntryRecord>(path))?.data;
  return state ? { path, state } : null;
}

/**
 * Something happened to a message (a 📌 came or went, an edit): it is looked at. `asked` is who wants it on the timeline
 * whatever the reactions say. Returns the path of its record.
 */
export async function lookAt(
  ctx: IncidentContext,
  incident: string,
  { team, channel, ts }: Where,
  by: string,
  asked: Person | null = null,
): Promise<string> {
  const path = entryRecordPath(messageEntry(team, channel, ts));
  await ctx.calls.store.transaction(async (tx) => {
    const state = (await tx.get<EntryRecord>(path))?.data ?? null;
    const now = ctx.calls.clock.now();
    const events: EntryEvent[] = [];
    if (state === null) events.push({ type: 'noticed', at: now, incident, kind: 'message', channel, ts });
    if (asked && !state?.asked) events.push({ type: 'asked', at: now, by: asked });
    await commit(tx, path, state, { events, tasks: [lookTask(by, now)] }, evolveEntry, now);
  });
  return path;
}

/** A note, at the time it is about. The same cause twice is one note. Returns its id. */
export async function addNote(
  ctx: Pick<IncidentVerbs, 'calls'>,
  incident: string,
  note: {
    readonly team: string;
    readonly cause: string;
    readonly by: Person;
    readonly text: string;
    readonly at: number;
  },
): Promise<string> {
  const id = noteEntry(note.team, note.cause);
  const path = entryRecordPath(id);
  const { by, text, at } = note;
  const entry: Entry = {
    id,
    kind: 'note',
    at,
    author: by,
    text,
    files: [],
    permalink: null,
    by,
    kept: true,
    edited: false,
    deleted: false,
  };
  await ctx.calls.store.transaction(async (tx) => {
    if (await tx.get(path)) return;
    const about = (await tx.get<Incident>(incident))?.data;
    const now = ctx.calls.clock.now();
    const events: EntryEvent[] = [
      { type: 'noticed', at: now, incident, kind: 'note', channel: null, ts: null },
      { type: 'asked', at: now, by },
      { type: 'kept', at: now, by },
    ];
    const pointers = [{ path: entryPath(incident, id), data: entry }, ...foundBy(about, entry)];
    await commit(tx, path, null, { events, tasks: [], pointers }, evolveEntry, now);
  });
  return id;
}

/** Takes back what was asked for by shortcut or note. A message that still has its 📌 stays. */
export async function withdraw(
  ctx: IncidentContext,
  path: string,
  incident: string,
  by: Person,
): Promise<void> {
  await ctx.calls.store.transaction(async (tx) => {
    const state = (await tx.get<EntryRecord>(path))?.data;
    if (!state?.asked || state.incident !== incident) return;
    const id = path.slice(path.indexOf('/') + 1);
    const place = entryPath(state.incident, id);
    const entry = state.kind === 'note' ? (await tx.get<Entry>(place))?.data : null;
    const about = (await tx.get<Incident>(incident))?.data;
    const now = ctx.calls.clock.now();
    const events: EntryEvent[] = [{ type: 'withdrawn', at: now, by }];
    if (entry) events.push({ type: 'removed', at: now, by });
    const tasks = entry ? [] : [lookTask(by.user, now)];
    const gone = entry && { ...entry, kept: false };
    const pointers = gone ? [{ path: place, data: gone }, ...foundBy(about, gone)] : [];
    await commit(tx, path, state, { events, tasks, pointers }, evolveEntry, now);
  });
}

/** What the search finds of a line, to be written with it. */
const foundBy = (about: Incident | undefined, entry: Entry) =>
  about ? [entryPointer('incident', describeLine(about, entry))] : [];

const PIN = 'pushpin';
type LookKind = TaskKind<EntryRecord, EntryEvent, { readonly by: string }, Looked>;

function lookKind(ctx: IncidentContext): LookKind {
  return {
    persistent: false,
    guard: (state) => state.channel !== null && state.ts !== null,
    async perform(state, task, { signal }) {
      const id = task.record.slice(task.record.indexOf('/') + 1);
      const at = { channel: state.channel ?? '', ts: state.ts ?? '' };
      const [message, doc, by, incident] = await Promise.all([
        ctx.rooms.read(at, signal),
        ctx.calls.store.get<Entry>(entryPath(state.incident, id)),
        personOf(ctx, task.step.by, signal),
        ctx.calls.store.get<Incident>(state.incident),
      ]);
      const about = incident && aboutOf(incident.data);
      const before = doc?.data ?? null;
      if (message === null) return { id, entry: null, before, pinnedBy: [], about, by };
      const author = message.user
        ? await personOf(ctx, message.user, signal)
        : message.bot && { user: message.bot, name: message.bot, bot: true };
      const names = await namesIn(ctx, message.text, signal);
      const entry: Entry = {
        id,
        kind: 'message',
        at: Math.floor(Number(at.ts) * 1_000),
        author: author || null,
        text: plainText(message.text, (user) => names.get(user)),
        files: message.files,
        permalink: before?.permalink ?? (await ctx.calls.slack.permalink(at, signal)),
        by,
        kept: true,
        edited: message.editedTs !== null,
        deleted: false,
      };
      return { id, entry, before, pinnedBy: message.reactions[PIN] ?? [], about, by };
    },
    done: (state, _task, found, now) => afterLook(state, found, now),
  };
}

async function namesIn(
  ctx: IncidentContext,
  text: string,
  signal: AbortSignal,
): Promise<Map<string, string>> {
  const users = new Set([...text.matchAll(/<@([UW][A-Z0-9]+)/g)].map((match) => match[1] ?? ''));
  const people = await Promise.all([...users].map((user) => personOf(ctx, user, signal)));
  return new Map(people.map(({ user, name }) => [user, name]));
}

/** The entries of timelines, each a record that looks after itself. */
export const entryNoun = (ctx: IncidentContext): Noun<EntryRecord, EntryEvent> => ({
  name: 'entry',
  evolve: evolveEntry,
  kinds: { look: lookKind(ctx) },
});
