export { removeFilter, savedFilters, saveFilter } from './keep.ts';
export {
  filterAddress,
  isList,
  LISTS,
  type List,
  LONGEST_NAME,
  MOST,
  queryOf,
  type Refused,
  type SavedFilter,
  withFilter,
} from './model.ts';
export { savedFilterText } from './text.ts';
