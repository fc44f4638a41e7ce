import type { Target } from './model.ts';
import { COLUMN_WORDS, LIST_WORDS, wordFor } from './words.ts';

/** What merely holds the fields of an incident together. */
const WRAPPER =
  /^(?:incident|attributes|data|fields|properties|timestamps|times|metrics|milestones|dates)\./i;
/** Of a person, a service or a level what it is called says which one it is. */
const NAMING = /\.(?:name|real_?name|display_?name|nickname|value|label|title)$/i;
const NAMED: ReadonlySet<Target> = new Set(['reporter', 'lead', 'people', 'service', 'severity', 'status']);
/** Of what stands within something else, this says nothing to a reader. */
const SILENT =
  /^postmortem\.(?:status|title)$|\.(?:id|uuid|email|avatar(?:_?url)?|icon(?:_?url)?|image(?:_?url)?|color)$/i;

/**
 * What a column is by its name alone; null where that says nothing. `list`: it holds records, so that its name may mean a
 * timeline or action items. A nested one (`commander.name`) is what it belongs to. Pure.
 */
export function columnWord(column: string, list: boolean): Target | null {
  const name = column.replace(WRAPPER, '');
  const found = list ? wordFor(LIST_WORDS, name.split('.').at(-1) ?? name) : null;
  if (found !== null) return found;
  const own = wordFor(COLUMN_WORDS, name);
  if (own !== null) return own;
  if (NAMING.test(name)) {
    const owner = wordFor(COLUMN_WORDS, name.replace(NAMING, ''));
    if (owner !== null && NAMED.has(owner)) return owner;
  }
  return SILENT.test(name) ? 'ignore' : null;
}
