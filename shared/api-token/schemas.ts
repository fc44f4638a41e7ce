import { z } from 'zod';
import { roles } from '../access/index.ts';
import { CHOSEN_SCOPES } from './model.ts';

const ServiceAccount = z.strictObject({
  /** As Google names it in the ID token. */
  email: z.email().transform((email) => email.toLowerCase()),
  /** What people call it in histories; the first part of its address, where it is left out. */
  name: z.string().min(1).max(80).optional(),
  role: z.enum(roles).default('viewer'),
  /** What it may do besides reading. */
  scopes: z.array(z.enum(CHOSEN_SCOPES)).default([]),
});
export type ServiceAccount = z.infer<typeof ServiceAccount>;

/** `api:` in toban.yaml: services of Google Cloud that come with an ID token instead of a token of ours. */
export const ApiConfig = z.strictObject({ serviceAccounts: z.array(ServiceAccount).default([]) });
export type ApiConfig = z.infer<typeof ApiConfig>;
