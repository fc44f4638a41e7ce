import type { Job } from '../../shared/tasks/index.ts';
import type { Parts } from './parts.ts';

/** What comes back by itself, one line a job. A job that the configuration switches off stays here with no schedule. */
export function recurringJobs(_parts: Parts): readonly Job[] {
  return [];
}
