import { PART_WORDS, type Part, SILENT_PART } from '../mapping/list-words.ts';
import { folded } from '../mapping/words.ts';
import type { ListEntry } from '../read/row.ts';

/** A record within a record, by what its cells say. */
export interface Parts {
  readonly of: Readonly<Partial<Record<Part, string>>>;
  /** Of nothing that is known, for the reader: `チケット: A-1`. */
  readonly rest: readonly string[];
}

/** `author.name` → who; what is not known by its whole name is known by its last words, or by what it belongs to. */
function partOf(name: string): Part | null {
  const steps = name.split('.');
  const last = steps.at(-1) ?? '';
  const word = (text: string): Part | null =>
    PART_WORDS.find(([, pattern]) => pattern.test(folded(text)))?.[0] ?? null;
  if (steps.length === 1) return word(last);
  const owner = word(steps[0] ?? '');
  // Of a person or a state what it is called says the most; their ids say nothing here.
  return owner !== null && /^(?:name|real_?name|display_?name|nickname|email|title|value)$/i.test(last)
    ? owner
    : null;
}

/** Reads each record of a list by the names of its cells. Pure. */
export function partsOf(entry: ListEntry): Parts {
  const of: Partial<Record<Part, string>> = {};
  const rest: string[] = [];
  for (const [name, raw] of Object.entries(entry)) {
    const value = raw.replace(/\r\n?/g, '\n').trim();
    if (value === '') continue;
    const part = partOf(name);
    if (part !== null && of[part] === undefined) of[part] = value;
    else if (part === null && !SILENT_PART.test(name)) rest.push(`${name}: ${value}`);
  }
  return { of, rest };
}
