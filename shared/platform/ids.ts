import { hash, randomBytes, randomUUID } from 'node:crypto';

/**
 * Id of a record, derived from what caused it, so that the same cause can never make two.
 * `recordId('esc', team, channel, ts)` → `esc_3f9a…` (prefix, then 128 bits in hex).
 */
export function recordId(prefix: string, ...cause: readonly string[]): string {
  return `${prefix}_${hash('sha256', JSON.stringify(cause)).slice(0, 32)}`;
}

/** 128 random bits in hex, for what nobody may guess. */
export function randomNonce(): string {
  return randomBytes(16).toString('hex');
}

/** A token that nobody else holds: it names one attempt at a task. */
export function attemptToken(): string {
  return randomUUID();
}
