import { entryPointer } from '../../search-index/index.ts';
import type { Decision } from '../../tasks/index.ts';
import type { Person } from '../parts.ts';
import { type About, describeLine } from '../search.ts';
import type { Entry } from './entry.ts';
import { type EntryEvent, entryPath, noteEntry } from './record.ts';

/** What another system says happened, at its own time. User text, not escaped. */
export interface PastEntry {
  readonly at: number;
  readonly author: Person | null;
  readonly text: string;
}

/** The id of a line that was brought in: the same for the same words at the same time. `nth`: of several alike. */
export const pastEntryId = (
  team: string,
  externalId: string,
  { at, who, text }: { readonly at: number; readonly who: string | null; readonly text: string },
  nth: number,
): string => noteEntry(team, JSON.stringify(['import', externalId, at, who, text, nth]));

/** It comes onto the timeline of `incident` (a path). No task comes of it: nobody hears of it. Pure. */
export function enterPastEntry(
  about: About,
  incident: string,
  { id, at, author, text }: PastEntry & { readonly id: string },
  by: Person,
  now: number,
): Decision<EntryEvent> {
  const entry: Entry = {
    id,
    kind: 'note',
    at,
    author,
    text,
    files: [],
    permalink: null,
    by: author ?? by,
    kept: true,
    edited: false,
    deleted: false,
  };
  return {
    events: [
      { type: 'noticed', at: now, incident, kind: 'note', channel: null, ts: null },
      { type: 'kept', at: now, by },
    ],
    tasks: [],
    pointers: written(about, incident, entry),
  };
}

/** Its source no longer says so. Pure. */
export const removePastEntry = (
  about: About,
  incident: string,
  entry: Entry,
  by: Person,
  now: number,
): Decision<EntryEvent> => ({
  events: [{ type: 'removed', at: now, by }],
  tasks: [],
  pointers: written(about, incident, { ...entry, kept: false }),
});

const written = (about: About, incident: string, entry: Entry) => [
  { path: entryPath(incident, entry.id), data: entry },
  entryPointer('incident', describeLine(about, entry)),
];
