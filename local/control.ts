import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod/mini';
import { type Answer, send } from '../functions/http/answer.ts';
import { readBody } from '../functions/http/body.ts';
import { durationMs } from './time-travel.ts';

const Advance = z.object({ advance: z.string() });

export interface ControlParts {
  readonly now: () => number;
  readonly advance: (ms: number) => Promise<void>;
}

/** `/local/clock`: GET tells the business time, POST `{"advance":"PT5M"}` moves it. Exists on the laptop only. */
export function createControl(
  parts: ControlParts,
): (req: IncomingMessage, res: ServerResponse) => Promise<void> {
  let moving: Promise<unknown> = Promise.resolve();
  return async (req, res) => {
    if (req.url !== '/clock') return send(res, { status: 404, text: 'not-found' });
    if (req.method === 'GET') return send(res, nowAnswer(parts));
    const body = await readBody(req, 10_000);
    const ms = parseAdvance(body);
    if (ms === null) {
      return send(res, {
        status: 400,
        json: { error: 'send {"advance":"PT5M"}: a positive ISO 8601 duration' },
      });
    }
    // One journey at a time: two at once would visit instants out of order.
    const journey = moving.then(() => parts.advance(ms));
    moving = journey.catch(() => undefined);
    try {
      await journey;
      send(res, nowAnswer(parts));
    } catch (error) {
      send(res, { status: 500, json: { error: error instanceof Error ? error.message : String(error) } });
    }
  };
}

const nowAnswer = (parts: ControlParts): Answer => ({
  status: 200,
  json: { now: new Date(parts.now()).toISOString() },
});

function parseAdvance(body: Buffer | null): number | null {
  try {
    const parsed = Advance.safeParse(JSON.parse(body?.toString() ?? ''));
    return parsed.success ? durationMs(parsed.data.advance) : null;
  } catch {
    return null;
  }
}
