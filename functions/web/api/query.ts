import { z } from 'zod';
import type { Operation } from './operation.ts';

const fields = z
  .string()
  .max(1_000)
  .optional()
  .describe('Fields of the answer, parted by commas. Leave it out for all.');

/** What an operation's address may hold: its own parameters, and which fields are wanted. */
export const queryOf = (one: Operation): z.ZodObject => {
  // A file has no fields to choose from.
  const known = made.get(one) ?? (one.file === undefined ? one.query.extend({ fields }) : one.query);
  made.set(one, known);
  return known;
};

/** A schema is compiled when it first reads: made anew for each request, that would cost more than all the rest. */
const made = new WeakMap<Operation, z.ZodObject>();
