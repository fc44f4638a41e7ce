export { compare, type Difference, mend, rebuildSearch } from './rebuild.ts';
export {
  type Group,
  type Hit,
  type Query,
  type Record as FoundRecord,
  searchAll,
  searchKind,
} from './search.ts';
export { type SimilarIncident, similarIncidents } from './similar.ts';
export { type SearchText, searchText } from './text.ts';
