import { CsvError, parse } from 'csv-parse/sync';
import type { FileCell } from './model.ts';
import { typedCell } from './typed.ts';

const LARGEST = { rows: 20_000, columns: 200 };

export class BadCsv extends Error {
  readonly code: 'syntax' | 'too-large' | 'empty' | 'encoding';
  readonly line: number | null;

  constructor(code: BadCsv['code'], line: number | null = null) {
    super(`CSV: ${code}${line === null ? '' : ` at line ${line}`}`);
    this.code = code;
    this.line = line;
  }
}

/** A CSV file as rows of cells, each understood as if it had been typed. UTF-8 or, as Excel in Japan saves it, Shift_JIS. */
export function csvRows(bytes: Uint8Array, year: number): FileCell[][] {
  const rows = parseCsv(decode(bytes));
  if (rows.every((row) => row.every((field) => field === ''))) throw new BadCsv('empty');
  const tooLong = rows.findIndex((row, i) => row.length > LARGEST.columns || i >= LARGEST.rows);
  if (tooLong >= 0) throw new BadCsv('too-large', tooLong + 1);
  return rows.map((row) => row.map((field) => typedCell(field, year)));
}

function parseCsv(text: string): string[][] {
  try {
    return parse(text, { bom: true, relax_column_count: true, skip_empty_lines: false });
  } catch (error) {
    if (error instanceof CsvError)
      throw new BadCsv('syntax', typeof error.lines === 'number' ? error.lines : null);
    throw error;
  }
}

function decode(bytes: Uint8Array): string {
  for (const encoding of ['utf-8', 'shift_jis']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  throw new BadCsv('encoding');
}
