import { TobanError } from '../../platform/errors.ts';
import { encodeCursor } from '../../store/cursor.ts';
import type { Doc, Page, Store } from '../../store/port.ts';
import { timeline } from '../../store/shapes.ts';
import type { Found } from '../find.ts';
import { mayTell } from '../policy.ts';
import type { Entry } from './entry.ts';
import type { TimelineReader } from './lines.ts';
import { type NumberedEvent, type TimelineLine, timelineOf } from './timeline-of.ts';

export interface TimelineQuery extends TimelineReader {
  /** Whose page it is: of a private incident only its members see anything. */
  readonly user: string;
  readonly order: 'newest' | 'oldest';
  /** How many events and entries at most, 1 to 500; a page reads twice as many documents, however long the history. */
  readonly limit: number;
  readonly cursor: string | null;
}

export interface TimelinePage {
  /** Always in the order of time, also where the newest page is asked for. */
  readonly lines: readonly TimelineLine[];
  /** Hand it back for what comes after (`oldest`) or before (`newest`); null at the end. */
  readonly cursor: string | null;
}

/**
 * One page of a timeline. What happened (events) and what people put there (entries) are two streams, each in order of
 * time; a page is the nearest of both, and its cursor is where each was left.
 */
export async function timelinePage(
  store: Store,
  { path, state }: Found,
  query: TimelineQuery,
): Promise<TimelinePage> {
  if (mayTell(state, 'page', query.user) !== 'all') return { lines: [], cursor: null };
  const { order, limit } = query;
  const at = cursorsIn(query.cursor);
  const [events, entries] = await Promise.all([
    stream<NumberedEvent>(store, timeline.events[order], {}, path, limit, at.events),
    stream<Entry>(store, timeline.entries[order], { kept: true }, path, limit, at.entries),
  ]);
  const sign = order === 'oldest' ? 1 : -1;
  const nearest = [...events.docs, ...entries.docs]
    .sort((a, b) => sign * (a.data.at - b.data.at))
    .slice(0, limit);
  const taken = {
    events: events.docs.filter((doc) => nearest.includes(doc)),
    entries: entries.docs.filter((doc) => nearest.includes(doc)),
  };
  const page = {
    events: taken.events.map(({ data }) => data),
    entries: taken.entries.map(({ data }) => data),
  };
  const next = {
    events: after(events, taken.events, at.events),
    entries: after(entries, taken.entries, at.entries),
  };
  const over = next.events === END && next.entries === END;
  return { lines: timelineOf(state, page, query), cursor: over ? null : JSON.stringify(next) };
}

/** A stream that is read to its end; a cursor of the store is never this. */
const END = 'end';

function stream<T>(
  store: Store,
  shape: (typeof timeline.events)['newest'],
  values: Readonly<Record<string, boolean>>,
  parent: string,
  limit: number,
  cursor: string | null,
): Promise<Page<T>> {
  if (cursor === END) return Promise.resolve({ docs: [], cursor: null });
  return store.page<T>({ shape, values, parent, limit, cursor });
}

/** Where the stream goes on: behind the last that was shown, not behind the last that was read. */
function after<T extends { readonly at: number }>(
  { docs, cursor }: Page<T>,
  taken: readonly Doc<T>[],
  before: string | null,
): string | null {
  if (taken.length === docs.length) return cursor ?? END;
  const last = taken.at(-1);
  return last ? encodeCursor({ values: [last.data.at], path: last.path }) : before;
}

function cursorsIn(text: string | null): { readonly events: string | null; readonly entries: string | null } {
  if (text === null) return { events: null, entries: null };
  try {
    const { events, entries } = JSON.parse(text) as Record<string, unknown>;
    if (usable(events) && usable(entries)) return { events, entries };
  } catch {
    // Falls through: what is not ours is refused below.
  }
  throw new TobanError('bad-input', 'this cursor of a timeline cannot be read');
}

const usable = (value: unknown): value is string | null => value === null || typeof value === 'string';
