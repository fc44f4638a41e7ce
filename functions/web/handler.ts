import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { traceOf, withTrace } from '../../shared/platform/trace.ts';
import { API } from './api/respond.ts';
import { createApi } from './api/serve.ts';
import { createApp } from './app.ts';
import type { WebParts } from './parts.ts';

/**
 * The pages and the API as a plain handler: for functions-framework, the laptop's listener and tests alike. Never rejects.
 * Requests and answers are the light ones that `@hono/node-server` puts in the place of the global ones: with those of
 * Node each answer took twice as long.
 */
export function createWeb(parts: WebParts): (req: IncomingMessage, res: ServerResponse) => Promise<void> {
  const pages = getRequestListener(createApp(parts).fetch);
  const api = getRequestListener(createApi(parts).fetch);
  return (req, res) =>
    withTrace(traceOf(req.headers.traceparent), () =>
      req.url?.startsWith(`${API}/`) ? api(req, res) : pages(req, res),
    );
}
