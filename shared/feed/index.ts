export { calendarText } from './calendar.ts';
export { eventsOf } from './events.ts';
export { feedOf, findFeed, makeFeed, stopFeed } from './keep.ts';
export type { Feed, FeedOf, FeedRota } from './model.ts';
export { readFeed } from './read-feed.ts';
export { type FeedText, feedText } from './text.ts';
