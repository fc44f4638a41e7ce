import type { Store, Transaction } from '../store/port.ts';
import { type Kind, monthOf, type Summary } from '../summary/index.ts';

/** A document may have 1 MiB; what does not fit goes on in the next. */
const PART_BYTES = 900_000;

/** One part of a month: a line for each summary, in order of time. Text, so that no index is made of it. */
export interface MonthPart {
  readonly kind: Kind;
  readonly month: string;
  /** How many parts the month has; told by the first. */
  readonly parts: number;
  readonly text: string;
}

type Reads = Pick<Store | Transaction, 'get'>;

export const partPath = (kind: Kind, month: string, part: number): string =>
  `summary-months/${kind}-${month}${part === 0 ? '' : `-${part}`}`;

const byTime = (a: Summary, b: Summary): number => a.at - b.at || (a.id < b.id ? -1 : 1);
const lineOf = ({ at, id, row }: Summary): string => `${at} ${id} ${row}`;

function ofLine(line: string): Summary {
  const first = line.indexOf(' ');
  const second = line.indexOf(' ', first + 1);
  return { at: Number(line.slice(0, first)), id: line.slice(first + 1, second), row: line.slice(second + 1) };
}

/** A month as kept: a function of its summaries alone, in whatever order they came. Pure. */
export function partsOf(kind: Kind, month: string, rows: Iterable<Summary>): MonthPart[] {
  const texts: string[][] = [[]];
  let bytes = 0;
  for (const line of [...rows].sort(byTime).map(lineOf)) {
    const size = Buffer.byteLength(line) + 1;
    if (bytes + size > PART_BYTES) {
      texts.push([]);
      bytes = 0;
    }
    texts.at(-1)?.push(line);
    bytes += size;
  }
  return texts.map((lines) => ({ kind, month, parts: texts.length, text: lines.join('\n') }));
}

/** The summaries of a month, by id; one read, and one more for each further part. */
export async function readMonth(store: Reads, kind: Kind, month: string): Promise<Map<string, Summary>> {
  const first = (await store.get<MonthPart>(partPath(kind, month, 0)))?.data;
  const more = Array.from({ length: Math.max(0, (first?.parts ?? 0) - 1) }, (_, i) =>
    store.get<MonthPart>(partPath(kind, month, i + 1)),
  );
  const parts = [first, ...(await Promise.all(more)).map((doc) => doc?.data)];
  const lines = parts.flatMap((part) => (part?.text ? part.text.split('\n') : []));
  return new Map(lines.map(ofLine).map((one) => [one.id, one]));
}

/** The months that a period touches, `to` not in it; epoch ms. */
export function monthsBetween(from: number, to: number): string[] {
  const months: string[] = [];
  for (let at = from; at < to; at = Date.parse(`${nextMonth(monthOf(at))}-01`)) months.push(monthOf(at));
  return months;
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
