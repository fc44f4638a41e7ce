import { isTobanError } from '../platform/errors.ts';

/** Slack's or Google's own code for what went wrong, else ours: safe to show. What is a bug of ours is thrown on. */
export function codeOf(error: unknown): string {
  if (!isTobanError(error) || error.code === 'bug') throw error;
  return error.reason ?? error.code;
}
