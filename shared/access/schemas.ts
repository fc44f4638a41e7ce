import { z } from 'zod';

const person = z.string().regex(/^[UW][A-Z0-9]{2,}$/, 'must be a Slack member ID such as U0123ABCD');

/** `web:` in toban.yaml: who may do more, or less, on the pages than Slack's own roles say. */
export const WebConfig = z.strictObject({
  admins: z.array(person).default([]),
  editors: z.array(person).default([]),
  viewers: z.array(person).default([]),
});
export type WebConfig = z.infer<typeof WebConfig>;
