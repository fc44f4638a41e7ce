import type { MiddlewareHandler } from 'hono';

/** No script and no style but our own files; nobody frames us; no other site hears which page somebody came from. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const securityOf = (baseUrl: string): Readonly<Record<string, string>> => ({
  'content-security-policy': POLICY,
  // `same-origin`, not `no-referrer`: with that browsers send `Origin: null` with our own forms.
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  ...(baseUrl.startsWith('https:') && { 'strict-transport-security': 'max-age=31536000' }),
});

export function securityHeaders(baseUrl: string): MiddlewareHandler {
  const headers = securityOf(baseUrl);
  return async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
  };
}

/** One address for all: a cookie set under another name of this server would not be found again. */
export function oneHost(baseUrl: string): MiddlewareHandler {
  const { host, origin } = new URL(baseUrl);
  return async (c, next) => {
    const url = new URL(c.req.url);
    if (url.host !== host && c.req.method === 'GET')
      return c.redirect(`${origin}${url.pathname}${url.search}`, 307);
    return next();
  };
}
