export { type Locale, localeOf } from './locale.ts';
export { clockTime, dayText, durationText, moment, zoneName } from './time-text.ts';
