import { auditLists } from '../store/audit-shapes.ts';
import { cursorAfter } from '../store/merge-pages.ts';
import type { Page, Store } from '../store/port.ts';
import type { QueryShape } from '../store/shape.ts';
import type { AuditDocument, AuditEntry } from './entry.ts';

/** What the audit is asked for; absent or null: not narrowed by that. */
export interface AuditQuery {
  readonly record?: string | null;
  /** Slack id. */
  readonly by?: string | null;
  /** A part of a name. */
  readonly name?: string | null;
  /** As the action begins: `incident`, `api-token`. Not beside `record`. */
  readonly noun?: string | null;
  /** Done at or after this, and before that; epoch ms. */
  readonly from?: number | null;
  readonly to?: number | null;
  readonly cursor: string | null;
}

export interface AuditList {
  /** Latest first. */
  readonly entries: readonly AuditEntry[];
  /** Hand it back for older ones; null at the end. */
  readonly cursor: string | null;
  /** Set where a name was looked for and the search stopped before its end: it came as far back as this. */
  readonly searchedTo: number | null;
}

const PAGE = 50;
/** A name is looked for among so many entries for one page; everything else is answered by an index. */
const SEARCHED = 500;

/** One page of what was done by hand; `size`: 1 to 500. Errors: `bad-input` for a cursor of another list. */
export async function listAudit(store: Store, query: AuditQuery, size = PAGE): Promise<AuditList> {
  const { from = null, to, cursor, name = null } = query;
  const { shape, equal } = listOf(query);
  const page: Page<AuditDocument> = await store.page<AuditDocument>({
    shape,
    values: { ...equal, at: to ?? Number.MAX_SAFE_INTEGER },
    limit: name === null ? size : SEARCHED,
    cursor,
  });
  const within = page.docs.filter(({ data }) => from === null || data.at >= from);
  const over = within.length < page.docs.length || page.cursor === null;
  const rows = name === null ? within : within.filter(({ data }) => fold(data.name).includes(fold(name)));
  const shown = rows.slice(0, size);
  const entries = shown.map(({ data }) => data);
  const last = shown.at(-1);
  if (last && rows.length > size) return { entries, cursor: cursorAfter(shape, last), searchedTo: null };
  if (over) return { entries, cursor: null, searchedTo: null };
  const looked = page.docs.at(-1)?.data.at ?? null;
  return { entries, cursor: page.cursor, searchedTo: name === null ? null : looked };
}

function listOf({ record = null, by = null, noun = null }: AuditQuery): {
  readonly shape: QueryShape;
  readonly equal: Readonly<Record<string, string>>;
} {
  const byWhom = by === null ? {} : { by };
  if (record !== null)
    return { shape: auditLists[by === null ? 'record' : 'recordBy'], equal: { record, ...byWhom } };
  if (noun !== null)
    return { shape: auditLists[by === null ? 'noun' : 'nounBy'], equal: { noun, ...byWhom } };
  return { shape: auditLists[by === null ? 'all' : 'by'], equal: byWhom };
}

/** Width and case are one; spaces within names are none. */
const fold = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
