import { cursorAfter, lastShown, mergePages, orderBy } from '../store/merge-pages.ts';
import type { Page, Store } from '../store/port.ts';
import { incidentsByTag } from '../store/shapes.ts';
import type { Incident } from './model.ts';
import { mayTell } from './policy.ts';
import { type Facets, facetTag, matcher, readerTag, searchTag } from './search-tags.ts';

/** What a list of incidents is asked for, by one reader. */
export interface IncidentQuery extends Facets {
  readonly team: string;
  readonly reader: string;
  /** Declared at or after this, and before that; epoch ms. */
  readonly from: number | null;
  readonly to: number | null;
  /** Words of the title, or a number; empty for all. */
  readonly text: string;
  readonly cursor: string | null;
}

export interface IncidentList {
  /** Newest first. */
  readonly incidents: readonly Incident[];
  /** Hand it back for older ones; null at the end. */
  readonly cursor: string | null;
  /** Set when the search stopped before its end: everything declared since this instant has been looked at. */
  readonly searchedTo: number | null;
}

const PAGE = 25;
const NEWEST_FIRST = orderBy<Incident>(({ declaredAt }) => declaredAt, -1);
/** Candidates of a text search that one page looks at, and private incidents of the reader's own. */
const SEARCHED = 200;
const OWN = 50;

/**
 * One page of the incidents that a reader may see: those open to all by one index, private ones of the reader's own by
 * another entry of it, merged by time. Reads at most 77 documents, or 252 with a text, however many there are.
 * Errors: `bad-input` for a cursor of another list.
 */
export async function listIncidents(store: Store, query: IncidentQuery): Promise<IncidentList> {
  const { team, reader, from, to, cursor, text } = query;
  const word = searchTag(text);
  const read = (tags: string, limit: number): Promise<Page<Incident>> =>
    store.page<Incident>({
      shape: incidentsByTag,
      values: { team, tags, declaredAt: to ?? Number.MAX_SAFE_INTEGER },
      limit,
      cursor,
    });
  const pages = await Promise.all([
    read(word ?? facetTag(query), text === '' ? PAGE : SEARCHED),
    read(readerTag(reader), OWN),
  ]);
  const fits = filter(query);
  const { docs, end } = mergePages(pages, NEWEST_FIRST);
  const rows = docs.filter(({ data }) => fits(data));
  const incidents = rows.slice(0, PAGE).map(({ data }) => data);
  const last = lastShown(rows, end, PAGE);
  if (!last || (from !== null && last.data.declaredAt < from))
    return { incidents, cursor: null, searchedTo: null };
  const next = cursorAfter(incidentsByTag, last);
  return { incidents, cursor: next, searchedTo: rows.length < PAGE ? last.data.declaredAt : null };
}

/** The index finds candidates; what a reader may know is for `mayTell` to say, here as everywhere. */
function filter({
  reader,
  status,
  severity,
  service,
  from,
  text,
}: IncidentQuery): (one: Incident) => boolean {
  const has = matcher(text);
  return (one) =>
    mayTell(one, 'page', reader) === 'all' &&
    (status === null || (status === 'open' ? one.open : one.status === status)) &&
    (severity === null || one.severity === severity) &&
    (service === null || one.service === service) &&
    (from === null || one.declaredAt >= from) &&
    has(one);
}
