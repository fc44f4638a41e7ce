import type { SourceFile } from '../../ports/archive.ts';
import { decode } from './decode.ts';
import { createJsonScanner } from './json-scan.ts';
import { type ListEntry, MOST_RECORD, type Read, type SourceRow } from './row.ts';

/**
 * The records of a JSON file: a list of objects, an object with one (`incidents`, `postmortems`, `items`, …), or an object
 * a line (NDJSON). What is nested becomes a column of its own: `root_cause.kind`. Throws `bad-input`.
 */
export async function* readJson(file: SourceFile): AsyncGenerator<Read> {
  const scanner = createJsonScanner(MOST_RECORD);
  let lines: ReturnType<typeof byLine> | null = null;
  let first: string | null = '';
  const read = (line: number, text: string | null): Read => {
    const at = { file: file.name, line };
    if (text === null) return { kind: 'bad', at, trouble: { code: 'too-long', most: MOST_RECORD } };
    const value = parsed(text);
    if (value === undefined) return { kind: 'bad', at, trouble: { code: 'not-json' } };
    if (value === null || typeof value !== 'object' || Array.isArray(value))
      return { kind: 'bad', at, trouble: { code: 'not-a-record' } };
    const { values, lists } = flat(value);
    const nested = Object.keys(lists).length > 0 && { lists };
    return { kind: 'row', row: { at, id: null, values, body: null, ...nested } };
  };
  function* take(text: string, whole: boolean): Generator<Read> {
    const pieces = lines ? lines(text, whole) : scanner.scan(text);
    for (const { line, text: piece } of pieces) yield read(line, piece);
  }
  for await (const piece of decode(file.read())) {
    if (first === null) {
      yield* take(piece, false);
      continue;
    }
    // An object that fills its line says that each line is one.
    first += piece;
    const begun = first.search(/\S/);
    const end = begun === -1 ? -1 : first.indexOf('\n', begun);
    if (end === -1 && first.length < MOST_RECORD) continue;
    lines = isObject(first.slice(Math.max(begun, 0), end === -1 ? undefined : end)) ? byLine() : null;
    const text = first;
    first = null;
    yield* take(text, false);
  }
  yield* take(first ?? '', true);
  const open = lines ? null : scanner.open();
  if (open !== null)
    yield { kind: 'bad', at: { file: file.name, line: open }, trouble: { code: 'not-json' } };
}

function isObject(text: string): boolean {
  const value = text.startsWith('{') ? parsed(text) : undefined;
  return typeof value === 'object';
}

function byLine() {
  let [held, line] = ['', 0];
  return function* cut(text: string, whole: boolean): Generator<{ line: number; text: string | null }> {
    const parts = (held + text).split('\n');
    held = whole ? '' : (parts.pop() ?? '');
    for (const part of parts) {
      line += 1;
      if (part.trim() !== '') yield { line, text: part.length > MOST_RECORD ? null : part };
    }
  };
}

/** Undefined: it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const DEEPEST = 6;
type Flat = Required<Pick<SourceRow, 'values' | 'lists'>>;

/** One level of columns: `a.b` for what is nested, several of one kind in one cell; lists of objects also as they are. */
function flat(value: object): Flat {
  const columns: [string, string][] = [];
  const lists: [string, readonly ListEntry[]][] = [];
  const walk = (prefix: string, one: unknown, depth: number): void => {
    if (one === null || one === undefined) columns.push([prefix, '']);
    else if (Array.isArray(one)) {
      columns.push([prefix, one.map(named).filter(Boolean).join(', ')]);
      const records = one.filter(isRecord);
      if (records.length > 0) lists.push([prefix, records.map((record) => flat(record).values)]);
    } else if (typeof one !== 'object') columns.push([prefix, String(one)]);
    else if (depth > DEEPEST) columns.push([prefix, JSON.stringify(one)]);
    else
      for (const [key, inner] of Object.entries(one))
        walk(prefix ? `${prefix}.${key}` : key, inner, depth + 1);
  };
  walk('', value, 0);
  return { values: Object.fromEntries(columns), lists: Object.fromEntries(lists) };
}

const isRecord = (one: unknown): one is object =>
  one !== null && typeof one === 'object' && !Array.isArray(one);

/** Of a list's member what names it: a person's mail or name, a label's title. */
function named(one: unknown): string {
  if (!isRecord(one)) return Array.isArray(one) ? JSON.stringify(one) : String(one ?? '');
  const by = one as Readonly<Record<string, unknown>>;
  const names = [by.email, by.name, by.nickname, by.title, by.label, by.value];
  const name = names.find((part) => typeof part === 'string' && part !== '');
  if (typeof name === 'string') return name;
  if (isRecord(by.user)) return named(by.user);
  return Object.values(flat(one).values)
    .filter((part) => part !== '')
    .join(' ');
}
