import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { roleOf } from '../../../shared/access/index.ts';
import { isTobanError, TobanError } from '../../../shared/platform/errors.ts';
import { createStrangers } from '../../http/strangers.ts';
import { addressOf } from '../address.ts';
import type { Cookies } from '../cookies.ts';
import type { Page, WebContext } from '../env.ts';
import { errorPage } from '../pages/error.ts';
import type { WebParts } from '../parts.ts';
import type { Sealer } from '../seal.ts';
import type { Sessions } from '../session.ts';
import { localPath } from './return-to.ts';

/** As long as Slack's code lives. */
const LIFETIME_MS = 10 * 60_000;
const COOKIE = 'sign-in';

const Begun = z.object({ state: z.string().min(1), nonce: z.string().min(1), to: z.string() });

export interface SignInRoutes {
  readonly start: Page;
  readonly callback: Page;
  readonly signOut: Page;
}

export function signInRoutes(
  parts: WebParts,
  sealer: Sealer,
  cookies: Cookies,
  sessions: Sessions,
): SignInRoutes {
  const redirectUri = `${parts.baseUrl}/sign-in/callback`;
  const random = () => randomBytes(24).toString('base64url');
  const strangers = createStrangers('sign-in', parts.log);
  /** The page that says to wait; null where this address may go on. */
  const toWait = (c: WebContext) => {
    const seconds = strangers.tried(addressOf(parts, c), parts.realClock.now());
    if (seconds > 0) c.header('retry-after', String(seconds));
    return seconds > 0 ? errorPage(c, 429, 'tooMany') : null;
  };
  return {
    /** Sends the browser to Slack; what must come back is kept in a cookie of its own. */
    async start(c) {
      const wait = toWait(c);
      if (wait) return wait;
      const begun = { state: random(), nonce: random(), to: localPath(c.req.query('to')) };
      cookies.set(c, COOKIE, await sealer.seal(COOKIE, begun, LIFETIME_MS), LIFETIME_MS);
      return c.redirect(parts.signIn.authorizeUrl({ ...begun, redirectUri }), 303);
    },
    async callback(c) {
      const wait = toWait(c);
      if (wait) return wait;
      const { code, state, error } = c.req.query();
      const sealed = cookies.get(c, COOKIE);
      const begun = Begun.safeParse(sealed ? await sealer.open(COOKIE, sealed) : null);
      cookies.drop(c, COOKIE);
      if (!begun.success || begun.data.state !== state) return refuse('state');
      if (error) return errorPage(c, 401, 'signInCancelled');
      if (!code) return refuse('no-code');
      try {
        const { nonce } = begun.data;
        const identity = await parts.signIn.exchange({ code, nonce, redirectUri }, c.req.raw.signal);
        const person = await parts.people.find(identity.user, c.req.raw.signal);
        if (!person) throw new TobanError('unavailable', 'Slack does not say who signs in');
        const role = roleOf(person, parts.config.web);
        if (role === null) {
          parts.log.warn('sign-in-refused', { user: identity.user, reason: 'no-access' });
          return errorPage(c, 403, 'noAccess');
        }
        await sessions.begin(c, { user: identity.user, team: identity.team, name: person.name, role });
        parts.log.info('signed-in', { user: identity.user, role });
        return c.redirect(begun.data.to, 303);
      } catch (failure) {
        if (isTobanError(failure, 'unauthorized')) return refuse(failure.reason ?? 'unauthorized');
        throw failure;
      }

      function refuse(reason: string) {
        parts.log.warn('sign-in-refused', { reason });
        return errorPage(c, 401, 'signInFailed');
      }
    },
    signOut(c) {
      sessions.end(c);
      return c.redirect('/sign-in', 303);
    },
  };
}
