import { searchWords } from '../language/index.ts';
import type { Pointer } from '../tasks/index.ts';
import { bounded, type Described, type Entry, entryPath, type Kind, PRIVATE } from './model.ts';

/** Everything that words may stand in. A name is one word as well: 小野 健 is also found by 小野健. */
export const wholeText = ({ title, text, people }: Pick<Entry, 'title' | 'text' | 'people'>): string =>
  [title, text, ...people.flatMap((name) => [name, name.replace(/\s+/g, '')])].join('\n');

/** The document of the index for what is described. Pure. */
export function entryOf(kind: Kind, described: Described): Entry {
  const one = bounded(described);
  const words = one.private ? [PRIVATE] : [...new Set([...one.exact, ...searchWords(wholeText(one))])];
  return { kind, ...one, words };
}

/** The same, to be written in the transaction of what it is about. */
export function entryPointer(kind: Kind, described: Described): Pointer {
  const { id, part } = described;
  return { path: entryPath(kind, id, part), data: entryOf(kind, described) };
}

/** The `follow` of a noun that is searched: what changes its description renews its entry in the same transaction. */
export function indexBy<S>(kind: Kind, describe: (state: S) => Described) {
  return (before: S | null, after: S): readonly Pointer[] => {
    const described = describe(after);
    const same = before !== null && JSON.stringify(describe(before)) === JSON.stringify(described);
    return same ? [] : [entryPointer(kind, described)];
  };
}
