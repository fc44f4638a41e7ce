import { cursorAfter, lastShown, mergePages, orderBy } from '../store/merge-pages.ts';
import type { Page } from '../store/port.ts';
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
const NEWEST_FIRST = orderBy<Postmortem>(({ createdAt }) => createdAt, -1);

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
  const { docs, end } = mergePages(pages, NEWEST_FIRST);
  const rows = docs.filter(({ data }) => fits(data, stand));
  const last = lastShown(rows, end, PAGE);
  return {
    postmortems: rows.slice(0, PAGE).map(({ data }) => data),
    cursor: last ? cursorAfter(postmortemsByTag, last) : null,
  };
}

/** Of what only they see each state comes: its tag says who may, not what. */
const fits = ({ state }: Postmortem, stand: Stand | null): boolean =>
  stand === null || (stand === 'open' ? isOpen(state) : state === stand);
