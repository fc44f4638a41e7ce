export { type AuditEntry, auditDocument, readAudit } from './entry.ts';
export { type AuditList, type AuditQuery, listAudit } from './list.ts';
