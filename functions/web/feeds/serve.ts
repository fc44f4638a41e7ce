import type { Context, MiddlewareHandler } from 'hono';
import { type Feed, type FeedOf, findFeed, readFeed } from '../../../shared/feed/index.ts';
import { isTobanError } from '../../../shared/platform/errors.ts';
import { createKnown } from '../../http/known.ts';
import { createStrangers } from '../../http/strangers.ts';
import { addressOf } from '../address.ts';
import type { WebParts } from '../parts.ts';

/** A calendar that asks more often gets the same again, without a look at the rotas. */
const KEEP_MS = 60_000;
const KEEP_MOST = 500;

/**
 * `/feeds/rota/<secret>.ics`, `/feeds/me/<secret>.ics`: for calendars, which cannot sign in. A secret that opens
 * nothing (any more), one of the other kind and nonsense are all the same 404, and too many of them make the address wait,
 * but for those that were good here before. Each request reads two documents to see that the secret is still good; the
 * rotas are read once a minute for each feed, from the kept copies.
 */
export function feedRoute(parts: WebParts, kind: FeedOf['kind']): MiddlewareHandler {
  const { store, clock, log, config, people } = parts;
  const strangers = createStrangers('feeds', log);
  const known = createKnown();
  const kept = new Map<string, { readonly text: Promise<string | null>; readonly until: number }>();

  function calendarOf(feed: Feed): Promise<string | null> {
    const key = feed.hash ?? '';
    const now = clock.now();
    const hit = kept.get(key);
    if (hit && hit.until > now) return hit.text;
    if (kept.size >= KEEP_MOST) kept.clear();
    const text = readFeed(store, config.rotas, config.workspace.timezone, feed, now);
    kept.set(key, { text, until: now + KEEP_MS });
    text.catch(() => kept.delete(key));
    return text;
  }

  /** Whoever has left the workspace has no duty to look up here. While Slack cannot say, the feed goes on. */
  async function mayStill({ of }: Feed, signal: AbortSignal): Promise<boolean> {
    return of.kind === 'rota' || !(await people.find(of.user, signal))?.deactivated;
  }

  return async (c) => {
    const secret = (c.req.param('secret') ?? '').replace(/\.ics$/, '');
    const [address, real] = [addressOf(parts, c), parts.realClock.now()];
    if (!known.has(secret) && strangers.wait(address, real) > 0)
      return tooMany(c, strangers.tried(address, real));
    try {
      const feed = await findFeed(store, kind, secret);
      const text = feed && (await mayStill(feed, c.req.raw.signal)) ? await calendarOf(feed) : null;
      if (text === null) {
        known.delete(secret);
        strangers.tried(address, real);
        return c.text('not-found', 404, { 'cache-control': 'no-store' });
      }
      known.add(secret);
      return c.body(text, 200, {
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': 'inline; filename="toban.ics"',
        'cache-control': 'private, no-cache',
        'x-robots-tag': 'noindex',
      });
    } catch (error) {
      // Here, not in the pages' own place for failures: that one writes the address, which holds the secret.
      log.error('feed-failed', { kind, code: isTobanError(error) ? error.code : 'bug' });
      return c.text('unavailable', 503, { 'retry-after': '300', 'cache-control': 'no-store' });
    }
  };
}

const tooMany = (c: Context, seconds: number): Response =>
  c.text('too-many-requests', 429, { 'retry-after': String(seconds), 'cache-control': 'no-store' });
