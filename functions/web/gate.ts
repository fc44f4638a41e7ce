import type { MiddlewareHandler } from 'hono';
import { allows, type Role } from '../../shared/access/index.ts';
import type { WebEnv } from './env.ts';
import { errorPage } from './pages/error.ts';

/** Lets in who may: others sign in first, or read what they lack. A form sent by somebody signed out never gets here. */
export function needs(role: Role): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const { visitor } = c.var;
    if (!visitor) {
      const { pathname, search } = new URL(c.req.url);
      return c.redirect(`/sign-in?to=${encodeURIComponent(pathname + search)}`, 303);
    }
    if (!allows(visitor.role, role)) return errorPage(c, 403, 'notAllowed');
    return next();
  };
}
