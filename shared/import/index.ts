export type { Draft, Drafted, DraftSection, DraftSettings, Refusal, Remark } from './map/draft.ts';
export { draftOf } from './map/draft-of.ts';
export { readWhen, type When } from './map/when.ts';
export {
  FIELDS,
  type Field,
  isTarget,
  Mapping,
  STATES,
  type State,
  TARGETS,
  type Target,
} from './mapping/model.ts';
export { proposeMapping } from './mapping/propose.ts';
export { isSource, type Opened, readRows, SOURCES, type Source, sourceOf } from './read/open.ts';
export type { Place, Read, SourceRow, Trouble } from './read/row.ts';
export { sampleRows } from './read/sample.ts';
export { reportHead, reportLines } from './report.ts';
export {
  type Bookmark,
  bookmarkPath,
  listMappings,
  readBookmark,
  type SavedMapping,
  saveMapping,
} from './run/keep.ts';
export { type Counts, type ImportContext, NO_COUNTS, type Outcome, RESULTS } from './run/model.ts';
export { createPeople, type People } from './run/people.ts';
export { countAll, importRows, type Step } from './run/rows.ts';
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
export { changeUpload, recentUploads, takeUpload, type UploadCommand } from './upload/verbs.ts';
