import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { traceOf, withTrace } from '../../shared/platform/trace.ts';
import { createApp } from './app.ts';
import type { WebParts } from './parts.ts';

/** The pages as a plain handler: for functions-framework, the laptop's listener and tests alike. Never rejects. */
export function createWeb(parts: WebParts): (req: IncomingMessage, res: ServerResponse) => Promise<void> {
  const app = createApp(parts);
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  return (req, res) =>
    withTrace(traceOf(req.headers.traceparent), async () => {
      await listener(req, res);
    });
}
