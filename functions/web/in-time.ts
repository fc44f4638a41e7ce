import type { MiddlewareHandler } from 'hono';
import { TobanError } from '../../shared/platform/errors.ts';

/** So long may an answer take to begin. What streams goes on after it, as long as Cloud Run allows: an hour. */
export const BEGIN_MS = 30_000;

/** And so long where a file has to come first, of more than `LARGE` bytes: 20 MB over a slow line. */
export const UPLOAD_MS = 300_000;
const LARGE = 1_048_576;

/**
 * Ends the wait for an answer that does not come, with `unavailable`: Cloud Run would hold the request, and bill it, for as
 * long as the longest download may take.
 */
export const inTime = (most = BEGIN_MS): MiddlewareHandler => {
  return async (c, next) => {
    const patience = Number(c.req.header('content-length') ?? 0) > LARGE ? UPLOAD_MS : most;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      const error = new TobanError('unavailable', 'no answer in time', { reason: 'too-slow' });
      timer = setTimeout(() => reject(error), patience);
    });
    try {
      await Promise.race([next(), late]);
    } finally {
      clearTimeout(timer);
    }
  };
};
