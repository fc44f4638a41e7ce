import type { Replacing } from './model.ts';
import { isPlainWord, type NamePattern, namePattern } from './name-pattern.ts';

/** A document with another in its place. Nothing else of it differs. */
export interface Rewritten {
  readonly path: string;
  readonly data: object;
}

export interface Replacer {
  /** The document without the person; null where it does not hold them. Pure; twice is once. */
  rewrite(path: string, data: object): Rewritten | null;
  /** Whether a document can hold them at all: cheap, and never false for one that does. */
  mayHold(path: string, data: object): boolean;
  text(text: string): string;
}

/** Whose a piece of a document is: it stands with the person's id, with that of somebody else, or with none. */
type Whose = 'theirs' | 'others' | 'nobodys';

/** Fields that say about whom an object is, and those that hold a name where a plain word may be something else. */
const ABOUT = ['user', 'by', 'id', 'owner', 'people', 'members'] as const;
const NAMING = new Set([
  'name',
  'names',
  'realName',
  'displayName',
  'handle',
  'email',
  'by',
  'lead',
  'reporter',
]);
const SLACK_ID = /^[UW][A-Z0-9]{2,}$/;

interface Spelling {
  readonly level: Replacing['names'][number]['level'];
  readonly plain: boolean;
  readonly pattern: NamePattern;
}

/**
 * One walk for every kind of document: the id wherever it stands as a word of its own (values, keys, paths, tags), mentions
 * of it in texts, and the names as far as each is to be replaced. JSON kept as text is walked, too.
 * What a text quotes (「森」) is a value, too: so do Toban's own sentences name whom a cell names.
 */
