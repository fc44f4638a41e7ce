import type { MiddlewareHandler } from 'hono';
import { TobanError } from '../../shared/platform/errors.ts';

/** So long may an answer take to begin. What streams goes on after it, as long as Cloud Run allows: an hour. */
export const BEGIN_MS = 30_000;

/**
 * Ends the wait for an answer that does not come, with `unavailable`: Cloud Run would hold the request, and bill it, for as
 * long as the longest download may take.
 */
export const inTime = (most = BEGIN_MS): MiddlewareHandler => {
  return async (_c, next) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      const error = new TobanError('unavailable', 'no answer in time', { reason: 'too-slow' });
      timer = setTimeout(() => reject(error), most);
    });
    try {
      await Promise.race([next(), late]);
    } finally {
      clearTimeout(timer);
    }
  };
};
