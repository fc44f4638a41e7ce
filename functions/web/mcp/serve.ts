import { createMcpHandler } from '@modelcontextprotocol/server';
import { Hono } from 'hono';
import { createDoor } from '../api/door.ts';
import { failureOf } from '../api/failure.ts';
import { PER_MINUTE } from '../api/limit.ts';
import type { Caller } from '../api/operation.ts';
import { Problem } from '../api/problem.ts';
import { problemDocument } from '../api/respond.ts';
import { languageOf } from '../api/serve.ts';
import { inTime } from '../in-time.ts';
import type { WebParts } from '../parts.ts';
import { serverFor } from './server.ts';

/** Far more than a call of a tool says, in bytes. */
const LARGEST = 262_144;

/**
 * The Model Context Protocol over streamable HTTP, without sessions: each request brings its token and is answered by a
 * server of its own. No stream is held open: nothing is told unasked.
 */
export function createMcp(parts: WebParts, perMinute = PER_MINUTE): Hono {
  const { origin } = new URL(parts.baseUrl);
  const app = new Hono();
  app.use(inTime());
  const enter = createDoor(parts, perMinute);
  const localeFor = (c: Parameters<typeof languageOf>[0]) => languageOf(c, parts.config.workspace.locale);
  const handler = createMcpHandler(({ authInfo }) => serverFor(parts, authInfo?.extra?.caller as Caller), {
    maxSubscriptions: 0,
    maxRequestBodySize: LARGEST,
    onerror: ({ name }) => parts.log.warn('mcp-refused', { reason: name }),
  });
  app.all('*', async (c) => {
    // A page of another site that reaches this address by the visitor's browser (the protocol's own rule).
    const from = c.req.header('origin');
    if (from !== undefined && from !== origin) throw new Problem('forbidden', 'Origin');
    const { caller, headers } = await enter(c, localeFor(c));
    const { id, scopes } = caller.token;
    // The token itself goes no further than this.
    const authInfo = { token: id, clientId: id, scopes: [...scopes], extra: { caller } };
    const answer = await handler.fetch(c.req.raw, { authInfo });
    for (const [name, value] of Object.entries({ ...headers, 'cache-control': 'no-store' }))
      answer.headers.set(name, value);
    return answer;
  });
  app.onError((error, c) => {
    const problem = failureOf(parts.log, 'mcp-failed', { method: c.req.method }, error);
    return problemDocument(c, problem, localeFor(c), parts.baseUrl);
  });
  return app;
}