export function createReplacer(replacing: Replacing): Replacer {
  const { user, pseudonym } = replacing;
  // Not in letters of both kinds: of an id without a digit, `UMEHARA`, that is a family name, which others have.
  const word = user === null ? null : new RegExp(`(?<![A-Za-z0-9])(?:${user}|${user.toLowerCase()})(?![A-Za-z0-9])`, 'g'); // biome-ignore format: one line reads best
  const mention =
    user === null
      ? null
      : new RegExp(`(?:<|&lt;)@${user}(?:\\|[^<>&]*)?(?:>|&gt;)|@${user}(?![A-Za-z0-9])`, 'g');
  // The longest first: of 「新井 さくら」 nothing is left over.
  const spellings: readonly Spelling[] = [...replacing.names]
    .sort((a, b) => b.name.length - a.name.length)
    .map(({ name, level }) => ({ level, plain: isPlainWord(name), pattern: namePattern(name) }));
  // As it stands in the address of a list that somebody has narrowed.
  const encoded = replacing.names
    .filter(({ name, level }) => level !== 'own' && !isPlainWord(name))
    .flatMap(({ name }) => [encodeURIComponent(name), new URLSearchParams({ n: name }).toString().slice(2)]);
  const spared = (replacing.spared ?? []).map(namePattern);
  const inTexts = spellings.filter(({ level, plain }) => level === 'text' || (level === 'value' && !plain));

  // In small letters it stands in the names of channels.
  const inPlaceOf = (said: string) => (said === user ? pseudonym.id : pseudonym.id.toLowerCase());
  const id = (text: string): string => (word ? text.replace(word, inPlaceOf) : text);

  function text(said: string): string {
    const mentioned = mention ? said.replace(mention, `@${pseudonym.name}`) : said;
    const plain = inTexts.reduce(cutOut, id(mentioned));
    if (!plain.includes('%')) return plain;
    return encoded.reduce((rest, one) => rest.replaceAll(one, encodeURIComponent(pseudonym.name)), plain);
  }

  function cutOut(said: string, { pattern, level }: Spelling): string {
    const found = pattern.within(said).filter((hit) => level === 'text' || isQuoted(said, hit));
    if (found.length === 0) return said;
    const others = spared.flatMap((one) => one.within(said));
    const hits = found.filter(([start, end]) => !others.some(([from, to]) => from <= start && end <= to));
    let [out, from] = ['', 0];
    for (const [start, end] of hits) {
      out += said.slice(from, start) + pseudonym.name;
      from = end;
    }
    return out + said.slice(from);
  }

  /** The name where a value is nothing else, and nobody else's. */
  function value(said: string, field: string, whose: Whose): string | null {
    const naming = NAMING.has(field);
    for (const { level, plain, pattern } of spellings) {
      if (level === 'own' && whose !== 'theirs') continue;
      if (plain && !naming && !(whose === 'theirs' && field === 'text')) continue;
      const title = pattern.whole(said);
      if (title !== null) return pseudonym.name + title;
    }
    return null;
  }

  const line = (said: string, field: string, whose: Whose): string =>
    whose === 'others' && NAMING.has(field) ? id(said) : (value(said, field, whose) ?? text(said));

  function string(said: string, field: string, whose: Whose): string {
    const kept = jsonIn(said);
    if (kept !== null) {
      const walked = walk(kept, field, whose);
      return walked === kept ? said : JSON.stringify(walked);
    }
    if (!said.includes('\n')) return line(said, field, whose);
    return text(said.split('\n').map((one) => value(one, field, whose) ?? one).join('\n')); // biome-ignore format: one line reads best
  }

  function whoseIs(data: Readonly<Record<string, unknown>>, above: Whose): Whose {
    const ids = ABOUT.flatMap((field) => data[field]).filter(
      (one) => typeof one === 'string' && SLACK_ID.test(one),
    );
    if (user !== null && ids.includes(user)) return 'theirs';
    if (ids.length > 0) return ids.includes(pseudonym.id) ? 'theirs' : 'others';
    // Somebody who was only ever a name stands without an id.
    if (user === null && (data.user === '' || data.user === null)) return 'theirs';
    return above === 'theirs' ? 'theirs' : 'nobodys';
  }

  /** `{ U…: 'name' }`: of others only where a map is of names alone. */
  const isNameOf = (key: string, map: string): boolean =>
    key === user || (SLACK_ID.test(key) && (map === 'people' || map === 'names'));

  /** That of somebody else stays. */
  function nameBeside(key: string, said: string): string {
    if (key === user) return value(said, 'name', 'theirs') ?? text(said);
    return spellings.some(({ pattern }) => pattern.whole(said) !== null) ? id(said) : text(said);
  }

  function walk(data: unknown, field: string, whose: Whose): unknown {
    if (typeof data === 'string') return string(data, field, whose);
    if (typeof data !== 'object' || data === null) return data;
    if (Array.isArray(data)) {
      const walked = data.map((one) => walk(one, field, whose));
      return walked.some((one, i) => one !== data[i]) ? walked : data;
    }
    const within = whoseIs(data as Record<string, unknown>, whose);
    let same = true;
    const entries = Object.entries(data).map(([key, one]): [string, unknown] => {
      const walked =
        typeof one === 'string' && isNameOf(key, field) ? nameBeside(key, one) : walk(one, key, within);
      const renamed = value(key, key, whose) ?? text(key);
      if (walked !== one || renamed !== key) same = false;
      return [renamed, walked];
    });
    return same ? data : Object.fromEntries(entries);
  }

  return {
    text,
    mayHold(path, data) {
      if (word && path.search(word) >= 0) return true;
      const whole = [...stringsOf(data)].join('\n');
      if (word && whole.search(word) >= 0) return true;
      if (spellings.some(({ pattern }) => pattern.within(whole).length > 0)) return true;
      return encoded.some((one) => whole.includes(one));
    },
    rewrite(path, data) {
      const rewritten = {
        path: path.split('/').map(id).join('/'),
        data: walk(data, '', 'nobodys') as object,
      };
      return rewritten.path === path && rewritten.data === data ? null : rewritten;
    },
  };
}

/** Every text and key as it is, so that no sign of a name is hidden by an escape; also those of JSON kept as text. */
function* stringsOf(data: unknown): Generator<string> {
  if (typeof data === 'string') {
    const kept = jsonIn(data);
    if (kept === null) yield data;
    else yield* stringsOf(kept);
  } else if (typeof data === 'object' && data !== null)
    for (const [key, one] of Object.entries(data)) {
      if (!Array.isArray(data)) yield key;
      yield* stringsOf(one);
    }
}

const isQuoted = (said: string, [start, end]: readonly [number, number]): boolean =>
  /^[「『"“]$/.test(said.charAt(start - 1)) && /^[」』"”]$/.test(said.charAt(end));

/** What a text holds as JSON, where it is what a program wrote: only then is it the same again when written anew. */
function jsonIn(said: string): object | null {
  const [first, last] = [said.charAt(0), said.at(-1)];
  if (!((first === '{' && last === '}') || (first === '[' && last === ']'))) return null;
  try {
    const data = JSON.parse(said);
    return JSON.stringify(data) === said ? data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
