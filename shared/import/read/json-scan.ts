/** What the lists of records are called in files that wrap them. */
const LISTS = /^(?:incidents|postmortems|records|items|data|results|rows)$/i;

/** An object of a JSON text, whole, with the line it begins at. `null` text: longer than was allowed. */
export interface JsonPiece {
  readonly line: number;
  readonly text: string | null;
}

/**
 * Cuts a JSON text that comes piece by piece into its records: the objects of a list, of a list within an object
 * (`{"incidents": [ … ]}`), or objects one after the other (NDJSON). It holds no more than one of them.
 */
export function createJsonScanner(most: number) {
  const stack: string[] = [];
  let [line, quoted, escaped] = [1, false, false];
  /** Depth of the records: 0 one after the other, 1 in a list, 2 in a list within an object. */
  let level: number | null = null;
  /** Within an object: whether the list we are in is one of records, and not one of its other lists. */
  let taking = true;
  let begun = 1;
  let held = '';
  let word = '';

  function* scan(text: string): Generator<JsonPiece> {
    let from = 0;
    for (let i = 0; i < text.length; i += 1) {
      const sign = text[i] ?? '';
      if (sign === '\n') line += 1;
      if (quoted) {
        if (escaped) escaped = false;
        else if (sign === '\\') escaped = true;
        else if (sign === '"') quoted = false;
        else if (stack.length === 1 && word.length < 40) word += sign;
        continue;
      }
      if (sign === '"') {
        quoted = true;
        if (stack.length === 1) word = '';
      } else if (sign === '{' || sign === '[') {
        if (taking && stack.length === (level ?? 0) && sign === '{') {
          [begun, from, held] = [line, i, ''];
        }
        stack.push(sign);
        if (level === null && sign === '[' && stack.length === 1) level = 1;
        if (level !== 1 && level !== 0 && sign === '[' && stack.length === 2 && LISTS.test(word))
          [level, taking] = [2, true];
      } else if (sign === '}' || sign === ']') {
        // What closes nothing is left; the record it was to close is told at the end.
        if (stack.at(-1) !== (sign === '}' ? '{' : '[')) continue;
        stack.pop();
        if (taking && sign === '}' && stack.length === (level ?? 0)) {
          const whole = held + text.slice(from, i + 1);
          if (level === null) level = 0;
          yield { line: begun, text: whole.length > most ? null : whole };
          held = '';
          from = i + 1;
        } else if (stack.length === 0 && sign === ']') level = null;
        if (level === 2 && stack.length === 1) taking = false;
      }
    }
    if (taking && stack.length > (level ?? 0) && held.length <= most) held += text.slice(from);
  }
  /** The line of what is still open at the end of the text; null where nothing is. */
  const open = (): number | null => (stack.length > 0 || quoted ? begun : null);
  return { scan, open };
}
