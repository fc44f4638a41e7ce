import { never } from '../../platform/errors.ts';
import { recordId } from '../../platform/ids.ts';
import { entryPointer } from '../../search-index/index.ts';
import type { Decision, EventBase, NewTask, RecordState } from '../../tasks/index.ts';
import type { Person } from '../parts.ts';
import { type About, describeLine } from '../search.ts';
import type { Entry } from './entry.ts';

/**
 * Whether something stands on a timeline, and why: a record of its own, so that a pin never waits for the incident.
 * Its events are the audit; the words themselves stand in the `Entry` alone.
 */
export interface EntryRecord extends RecordState {
  /** Path of the incident. */
  readonly incident: string;
  readonly kind: Entry['kind'];
  /** Null for a note. */
  readonly channel: string | null;
  readonly ts: string | null;
  /** Asked for by name (shortcut, note): then it needs no 📌. */
  readonly asked: Person | null;
  readonly kept: boolean;
  readonly deleted: boolean;
}

export type EntryEvent = EventBase &
  (
    | ({ readonly type: 'noticed' } & Pick<EntryRecord, 'incident' | 'kind' | 'channel' | 'ts'>)
    | { readonly type: 'asked'; readonly by: Person }
    | { readonly type: 'withdrawn'; readonly by: Person }
    | { readonly type: 'kept'; readonly by: Person }
    | { readonly type: 'removed'; readonly by: Person }
    | { readonly type: 'deleted' }
  );

export const messageEntry = (team: string, channel: string, ts: string): string =>
  recordId('entry', team, channel, ts);
export const noteEntry = (team: string, cause: string): string => recordId('entry', team, 'note', cause);
export const entryRecordPath = (id: string): string => `timeline-entries/${id}`;
/** What the timeline reads: beneath its incident. */
export const entryPath = (incident: string, id: string): string => `${incident}/entries/${id}`;

export function evolveEntry(before: EntryRecord | null, event: EntryEvent): EntryRecord {
  if (event.type === 'noticed') {
    const { incident, kind, channel, ts } = event;
    return { version: 1, incident, kind, channel, ts, asked: null, kept: false, deleted: false };
  }
  if (before === null) throw new Error(`the first event must be "noticed", not "${event.type}"`);
  const state: EntryRecord = { ...before, version: before.version + 1 };
  switch (event.type) {
    case 'asked':
      return { ...state, asked: event.by };
    case 'withdrawn':
      return { ...state, asked: null };
    case 'kept':
      return { ...state, kept: true };
    case 'removed':
      return { ...state, kept: false };
    case 'deleted':
      return { ...state, deleted: true };
    default:
      return never(event);
  }
}

/** The one side effect: look at the message as it stands, and put the timeline right. */
export const lookTask = (by: string, now: number): NewTask => ({
  id: 'look',
  kind: 'entry.look',
  lane: 'work',
  dueAt: now,
  step: { by },
  mode: 'arm',
});

/** What a look found. `entry` is how the line would read if it is kept; null where the message is deleted. */
export interface Looked {
  readonly id: string;
  readonly entry: Entry | null;
  /** The line as it stands, where it stands. */
  readonly before: Entry | null;
  readonly pinnedBy: readonly string[];
  /** The incident; null where it is gone. */
  readonly about: About | null;
  /** Whoever's gesture made us look. */
  readonly by: Person;
}

/** The message is the truth: what it says and who pinned it, not what we have heard of that. Pure. */
export function afterLook(state: EntryRecord, found: Looked, now: number): Decision<EntryEvent> {
  const { id, entry, before, by, about } = found;
  const written = (data: Entry) => [
    { path: entryPath(state.incident, id), data },
    ...(about ? [entryPointer('incident', describeLine(about, data))] : []),
  ];
  if (entry === null) {
    const blank = before && { ...before, text: '', files: [], permalink: null, deleted: true };
    return {
      events: state.kept && !state.deleted ? [{ type: 'deleted', at: now }] : [],
      tasks: [],
      pointers: blank && state.kept ? written(blank) : [],
    };
  }
  const kept = state.asked !== null || found.pinnedBy.length > 0;
  if (!kept && !state.kept) return { events: [], tasks: [] };
  return {
    events: kept === state.kept ? [] : [{ type: kept ? 'kept' : 'removed', at: now, by }],
    tasks: [],
    pointers: written({ ...entry, by: before?.kept ? before.by : by, kept }),
  };
}
