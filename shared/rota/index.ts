export { type CalendarDay, type CalendarPart, calendarOf, monthAt } from './calendar.ts';
export { cellUrl, sheetUrl } from './cell-url.ts';
export type { Membership } from './check/accounts.ts';
export { checkRota } from './check/check-rota.ts';
export type { Headings } from './check/headers.ts';
export { problemKey, untold } from './check/key.ts';
export {
  type BoardColumn,
  type BoardRota,
  type Current,
  createRotaReader,
  describeHeld,
  describeTrouble,
  type EffectiveRota,
  type Kept,
  type RotaReader,
  readBoard,
  readEffectiveRota,
  readKept,
  type SourceTrouble,
} from './current/index.ts';
export { readDateText } from './date-text.ts';
export { nextOnDuty, onDutyAt } from './duty.ts';
export { atLocal, dayBegins, instantOf, localTime, writtenTime } from './instant.ts';
export type { Directory, Duty, Problem, ProblemCode, Rota, Span, SpanKind } from './model.ts';
export { nameBook } from './names.ts';
export { withCovers, withOverrides } from './overrides/apply.ts';
export { type Cover, coversOf, laidOver } from './overrides/covers.ts';
export { decideOverride, wordsOf } from './overrides/decide.ts';
export { evolveOverride } from './overrides/evolve.ts';
export {
  type Consent,
  type Override,
  type OverrideCommand,
  type OverrideEvent,
  type OverrideRefusal,
  type Party,
  partiesOf,
  type Stretch,
  stretchesOf,
} from './overrides/model.ts';
export { type KeptOverride, readAllOverrides, readCovers, readOverrides } from './overrides/read.ts';
export { describeOverride, describeOverrideRefusal, stretchText } from './overrides/text.ts';
export { parseRota } from './parse.ts';
export type { Picture, PictureTab } from './picture.ts';
export { previewRota } from './preview.ts';
export { layouts, RotaConfig } from './schemas.ts';
export { type Around, readMoment, readSpan, type SpokenSpan } from './spoken/read.ts';
export { describeRefusal } from './spoken/text.ts';
export { describeDutyReason, describeProblem, describeUnderstood } from './text.ts';
