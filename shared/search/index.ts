export { compare, type Difference, mend, rebuildSearch } from './rebuild.ts';
export { type Group, type Hit, searchAll, searchKind } from './search.ts';
export { similarIncidents } from './similar.ts';
export { type SearchText, searchText } from './text.ts';
