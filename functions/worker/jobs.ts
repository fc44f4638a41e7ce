import { type AdminTokenContext, adminTokenJob } from '../../shared/admin-token/index.ts';
import { type CanaryContext, canaryJob } from '../../shared/canary/index.ts';
import type { Job } from '../../shared/tasks/index.ts';

/** What the jobs' nouns work with. */
export interface Contexts {
  readonly canary: CanaryContext;
  readonly adminToken: AdminTokenContext;
}

/** What comes back by itself, one line a job. A job that the configuration switches off stays here with no schedule. */
export function recurringJobs({ canary, adminToken }: Contexts): readonly Job[] {
  return [canaryJob(canary), adminTokenJob(adminToken)];
}
