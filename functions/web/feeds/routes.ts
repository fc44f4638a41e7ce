import type { Hono } from 'hono';
import { etag } from 'hono/etag';
import type { WebEnv } from '../env.ts';
import { needs } from '../gate.ts';
import { feedsPage, makeFeedPage, stopFeedAction } from '../pages/feeds.ts';
import type { WebParts } from '../parts.ts';
import { feedRoute } from './serve.ts';

/** For calendars: before anything that looks at cookies, so that nothing of a session is read or set. */
export function feedsForCalendars(app: Hono<WebEnv>, parts: WebParts): void {
  app.get('/feeds/rota/:secret', etag({ weak: true }), feedRoute(parts, 'rota'));
  app.get('/feeds/me/:secret', etag({ weak: true }), feedRoute(parts, 'person'));
}

/** For people. A viewer has shifts of their own, too. */
export function feedsForPeople(app: Hono<WebEnv>, parts: WebParts): void {
  app.get('/feeds', needs('viewer'), feedsPage(parts));
  app.post('/feeds/make', needs('viewer'), makeFeedPage(parts));
  app.post('/feeds/stop', needs('viewer'), stopFeedAction(parts));
}
