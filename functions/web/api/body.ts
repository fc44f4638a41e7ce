import type { HonoRequest } from 'hono';
import type { z } from 'zod';
import type { Locale } from '../../../shared/language/index.ts';
import { Problem } from './problem.ts';
import { faultsOf } from './request.ts';
import { apiText } from './text.ts';
import { WORDS } from './words.ts';

/** Far more than the longest section of a postmortem, however it is escaped. In bytes. */
const LARGEST_BODY = 2_097_152;

/** The text of a body; refused unless it calls itself JSON, which no form of another site can do. */
export async function bodyText(req: HonoRequest, locale: Locale): Promise<string> {
  const type = req.header('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new Problem('not-json', apiText(locale).notJson);
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of req.raw.body ?? []) {
    size += piece.byteLength;
    // The rest of it is not read: what it came by is of no more use.
    if (size > LARGEST_BODY) throw new Problem('too-large', null, { headers: { connection: 'close' } });
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

/** A body as its operation declares it, each fault with its place. Half characters are read as stores keep them. */
export function readBody<B extends z.ZodObject>(text: string, schema: B, locale: Locale): z.output<B> {
  let said: unknown;
  try {
    said = JSON.parse(text, (_name, value) => (typeof value === 'string' ? value.toWellFormed() : value));
  } catch {
    throw new Problem('bad-request', apiText(locale).bodyUnreadable);
  }
  const read = schema.safeParse(said, { error: WORDS[locale] });
  if (read.success) return read.data;
  throw new Problem('invalid', apiText(locale).bodyWrong, { errors: faultsOf(read.error, '/') });
}
