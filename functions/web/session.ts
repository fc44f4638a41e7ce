import { randomBytes } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { z } from 'zod';
import { type Role, roleOf, roles } from '../../shared/access/index.ts';
import type { Cookies } from './cookies.ts';
import type { Visitor, WebContext, WebEnv } from './env.ts';
import type { WebParts } from './parts.ts';
import type { Sealer } from './seal.ts';

const DAY_MS = 86_400_000;
const LIFETIME_MS = 14 * DAY_MS;
/** A request with a session older than this gets a new one: who comes every week never signs in again. */
const RENEW_MS = DAY_MS;
const COOKIE = 'session';

const Kept = z.object({
  sub: z.string(),
  team: z.string(),
  name: z.string(),
  role: z.enum(roles),
  csrf: z.string().min(1),
  iat: z.number(),
});

export interface Sessions {
  begin(c: WebContext, who: Omit<Visitor, 'csrf'>): Promise<void>;
  end(c: WebContext): void;
  /** Puts the visitor into the context. */
  readonly middleware: MiddlewareHandler<WebEnv>;
}

export function createSessions(parts: WebParts, sealer: Sealer, cookies: Cookies): Sessions {
  const { people, config, realClock } = parts;

  async function keep(c: WebContext, { user, ...rest }: Visitor): Promise<void> {
    cookies.set(c, COOKIE, await sealer.seal(COOKIE, { sub: user, ...rest }, LIFETIME_MS), LIFETIME_MS);
  }

  /** What Slack and toban.yaml say now; while Slack cannot be asked, what they said at the sign-in. */
  async function roleNow(user: string, atSignIn: Role, signal: AbortSignal): Promise<Role | null> {
    const person = await people.find(user, signal);
    return person ? roleOf(person, config.web) : atSignIn;
  }

  return {
    begin: (c, who) => keep(c, { ...who, csrf: randomBytes(24).toString('base64url') }),
    end: (c) => cookies.drop(c, COOKIE),
    middleware: async (c, next) => {
      c.set('visitor', null);
      const sealed = cookies.get(c, COOKIE);
      const kept = sealed ? Kept.safeParse(await sealer.open(COOKIE, sealed)) : null;
      if (kept?.success) {
        const { sub: user, team, name, csrf, iat } = kept.data;
        const role = await roleNow(user, kept.data.role, c.req.raw.signal);
        const visitor = role && { user, team, name, role, csrf };
        c.set('visitor', visitor);
        if (!visitor) cookies.drop(c, COOKIE);
        else if (realClock.now() - iat * 1_000 > RENEW_MS) await keep(c, visitor);
      }
      await next();
    },
  };
}
