export { type Locale, localeOf } from './locale.ts';
export {
  bestWord,
  foldLetters,
  hasWords,
  neededWords,
  runsOf as searchRuns,
  searchWords,
} from './search-words.ts';
export {
  clockTime,
  dayStamp,
  dayText,
  durationText,
  minutesText,
  moment,
  momentIn,
  zoneName,
} from './time-text.ts';
export { viaText } from './via-text.ts';
