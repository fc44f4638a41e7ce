import { latest, type QueryShape } from './shape.ts';

/** What was done by hand, latest first: all of it, to a record, by a person. */
export const auditOfAll: QueryShape = latest('audit', 'at');
export const auditOfRecord: QueryShape = latest('audit', 'at', 'record');
export const auditOfPerson: QueryShape = latest('audit', 'at', 'by');
export const auditOfRecordAndPerson: QueryShape = latest('audit', 'at', 'record', 'by');

export const auditShapes: readonly QueryShape[] = [
  auditOfAll,
  auditOfRecord,
  auditOfPerson,
  auditOfRecordAndPerson,
];
