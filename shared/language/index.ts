export { type Locale, localeOf } from './locale.ts';
export { clockTime, dayText, durationText, minutesText, moment, zoneName } from './time-text.ts';
