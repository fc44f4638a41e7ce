import type { MiddlewareHandler } from 'hono';
import { type Locale, localeOf } from '../../shared/language/index.ts';
import type { Cookies } from './cookies.ts';
import type { WebEnv } from './env.ts';

const COOKIE = 'language';
const YEAR_MS = 365 * 86_400_000;

/** What the visitor chose (`?lang=en` once, then a cookie), else their browser's language, else the workspace's. */
export function language(workspace: Locale, cookies: Cookies): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const url = new URL(c.req.url);
    const chosen = url.searchParams.get('lang');
    if ((chosen === 'ja' || chosen === 'en') && c.req.method === 'GET') {
      cookies.set(c, COOKIE, chosen, YEAR_MS);
      url.searchParams.delete('lang');
      return c.redirect(`${url.pathname}${url.search}`, 303);
    }
    const kept = cookies.get(c, COOKIE);
    const browser = c.req.header('accept-language')?.split(/[,;]/, 1)[0]?.trim();
    c.set(
      'locale',
      kept === 'ja' || kept === 'en' ? kept : localeOf(browser === '*' ? null : browser, workspace),
    );
    return next();
  };
}
