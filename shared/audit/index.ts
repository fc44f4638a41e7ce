export { type AuditEntry, auditDocument, readAudit } from './entry.ts';
export { type AuditList, type AuditQuery, listAudit } from './list.ts';
export { type AuditText, auditText } from './text.ts';
