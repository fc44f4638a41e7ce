import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

/** Cookies of ours: never readable by scripts, `__Host-` and Secure wherever the address is https. */
export interface Cookies {
  get(c: Context, name: string): string | undefined;
  set(c: Context, name: string, value: string, lifetimeMs: number): void;
  drop(c: Context, name: string): void;
}

export function createCookies(baseUrl: string): Cookies {
  const secure = baseUrl.startsWith('https:');
  const fixed = { path: '/', httpOnly: true, sameSite: 'Lax', secure } as const;
  const options = secure ? ({ ...fixed, prefix: 'host' } as const) : fixed;
  const full = (name: string) => `toban-${name}`;
  return {
    get: (c, name) => (secure ? getCookie(c, full(name), 'host') : getCookie(c, full(name))),
    set: (c, name, value, lifetimeMs) =>
      setCookie(c, full(name), value, { ...options, maxAge: Math.floor(lifetimeMs / 1_000) }),
    drop: (c, name) => {
      deleteCookie(c, full(name), options);
    },
  };
}
