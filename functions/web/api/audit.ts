import { z } from 'zod';
import { listAudit } from '../../../shared/audit/index.ts';
import { cursor, iso, operation, Person, time } from './operation.ts';

const AuditEntry = z
  .object({
    at: time,
    by: Person,
    via: z
      .string()
      .nullable()
      .describe('The name of the token that did it for them; null: they did it themselves.'),
    action: z.string().describe('`<noun>.<verb>`, such as `incident.correct`.'),
    record: z.string().describe('What it was done to.'),
    target: z.string().describe('What of it.'),
  })
  .meta({ id: 'AuditEntry' });

export const readAuditLog = [
  operation({
    id: 'listAudit',
    method: 'GET',
    path: '/audit',
    tag: 'audit',
    summary: { ja: '監査ログ（新しい順、管理者のみ）', en: 'The audit log, latest first; for admins' },
    query: z.strictObject({
      record: z.string().min(1).max(200).optional().describe('Only what was done to one record.'),
      person: z.string().min(1).max(200).optional().describe('A Slack ID: only what they did.'),
      cursor,
    }),
    item: AuditEntry,
    list: true,
    needs: { scope: 'read', role: 'admin' },
    run: async ({ parts, query }) => {
      const { record = null, person = null, cursor = null } = query;
      const page = await listAudit(parts.store, { record, by: person, cursor });
      const items = page.entries.map(({ at, by, name, via, action, record, target }) => ({
        at: iso(at),
        by: { id: by, name },
        via: via ?? null,
        action,
        record,
        target,
      }));
      return { items, cursor: page.cursor };
    },
  }),
];
