import type { Context, Hono } from 'hono';
import type { WebParts } from '../parts.ts';

/** Loads the protocol with its first request: no page waits for it after a cold start. */
export function mcpWhenAsked(parts: WebParts): (c: Context) => Promise<Response> {
  let loaded: Promise<Hono> | null = null;
  return async (c) => {
    loaded ??= import('./serve.ts').then(({ createMcp }) => createMcp(parts));
    return (await loaded).fetch(c.req.raw);
  };
}
