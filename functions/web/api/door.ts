import type { Context } from 'hono';
import type { Locale } from '../../../shared/language/index.ts';
import type { WebParts } from '../parts.ts';
import { callerOf } from './caller.ts';
import { createLimit, limitHeaders } from './limit.ts';
import type { Caller } from './operation.ts';
import { Problem } from './problem.ts';

/** Who calls, and what to tell them of their limit. */
export interface Entered {
  readonly caller: Caller;
  readonly headers: Readonly<Record<string, string>>;
}

/** The one way in for programs: by a token that is good, not more often than `perMinute`. Throws `Problem`. */
export function createDoor(parts: WebParts, perMinute: number) {
  const allow = createLimit(perMinute);
  return async (c: Context, locale: Locale): Promise<Entered> => {
    const caller = await callerOf(parts, c.req.header('authorization'), locale, c.req.raw.signal);
    const allowance = allow(caller.token.id, parts.realClock.now());
    const headers = limitHeaders(allowance, perMinute);
    if (!allowance.ok)
      throw new Problem('too-many-requests', null, {
        headers: { ...headers, 'retry-after': String(allowance.seconds) },
      });
    return { caller, headers };
  };
}
