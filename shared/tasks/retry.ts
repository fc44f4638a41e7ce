import type { TobanError } from '../platform/errors.ts';
import { LEASE_MS, type Task } from './model.ts';

const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 5 * 60_000;

/** 1 s, 2 s, 4 s … 5 min, by the number of attempts made. */
export function backoff(attempts: number): number {
  return Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(attempts - 1, 20));
}

/**
 * A task after a failed attempt. Only an unknown outcome keeps the lease (and the memory of it): everything else
 * did nothing, so it may be tried again as soon as the other side allows.
 */
export function afterFailure(task: Task, error: TobanError, persistent: boolean, now: number): Task {
  const lastError = { code: error.code, reason: error.reason ?? null, at: now };
  if (error.code === 'unknown-outcome') return { ...task, lastError, dueAt: task.dueAt ?? now + LEASE_MS };
  const earlierIsUnknown = task.attempt !== null && task.attempt.since < task.attempt.at;
  const attempt = earlierIsUnknown ? task.attempt : null;
  const retry = (dueAt: number): Task => ({ ...task, lastError, attempt, dueAt });
  if (error.code === 'rate-limited') return retry(now + (error.retryAfterMs ?? 1_000));
  if (error.retryable) return retry(now + backoff(task.attempts));
  if (persistent) return retry(now + Math.max(60_000, backoff(task.attempts)));
  return { ...task, lastError, attempt: null, dueAt: null, outcome: 'failed', endedAt: now, failedAt: now };
}
