import { MOST_RECORD } from './row.ts';

/** One record of a CSV text (RFC 4180). `end`: where the next begins; `lines`: how many line breaks it took. */
export interface CsvRecord {
  readonly cells: readonly string[];
  readonly end: number;
  readonly lines: number;
}

/** `more`: the text ends within it. */
export type Scanned = CsvRecord | 'more' | 'quote-open' | 'quote-inside' | 'too-long';

/** Reads the record that begins at `from`. `whole`: no text follows. Lines end with \n, \r\n or \r. Pure. */
export function scanRecord(text: string, from: number, delimiter: string, whole: boolean): Scanned {
  const line = lineEnd(text, from, whole);
  const bare = text.slice(from, line?.stop);
  if (bare.includes('"')) return quoted(text, from, delimiter, whole);
  if (bare.length > MOST_RECORD) return 'too-long';
  return line ? { cells: bare.split(delimiter), end: line.next, lines: 1 } : 'more';
}

/** Cell by cell, as there are quotes. */
function quoted(text: string, from: number, delimiter: string, whole: boolean): Scanned {
  const cells: string[] = [];
  let lines = 0;
  for (let at = from; ; ) {
    let stop: number;
    if (text[at] === '"') {
      const close = closing(text, at);
      if (close === -1) return whole || text.length - from > MOST_RECORD ? 'quote-open' : 'more';
      // The next sign may make a pair of it.
      if (close === text.length - 1 && !whole) return 'more';
      const inner = text.slice(at + 1, close);
      cells.push(inner.replaceAll('""', '"'));
      lines += breaksIn(inner);
      stop = close + 1;
    } else {
      stop = bareEnd(text, at, delimiter);
      const cell = text.slice(at, stop);
      if (cell.includes('"')) return 'quote-inside';
      cells.push(cell);
    }
    if (stop - from > MOST_RECORD) return 'too-long';
    if (stop === text.length) return whole ? { cells, end: stop, lines: lines + 1 } : 'more';
    if (text[stop] === delimiter) {
      at = stop + 1;
      continue;
    }
    const line = lineEnd(text, stop, whole);
    if (line?.stop === stop) return { cells, end: line.next, lines: lines + 1 };
    return text[stop] === '\r' ? 'more' : 'quote-inside';
  }
}

/** The quote that ends the cell which `open` begins; -1 where there is none. */
function closing(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at !== -1; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at;
  return -1;
}

function bareEnd(text: string, from: number, delimiter: string): number {
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === delimiter || sign === '\n' || sign === '\r') return at;
  }
  return text.length;
}

/** Where the line ends and the next begins; null where the text ends before that is known. */
export function lineEnd(text: string, from: number, whole: boolean): { stop: number; next: number } | null {
  const feed = text.indexOf('\n', from);
  const until = feed === -1 ? text.length : feed;
  const back = text.slice(from, until).indexOf('\r');
  if (back === -1)
    return feed === -1 ? (whole ? { stop: until, next: until } : null) : { stop: feed, next: feed + 1 };
  const stop = from + back;
  if (stop + 1 === text.length && !whole) return null;
  return { stop, next: stop + (text[stop + 1] === '\n' ? 2 : 1) };
}

const breaksIn = (text: string): number => text.match(/\r\n|\n|\r/g)?.length ?? 0;
