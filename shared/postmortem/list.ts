import { encodeCursor } from '../store/cursor.ts';
import { positionOf } from '../store/field.ts';
import type { Doc, Page } from '../store/port.ts';
import { postmortemsByTag } from '../store/shapes.ts';
import type { Reads } from './find.ts';
import type { Postmortem } from './model.ts';
import { isOpen, readerTag, type Stand, standTag } from './tags.ts';

export interface PostmortemQuery {
  readonly team: string;
  readonly reader: string;
  readonly stand: Stand | null;
  readonly cursor: string | null;
}

export interface PostmortemList {
  /** Newest first. */
  readonly postmortems: readonly Postmortem[];
  /** Hand it back for older ones; null at the end. */
  readonly cursor: string | null;
}

const PAGE = 50;

/**
 * One page of the postmortems that a reader may know of: what all see and what only they do, merged by time. Reads at
 * most 100 documents. Errors: `bad-input` for a cursor of another list.
 */
export async function listPostmortems(
  ctx: Reads,
  { team, reader, stand, cursor }: PostmortemQuery,
): Promise<PostmortemList> {
  const read = (tags: string): Promise<Page<Postmortem>> =>
    ctx.incidents.calls.store.page<Postmortem>({
      shape: postmortemsByTag,
      values: { team, tags },
      limit: PAGE,
      cursor,
    });
  const pages = await Promise.all([read(standTag(stand)), read(readerTag(reader))]);
  // What lies beyond the nearer end of two lists is not known yet.
  const end = pages.flatMap((page) => (page.cursor === null ? [] : page.docs.slice(-1))).sort(newestFirst)[0];
  const rows = pages
    .flatMap(({ docs }) => docs)
    .filter((doc) => fits(doc.data, stand) && (end === undefined || newestFirst(doc, end) <= 0))
    .sort(newestFirst);
  const last = rows.length > PAGE ? rows[PAGE - 1] : end;
  return {
    postmortems: rows.slice(0, PAGE).map(({ data }) => data),
    cursor: last ? encodeCursor(positionOf(postmortemsByTag, last.path, last.data)) : null,
  };
}

/** Of what only they see each state comes: its tag says who may, not what. */
const fits = ({ state }: Postmortem, stand: Stand | null): boolean =>
  stand === null || (stand === 'open' ? isOpen(state) : state === stand);

/** As the index orders: the later first, and of two at one instant the greater path. */
function newestFirst(a: Doc<Postmortem>, b: Doc<Postmortem>): number {
  if (a.data.createdAt !== b.data.createdAt) return b.data.createdAt - a.data.createdAt;
  return a.path === b.path ? 0 : a.path > b.path ? -1 : 1;
}
