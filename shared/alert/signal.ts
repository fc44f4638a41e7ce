import * as z from 'zod/mini';

const line = (most: number) => z.string().check(z.minLength(1), z.maxLength(most));

/**
 * One alert firing or ending, whoever sent it, as it travels on the bus. `key` names it for its source: the same key
 * is the same alert. `group`: what its source calls the kind of alert; a card is shown for each, not for each key.
 */
export const Signal = z.object({
  source: z.string().check(z.regex(/^[a-z0-9-]{1,30}$/)),
  key: line(300),
  group: z.nullable(line(200)),
  state: z.enum(['open', 'closed']),
  title: line(300),
  /** Id of a service in toban.yaml, where the source knows it. */
  service: z.nullable(line(60)),
  url: z.nullable(line(2_000)),
  /** How many times faster than allowed an error budget is being spent. */
  burnRate: z.nullable(z.number()),
  labels: z.record(z.string(), z.string()),
  /** When it began (`open`) or ended (`closed`); epoch ms. */
  at: z.number(),
});
export type Signal = z.infer<typeof Signal>;

const MOST_LABELS = 30;

/** At most `most` UTF-16 units, which is never more than a signal may hold, without cutting a character in two. */
export const within = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');

/** Cut to what a signal may hold; an empty text is none. */
export const cut = (text: unknown, most: number): string | null => {
  const clean = typeof text === 'string' ? text.replace(/\s+/g, ' ').trim() : '';
  return clean === '' ? null : within(clean, most);
};

export const labelsOf = (labels: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries((labels as Record<string, unknown> | null) ?? {})
      .filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value))
      .slice(0, MOST_LABELS)
      .map(([name, value]) => [within(name, 100), within(String(value), 300)]),
  );

/** Only what a browser may open. */
export const urlOf = (url: unknown): string | null =>
  typeof url === 'string' && /^https?:\/\/\S+$/.test(url) && url.length <= 2_000 ? url : null;
