import * as z from 'zod/mini';
import type { HttpAnswer } from './http-answer.ts';
import type { RotaPeek } from './rota-peek.ts';

const SheetFault = z.object({ kind: z.nullable(z.string()) });

export interface SceneParts {
  readonly peek: RotaPeek;
  readonly sheetsUrl: string | null;
}

/** What the page alone asks for: whom the rota names, and a fault of the spreadsheet, which lives at another address. */
export async function sceneAnswer(
  { peek, sheetsUrl }: SceneParts,
  method: string,
  path: string,
  body: string,
): Promise<HttpAnswer | null> {
  if (method === 'GET' && path === '/scene') return json(200, await peek.look());
  if (method !== 'POST' || path !== '/scene/sheet-fault') return null;
  if (!sheetsUrl) return json(409, { error: 'the spreadsheet is not simulated' });
  const parsed = SheetFault.safeParse(parse(body));
  if (!parsed.success) return json(400, { error: 'send {"kind":"unavailable"}, or null to mend' });
  return setFault(sheetsUrl, parsed.data.kind);
}

/** One at a time: a fault chosen replaces the one before. */
async function setFault(sheetsUrl: string, kind: string | null): Promise<HttpAnswer> {
  const url = `${sheetsUrl}/control/faults`;
  const cleared = await fetch(url, { method: 'DELETE' });
  if (kind === null || !cleared.ok) return pass(cleared);
  const headers = { 'content-type': 'application/json' };
  return pass(await fetch(url, { method: 'POST', headers, body: JSON.stringify({ kind }) }));
}

const pass = async (answer: Response): Promise<HttpAnswer> => ({
  status: answer.status,
  body: await answer.text(),
  headers: { 'content-type': 'application/json' },
});

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

const json = (status: number, value: object): HttpAnswer => ({
  status,
  body: JSON.stringify(value),
  headers: { 'content-type': 'application/json' },
});
