import { recordId } from '../platform/ids.ts';
import { auditOfRecord } from '../store/audit-shapes.ts';
import type { Store } from '../store/port.ts';

/** Somebody did something by hand on a page. Never user text, never a secret. */
export interface AuditEntry {
  /** Epoch ms. */
  readonly at: number;
  /** Slack id and name of who did it. */
  readonly by: string;
  readonly name: string;
  /** The name of the program's key with which it did it for them; absent: by themselves. */
  readonly via?: string | undefined;
  /** `<noun>.<verb>` */
  readonly action: string;
  /** The record it was done to, and what of it. */
  readonly record: string;
  readonly target: string;
}

/** As it is kept: with the noun by itself, which lists are narrowed by. */
export interface AuditDocument extends AuditEntry {
  readonly noun: string;
}

/** The document to write in the transaction that does it: the same deed can never stand there twice. */
export function auditDocument(entry: AuditEntry): { readonly path: string; readonly data: AuditDocument } {
  const { at, by, action, target } = entry;
  const noun = action.slice(0, Math.max(0, action.indexOf('.')));
  return { path: `audit/${recordId('aud', action, target, by, String(at))}`, data: { ...entry, noun } };
}

/** What was done by hand to one record, latest first; at most 50. */
export async function readAudit(store: Store, record: string): Promise<readonly AuditEntry[]> {
  const page = await store.page<AuditEntry>({ shape: auditOfRecord, values: { record }, limit: 50 });
  return page.docs.map(({ data }) => data);
}
