import { auditDocument } from '../audit/index.ts';
import type { Locale } from '../language/index.ts';
import type { Store } from '../store/port.ts';
import type { Feed, FeedOf } from './model.ts';
import { hashOf, newSecret } from './secret.ts';

/** Who presses the button. */
export interface FeedMaker {
  readonly user: string;
  readonly name: string;
  readonly locale: Locale;
}

const keyOf = (of: FeedOf): string => (of.kind === 'rota' ? `rota-${of.rota}` : `person-${of.user}`);
const pathOf = (key: string): string => `feeds/${key}`;
const secretPath = (hash: string): string => `feed-secrets/${hash}`;

/** Makes the address, or a new one in place of the old, which is dead at once. The secret is told this one time only. */
export async function makeFeed(store: Store, of: FeedOf, by: FeedMaker, now: number): Promise<string> {
  const secret = newSecret();
  await change(store, of, by, now, hashOf(secret));
  return secret;
}

/** The address is dead, and there is no new one. Safe to repeat. */
export const stopFeed = (store: Store, of: FeedOf, by: FeedMaker, now: number): Promise<void> =>
  change(store, of, by, now, null);

async function change(
  store: Store,
  of: FeedOf,
  { user, name, locale }: FeedMaker,
  now: number,
  hash: string | null,
): Promise<void> {
  await store.transaction(async (tx) => {
    const before = (await tx.get<Feed>(pathOf(keyOf(of))))?.data.hash ?? null;
    if (before === null && hash === null) return;
    const feed: Feed = { of, hash, locale, at: now, by: user, name };
    if (before !== null) tx.delete(secretPath(before));
    if (hash !== null) tx.put(secretPath(hash), { feed: keyOf(of) });
    tx.put(pathOf(keyOf(of)), feed);
    const action = hash === null ? 'feed.stopped' : before === null ? 'feed.made' : 'feed.rotated';
    const entry = auditDocument({
      at: now,
      by: user,
      name,
      action,
      record: pathOf(keyOf(of)),
      target: keyOf(of),
    });
    tx.put(entry.path, entry.data);
  });
}

/** The feed of a rota or a person as it stands; null where none was ever made. */
export const feedOf = async (store: Store, of: FeedOf): Promise<Feed | null> =>
  (await store.get<Feed>(pathOf(keyOf(of))))?.data ?? null;

/** The feed that a secret opens, by two documents; null for any secret that opens none (any more). */
export async function findFeed(store: Store, kind: FeedOf['kind'], secret: string): Promise<Feed | null> {
  const hash = hashOf(secret);
  const found = hash && (await store.get<{ feed: string }>(secretPath(hash)));
  if (!found) return null;
  const feed = (await store.get<Feed>(pathOf(found.data.feed)))?.data;
  return feed && feed.hash === hash && feed.of.kind === kind ? feed : null;
}
