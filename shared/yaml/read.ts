import { isNode, LineCounter, parseDocument } from 'yaml';

const MOST_DEEP = 100;
/** `- - - -`, each a list in the one before. */
const LISTS_IN_LISTS = /(?:[-?:][ \t\r\n]+){101}/;

/** Both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Yaml {
  /** Null for an empty document, and where there is a fault. */
  readonly value: unknown;
  /** What is no YAML, one sentence in one line for each. */
  readonly faults: readonly (Place & { readonly message: string })[];
  /** Where the value of a path stands; null where nothing does. */
  placeOf(path: readonly PropertyKey[]): Place | null;
}

/** Reads one YAML document that a person wrote. Never throws: an alias without its anchor is a fault, too. */
export function readYaml(source: string): Yaml {
  const lines = new LineCounter();
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const fault = (message: string, offset: number): Yaml => ({
    value: null,
    faults: [{ message, ...at(offset) }],
    placeOf: () => null,
  });
  const deep = tooDeep(source);
  if (deep !== null) return fault('It is nested too deeply', deep);
  const document = parseDocument(source, { lineCounter: lines });
  const faults = document.errors.map(({ message, pos }) => ({ message: sentence(message), ...at(pos[0]) }));
  const placeOf = (path: readonly PropertyKey[]): Place | null => {
    const node: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
    const offset = isNode(node) ? node.range?.[0] : undefined;
    return offset === undefined ? null : at(offset);
  };
  if (faults.length > 0) return { value: null, faults, placeOf };
  try {
    return { value: document.toJS() ?? null, faults, placeOf };
  } catch (error) {
    // The library follows aliases only here: one without its anchor, or so many that they would fill the memory.
    if (!(error instanceof ReferenceError)) throw error;
    return fault(sentence(error.message), aliasIn(source));
  }
}

/** The first line, without the place that is told beside it. */
const sentence = (message: string): string =>
  (message.split('\n', 1)[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');

const aliasIn = (source: string): number => Math.max(0, source.search(/(?<=^|[\s[,{])\*/m));

/** Where it is nested as nobody writes, and as would end the library's stack; null elsewhere. */
function tooDeep(source: string): number | null {
  let depth = 0;
  for (let i = 0; i < source.length; i += 1) {
    const sign = source[i] ?? '';
    if ('[{'.includes(sign)) depth += 1;
    else if (']}'.includes(sign)) depth = Math.max(0, depth - 1);
    if (depth > MOST_DEEP) return i;
  }
  const listed = source.search(LISTS_IN_LISTS);
  return listed < 0 ? null : listed;
}
