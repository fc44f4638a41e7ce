import type { Read, SourceRow } from './row.ts';

/** Longer, a value says no more about its column. */
const CELL = 300;

/** The first records of a source, their values cut short: what a mapping is proposed from, in little memory. */
export async function sampleRows(reads: AsyncIterable<Read>, most: number): Promise<readonly SourceRow[]> {
  const rows: SourceRow[] = [];
  for await (const read of reads) {
    if (read.kind === 'row') rows.push(shortened(read.row));
    if (rows.length === most) break;
  }
  return rows;
}

function shortened({ at, id, values, lists }: SourceRow): SourceRow {
  const cut = Object.entries(values).map(([name, value]) => [name, value.slice(0, CELL)]);
  // That there are lists is enough to know.
  const named = lists && { lists: Object.fromEntries(Object.keys(lists).map((name) => [name, []])) };
  // By way of JSON, as a slice holds the whole text that it was cut from.
  return { at, id, values: JSON.parse(JSON.stringify(Object.fromEntries(cut))), body: null, ...named };
}
