export { type Group, groupsOf } from './groups.ts';
export type { Draft, DraftSettings } from './map/draft.ts';
export { draftOf } from './map/draft-of.ts';
export { readWhen } from './map/when.ts';
export { isTarget, Mapping, STATES, TARGETS, type Target } from './mapping/model.ts';
export { proposeMapping } from './mapping/propose.ts';
export {
  isSource,
  type Opened,
  readRows,
  SOURCES,
  type Source,
  sourceByRows,
  sourceOf,
} from './read/open.ts';
export type { Read, SourceRow } from './read/row.ts';
export { sampleRows } from './read/sample.ts';
export { reportHead, reportLines } from './report.ts';
export { type Bookmark, bookmarkPath, listMappings, readBookmark, saveMapping } from './run/keep.ts';
export { type Counts, type ImportContext, NO_COUNTS, type Outcome } from './run/model.ts';
export { createPeople } from './run/people.ts';
export { countAll, importRows } from './run/rows.ts';
export { type ImportText, importText, sentencesOf } from './text.ts';
export { MOST_BYTES, type OpenArchive } from './upload/content.ts';
export {
  isUploadId,
  type Phase,
  pagePath,
  type ReportPage,
  type Upload,
  uploadPath,
} from './upload/model.ts';
export { importNoun, type UploadContext } from './upload/noun.ts';
export { type RefusedRow, refusedRows } from './upload/refused.ts';
export { changeUpload, recentUploads, takeUpload, type UploadCommand } from './upload/verbs.ts';
