import type { Escalation } from '../escalation/index.ts';
import { encodeCursor } from '../store/cursor.ts';
import { positionOf } from '../store/field.ts';
import type { Doc, Page, Query, Store } from '../store/port.ts';
import { calls, callsBefore } from '../store/shapes.ts';
import { listFailedCalls } from './list-failed.ts';
import { matcher } from './match.ts';
import type { CallList, CallQuery, CallRow } from './model.ts';

const PAGE = 25;
/** A search reads at most so many calls for one page; the page says how far it came. */
const SEARCHED = 200;

/** One page of calls, latest first. Reads at most 200 documents. Errors: `bad-input` for a cursor of another list. */
export async function listCalls(store: Store, query: CallQuery): Promise<CallList> {
  if (query.filter === 'failed') return listFailedCalls(store, query);
  const base = queryFor(query);
  const fits = matcher(query);
  if (!fits) {
    const page = since(await store.page<Escalation>({ ...base, limit: PAGE, cursor: query.cursor }), query);
    return { rows: page.docs.map(rowOf), cursor: page.cursor, searchedTo: null };
  }
  const page = since(await store.page<Escalation>({ ...base, limit: SEARCHED, cursor: query.cursor }), query);
  const found: Doc<Escalation>[] = [];
  for (const doc of page.docs) {
    if (fits(doc)) found.push(doc);
    if (found.length < PAGE) continue;
    const rest = doc !== page.docs.at(-1) || page.cursor !== null;
    const cursor = rest ? encodeCursor(positionOf(base.shape, doc.path, doc.data)) : null;
    return { rows: found.map(rowOf), cursor, searchedTo: null };
  }
  const searchedTo = page.cursor === null ? null : (page.docs.at(-1)?.data.receivedAt ?? null);
  return { rows: found.map(rowOf), cursor: page.cursor, searchedTo };
}

/** Latest first: the first one that is too old ends the list. */
function since(page: Page<Escalation>, { from }: CallQuery): Page<Escalation> {
  const end = from === null ? -1 : page.docs.findIndex(({ data }) => data.receivedAt < from);
  return end < 0 ? page : { docs: page.docs.slice(0, end), cursor: null };
}

const rowOf = ({ id, data }: Doc<Escalation>): CallRow => ({ id, call: data, failed: 0 });

function queryFor(query: CallQuery): Pick<Query, 'shape' | 'values'> {
  const { of, values } = listFor(query);
  return query.to === null
    ? { shape: calls[of], values }
    : { shape: callsBefore[of], values: { ...values, receivedAt: query.to } };
}

function listFor({ filter, rota }: CallQuery): {
  readonly of: keyof typeof calls;
  readonly values: Query['values'];
} {
  if (filter === 'late') {
    return rota ? { of: 'rotaLate', values: { rota, late: true } } : { of: 'late', values: { late: true } };
  }
  if (filter === 'open' || filter === 'acknowledged') {
    return rota
      ? { of: 'rotaStatus', values: { rota, status: filter } }
      : { of: 'status', values: { status: filter } };
  }
  return rota ? { of: 'rota', values: { rota } } : { of: 'all', values: {} };
}
