import type { Postmortem, State } from './model.ts';

/** `open`: neither published nor archived. */
export const STANDS = ['open', 'draft', 'ready', 'published', 'archived'] as const;
export type Stand = (typeof STANDS)[number];
export const isStand = (text: string): text is Stand => (STANDS as readonly string[]).includes(text);

export const standTag = (stand: Stand | null): string => `s:${stand ?? ''}`;
export const readerTag = (user: string): string => `u:${user}`;

export const isOpen = (state: State): boolean => state === 'draft' || state === 'ready';

/** What a postmortem is found by: a private one only by its readers, every other by its state. */
export function tagsOf({ private: secret, readers, state }: Postmortem): readonly string[] {
  if (secret) return readers.map(readerTag);
  return [standTag(null), standTag(state), ...(isOpen(state) ? [standTag('open')] : [])];
}
