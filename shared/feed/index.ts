export { calendarText } from './calendar.ts';
export { eventsOf } from './events.ts';
export { type FeedMaker, feedOf, findFeed, makeFeed, stopFeed } from './keep.ts';
export type { Feed, FeedEvent, FeedOf, FeedRota } from './model.ts';
export { readFeed } from './read-feed.ts';
export { hashOf } from './secret.ts';
export { type FeedText, feedText } from './text.ts';
