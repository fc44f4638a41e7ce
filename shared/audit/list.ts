import { auditOfAll, auditOfPerson, auditOfRecord, auditOfRecordAndPerson } from '../store/audit-shapes.ts';
import type { Page, Store } from '../store/port.ts';
import type { AuditEntry } from './entry.ts';

export interface AuditQuery {
  /** Null: not narrowed. */
  readonly record: string | null;
  /** Slack id. */
  readonly by: string | null;
  readonly cursor: string | null;
}

export interface AuditList {
  /** Latest first. */
  readonly entries: readonly AuditEntry[];
  /** Hand it back for older ones; null at the end. */
  readonly cursor: string | null;
}

const PAGE = 50;

/** One page of everything that was done by hand. Errors: `bad-input` for a cursor of another list. */
export async function listAudit(store: Store, { record, by, cursor }: AuditQuery): Promise<AuditList> {
  const values = { ...(record !== null && { record }), ...(by !== null && { by }) };
  const page: Page<AuditEntry> = await store.page({
    shape: shapeFor(record, by),
    values,
    limit: PAGE,
    cursor,
  });
  return { entries: page.docs.map(({ data }) => data), cursor: page.cursor };
}

function shapeFor(record: string | null, by: string | null) {
  if (record === null) return by === null ? auditOfAll : auditOfPerson;
  return by === null ? auditOfRecord : auditOfRecordAndPerson;
}
