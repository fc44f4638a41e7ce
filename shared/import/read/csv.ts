import { isTobanError, TobanError } from '../../platform/errors.ts';
import type { SourceFile } from '../../ports/archive.ts';
import { type CsvRecord, lineEnd, scanRecord } from './csv-record.ts';
import { decode } from './decode.ts';
import { MOST_RECORD, type Read, type Trouble } from './row.ts';

/** So many broken records, and what follows is no CSV. */
const MOST_BROKEN = 10_000;
const DELIMITERS = [',', ';', '\t'] as const;

/**
 * The records of a CSV file: the first gives the columns, commas, semicolons or tabs between them. A record that is broken
 * is told with the line it begins at, and the next line is read as a new one. Throws `bad-input`.
 */
export async function* readCsv(file: SourceFile): AsyncGenerator<Read> {
  let columns: readonly string[] | null = null;
  let broken = 0;
  for await (const { line, found } of recordsOf(file)) {
    const at = { file: file.name, line };
    if (typeof found === 'string') {
      broken += 1;
      if (broken > MOST_BROKEN || columns === null) throw noCsv(line);
      yield { kind: 'bad', at, trouble: troubleOf(found) };
      continue;
    }
    if (found.every((cell) => cell.trim() === '')) continue;
    if (columns === null) {
      columns = columnsOf(found);
      continue;
    }
    const extra = found.slice(columns.length);
    if (extra.some((cell) => cell.trim() !== '')) {
      const trouble: Trouble = { code: 'too-many-cells', cells: found.length, columns: columns.length };
      yield { kind: 'bad', at, trouble };
      continue;
    }
    const values = Object.fromEntries(columns.map((column, i) => [column, found[i] ?? '']));
    yield { kind: 'row', row: { at, id: null, values, body: null } };
  }
}

type Broken = 'quote-open' | 'quote-inside' | 'too-long';
const troubleOf = (code: Broken): Trouble => (code === 'too-long' ? { code, most: MOST_RECORD } : { code });

async function* recordsOf(file: SourceFile) {
  let text = '';
  let line = 1;
  let delimiter: string | null = null;
  let skipping = false;
  function* scan(whole: boolean): Generator<{ line: number; found: CsvRecord['cells'] | Broken }> {
    let from = 0;
    while (from < text.length) {
      if (skipping) {
        const end = lineEnd(text, from, whole);
        from = end?.next ?? text.length;
        if (!end) break;
        line += 1;
        skipping = false;
        continue;
      }
      delimiter ??= delimiterOf(text, whole);
      const found = delimiter === null ? 'more' : scanRecord(text, from, delimiter, whole);
      if (found === 'more') break;
      yield { line, found: typeof found === 'string' ? found : found.cells };
      if (typeof found === 'string') {
        skipping = true;
      } else {
        from = found.end;
        line += found.lines;
      }
    }
    text = text.slice(from);
  }
  try {
    for await (const piece of decode(file.read())) {
      text += piece;
      yield* scan(false);
    }
  } catch (error) {
    if (!isTobanError(error) || error.reason !== 'not-text') throw error;
    throw new TobanError('bad-input', `${error.message} It breaks off behind line ${line}.`, {
      reason: 'not-text',
    });
  }
  yield* scan(true);
}

/** What the first line has most of, outside quotes; null where the line is not there yet. */
function delimiterOf(text: string, whole: boolean): string | null {
  const end = lineEnd(text, 0, whole);
  if (!end) {
    if (text.length > MOST_RECORD) throw noCsv(1);
    return null;
  }
  const bare = text.slice(0, end.stop).replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((one) => bare.split(one).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** Each column once, by a name: one without a name is called by its place. */
function columnsOf(cells: readonly string[]): readonly string[] {
  const names: string[] = [];
  for (const [i, cell] of cells.entries()) {
    const name = cell.replace(/\s+/g, ' ').trim() || `(${i + 1})`;
    names.push(names.includes(name) ? `${name} (${i + 1})` : name);
  }
  return names;
}

const noCsv = (line: number) =>
  new TobanError('bad-input', `The file is no CSV: see line ${line}.`, { reason: 'not-csv' });
