import { type ActionItemContext, reminderJob } from '../../shared/action-item/index.ts';
import { type AdminTokenContext, adminTokenJob } from '../../shared/admin-token/index.ts';
import { type CanaryContext, canaryJob } from '../../shared/canary/index.ts';
import { type DigestContext, digestJobs } from '../../shared/digest/index.ts';
import { type WorkLookContext, workLookJob } from '../../shared/doctor/index.ts';
import { rollUpJob } from '../../shared/insights/index.ts';
import { type RetentionContext, retentionJob } from '../../shared/retention/index.ts';
import type { Job } from '../../shared/tasks/index.ts';
import { type WebhookContext, webhookLogJob } from '../../shared/webhook/index.ts';

/** What the jobs' nouns work with. */
export interface Contexts {
  readonly canary: CanaryContext;
  readonly adminToken: AdminTokenContext;
  readonly actionItem: ActionItemContext;
  readonly digest: DigestContext;
  readonly webhook: WebhookContext;
  readonly retention: RetentionContext;
  readonly workLook: WorkLookContext;
}

/** What comes back by itself, one line a job. A job that the configuration switches off stays here with no schedule. */
export function recurringJobs({
  canary,
  adminToken,
  actionItem,
  digest,
  webhook,
  retention,
  workLook,
}: Contexts): readonly Job[] {
  return [
    canaryJob(canary),
    adminTokenJob(adminToken),
    reminderJob(actionItem),
    rollUpJob(digest),
    webhookLogJob(webhook, retention.config.webhookDeliveries),
    retentionJob(retention),
    workLookJob(workLook),
    ...digestJobs(digest),
  ];
}
