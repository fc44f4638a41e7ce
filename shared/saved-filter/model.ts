/** The lists that can be narrowed, and by what: nothing else of an address is ever kept. */
export const LISTS = {
  incidents: ['status', 'severity', 'service', 'from', 'to', 'q'],
  calls: ['filter', 'rota', 'person', 'from', 'to', 'q'],
  actions: ['state', 'owner', 'kind', 'priority', 'service', 'overdue', 'sort', 'q'],
} as const;
export type List = keyof typeof LISTS;
export const isList = (text: string): text is List => Object.hasOwn(LISTS, text);

/** A list narrowed as somebody likes it, by the name they gave it; user text, not escaped. */
export interface SavedFilter {
  readonly list: List;
  readonly name: string;
  /** Of the list's address: its fields in order, encoded; never empty. */
  readonly query: string;
}

export const LONGEST_NAME = 40;
/** Of one list. */
export const MOST = 20;
const LONGEST_VALUE = 100;

/** What of an address narrows a list, always written alike, so that two that say the same are the same. */
export function queryOf(list: List, search: string): string {
  const said = new URLSearchParams(search);
  const kept = LISTS[list].flatMap((field): [string, string][] => {
    const value = (said.get(field) ?? '').trim().slice(0, LONGEST_VALUE);
    return value === '' ? [] : [[field, value]];
  });
  return new URLSearchParams(kept).toString();
}

/** Where it leads. */
export const filterAddress = ({ list, query }: SavedFilter): string => `/${list}?${query}`;

export type Refused = 'name' | 'nothing' | 'too-many';

/** With a filter added: last, and in place of one of the same list and name. Pure. */
export function withFilter(
  before: readonly SavedFilter[],
  { list, name, search }: { readonly list: List; readonly name: string; readonly search: string },
): readonly SavedFilter[] | Refused {
  const called = name.normalize('NFC').replace(/\s+/g, ' ').trim();
  const query = queryOf(list, search);
  if (called === '' || Array.from(called).length > LONGEST_NAME) return 'name';
  if (query === '') return 'nothing';
  const others = before.filter((one) => one.list !== list || one.name !== called);
  if (others.filter((one) => one.list === list).length >= MOST) return 'too-many';
  return [...others, { list, name: called, query }];
}
