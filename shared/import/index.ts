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
