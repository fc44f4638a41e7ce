import { latest, type QueryShape } from './shape.ts';

/** Who did what to one record, latest first. */
export const auditOfRecord: QueryShape = latest('audit', 'at', 'record');

const before = (...equal: string[]): QueryShape => ({
  collection: 'audit',
  scope: 'collection',
  where: [...equal.map((field) => ({ field, op: '==' as const })), { field: 'at', op: '<' as const }],
  orderBy: [{ field: 'at', direction: 'desc' }],
});

/** Who did what before an instant, latest first: everything, or narrowed by what the name says. */
export const auditLists = {
  all: before(),
  by: before('by'),
  noun: before('noun'),
  nounBy: before('noun', 'by'),
  record: before('record'),
  recordBy: before('record', 'by'),
} as const;

export const auditShapes: readonly QueryShape[] = [auditOfRecord, ...Object.values(auditLists)];
