import type { Context } from 'hono';
import type { Locale } from '../../../shared/language/index.ts';
import { createKnown } from '../../http/known.ts';
import { createLimit } from '../../http/limit.ts';
import { createStrangers } from '../../http/strangers.ts';
import { addressOf } from '../address.ts';
import type { WebParts } from '../parts.ts';
import { callerOf } from './caller.ts';
import { limitHeaders } from './limit.ts';
import type { Caller } from './operation.ts';
import { Problem } from './problem.ts';

/** Who calls, and what to tell them of their limit. */
export interface Entered {
  readonly caller: Caller;
  readonly headers: Readonly<Record<string, string>>;
}

const tooMany = (seconds: number, headers: Readonly<Record<string, string>> = {}): Problem =>
  new Problem('too-many-requests', null, { headers: { ...headers, 'retry-after': String(seconds) } });

/**
 * The one way in for programs: by a token that is good, not more often than `perMinute`. An address that goes on showing
 * bad ones waits before the store is asked for the next; a token that was good here before is asked for all the same: an
 * office shares one address with the script whose token has expired. Throws `Problem`.
 */
export function createDoor(parts: WebParts, perMinute: number) {
  const tokens = createLimit(perMinute);
  const strangers = createStrangers('api', parts.log);
  const known = createKnown();
  const now = () => parts.realClock.now();
  return async (c: Context, locale: Locale): Promise<Entered> => {
    const address = addressOf(parts, c);
    const shown = c.req.header('authorization') ?? '';
    if (!known.has(shown) && strangers.wait(address, now()) > 0)
      throw tooMany(strangers.tried(address, now()));
    const caller = await callerOf(parts, shown, locale, c.req.raw.signal).catch((error: unknown) => {
      if (error instanceof Problem && error.code === 'unauthorized') {
        known.delete(shown);
        strangers.tried(address, now());
      }
      throw error;
    });
    known.add(shown);
    const allowance = tokens.take(caller.token.id, now());
    const headers = limitHeaders(allowance, perMinute);
    if (!allowance.ok) throw tooMany(allowance.seconds, headers);
    return { caller, headers };
  };
}
