import { z } from 'zod';
import { TobanError } from '../platform/errors.ts';

/** Where a page ended: the values its last document was ordered by, and its path, which breaks ties. */
export interface CursorPosition {
  readonly values: readonly Json[];
  readonly path: string;
}

export type Json = z.infer<typeof json>;

const json = z.json();
const position = z.object({ values: z.array(json), path: z.string() });

export function encodeCursor(at: CursorPosition): string {
  return Buffer.from(JSON.stringify({ values: at.values, path: at.path })).toString('base64url');
}

/** Errors: `bad-input` for text that no page has handed out. */
export function decodeCursor(text: string): CursorPosition {
  try {
    return position.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch (cause) {
    throw new TobanError('bad-input', 'this cursor cannot be read', { cause });
  }
}
