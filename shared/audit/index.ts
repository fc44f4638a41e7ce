export { type AuditEntry, auditDocument, readAudit } from './entry.ts';
