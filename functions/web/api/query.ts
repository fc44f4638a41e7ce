import { z } from 'zod';
import type { Operation } from './operation.ts';

const fields = z
  .string()
  .max(1_000)
  .optional()
  .describe('Fields of the answer, parted by commas. Leave it out for all.');

/** What an operation's address may hold: its own parameters, and which fields are wanted. */
export const queryOf = (one: Operation): z.ZodObject => one.query.extend({ fields });
