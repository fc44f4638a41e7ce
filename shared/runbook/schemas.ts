import { z } from 'zod';

/** `runbooks:` in toban.yaml. */
export const RunbookConfig = z.strictObject({
  /** Where an HTTP step may go: beginnings of addresses. Nowhere else, and never to a private address. */
  urls: z
    .array(
      z.url().regex(/^https:\/\/[^/]+\//, 'must be https and go at least to the first slash behind the host'),
    )
    .default([]),
  /** Environment variables whose secrets an HTTP step may sign with. */
  secrets: z.array(z.string().regex(/^[A-Z][A-Z0-9_]*$/)).default([]),
});
export type RunbookConfig = z.infer<typeof RunbookConfig>;
