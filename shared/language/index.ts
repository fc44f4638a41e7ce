export { type Locale, localeOf } from './locale.ts';
export { bestWord, hasWords, searchWords } from './search-words.ts';
export { clockTime, dayStamp, dayText, durationText, minutesText, moment, zoneName } from './time-text.ts';
