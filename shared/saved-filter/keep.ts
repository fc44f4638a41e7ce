import type { Store } from '../store/port.ts';
import { type List, type Refused, type SavedFilter, withFilter } from './model.ts';

interface Kept {
  readonly filters: readonly SavedFilter[];
}
const pathOf = (user: string): string => `saved-filters/${user}`;

/** What somebody has saved, in the order they did; of all lists. */
export const savedFilters = async (store: Store, user: string): Promise<readonly SavedFilter[]> =>
  (await store.get<Kept>(pathOf(user)))?.data.filters ?? [];

/** Null where it is saved; the same name again takes the place of what it was. */
export function saveFilter(
  store: Store,
  user: string,
  said: { readonly list: List; readonly name: string; readonly search: string },
): Promise<Refused | null> {
  return store.transaction(async (tx) => {
    const before = (await tx.get<Kept>(pathOf(user)))?.data.filters ?? [];
    const filters = withFilter(before, said);
    if (typeof filters === 'string') return filters;
    tx.put<Kept>(pathOf(user), { filters });
    return null;
  });
}

/** Safe to repeat. */
export function removeFilter(store: Store, user: string, list: List, name: string): Promise<void> {
  return store.transaction(async (tx) => {
    const before = (await tx.get<Kept>(pathOf(user)))?.data.filters ?? [];
    const filters = before.filter((one) => one.list !== list || one.name !== name);
    if (filters.length < before.length) tx.put<Kept>(pathOf(user), { filters });
  });
}
