import { timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { WebEnv } from './env.ts';
import { CSRF_FIELD, formOf } from './html.ts';
import { errorPage } from './pages/error.ts';

/** A form counts only from our own page, with the token of this very session; what was typed is shown again. */
export function csrfGuard(baseUrl: string): MiddlewareHandler<WebEnv> {
  const { origin } = new URL(baseUrl);
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    if (c.req.header('origin') !== origin) return errorPage(c, 403, 'foreign');
    const { visitor } = c.var;
    const form = await formOf(c);
    if (!visitor) return errorPage(c, 401, 'signedOut', form);
    const token = form.find(([name]) => name === CSRF_FIELD)?.[1] ?? '';
    if (!same(token, visitor.csrf)) return errorPage(c, 403, 'expired', form);
    return next();
  };
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
