export { answerPerson, fillForm } from './answer-person.ts';
export { apply as changeIncident } from './apply.ts';
export { fieldName, valueText } from './change-text.ts';
export { checklistOf, type Item, summaryOf } from './checklist.ts';
export { lastNumber, takeNumber } from './claim-number.ts';
export type { IncidentContext, IncidentVerbs } from './context.ts';
export { CORRECTABLE, readField } from './correctable.ts';
export {
  type FormScope,
  REMOVED,
  type ReadCorrection,
  readCorrection,
  shownRows,
  shownValues,
  type Wrong,
} from './correction-form.ts';
export { type Declare, declare } from './declare.ts';
export { type DutyItem, dutyItems } from './duties.ts';
export {
  type Found,
  incidentAddress,
  incidentAtAddress,
  incidentById,
  incidentByNumber,
  incidentInRoom,
  openFor,
} from './find.ts';
export { noteForm } from './forms.ts';
export { incidentHandlers } from './handlers.ts';
export { localeFor, personOf, tasksOf } from './kinds/help.ts';
export { type IncidentList, type IncidentQuery, listIncidents } from './list.ts';
export { nextStatus } from './milestones.ts';
export { type Command, type Incident, isStatus, type Refusal, STATUSES, type Status } from './model.ts';
export { incidentNoun } from './noun.ts';
export { incidentNumber } from './number.ts';
export { type Measured, NUMBERS, type Numbers, numbersOf } from './numbers.ts';
export { type NumberLine, numberLines } from './numbers-text.ts';
export { openIncidentLines } from './open-lines.ts';
export {
  type Correctable,
  type Field,
  isMilestone,
  MILESTONES,
  type Milestone,
  type Over,
  type Person,
} from './parts.ts';
export { readPast } from './past.ts';
export { enterPast, type PastField, type PastIncident, retellPast } from './past-incident.ts';
export { mayTell, membersOf, type Way } from './policy.ts';
export { claimPath, incidentId, incidentPath, numberPath, type Pointer, roomPath } from './records.ts';
export { refusalText } from './refusal-text.ts';
export { retryFailed } from './retry.ts';
export { IncidentConfig } from './schemas.ts';
export { describeIncident, describeLine } from './search.ts';
export { isStand, STANDS, tagsOf as incidentTags } from './search-tags.ts';
export type { Settings } from './settings.ts';
export {
  type CountedIncident,
  countedIncident,
  incidentSummary,
  quietFold as quietIncidentFold,
} from './summary.ts';
export { type IncidentText, incidentText, labelOf } from './text.ts';
export { type OutOfOrder, outOfOrder } from './time-order.ts';
export type { Entry as TimelineEntry } from './timeline/entry.ts';
export type { TimelineReader } from './timeline/lines.ts';
export { addNote, entryNoun } from './timeline/look.ts';
export { enterPastEntry, pastEntryId, removePastEntry } from './timeline/past-entry.ts';
export { type TimelinePage, timelinePage } from './timeline/read.ts';
export {
  type EntryRecord,
  entryPath,
  entryRecordPath,
  evolveEntry as evolveTimelineEntry,
} from './timeline/record.ts';
export type { TimelineLine } from './timeline/timeline-of.ts';
