import type { Rota, Span } from './model.ts';

const DAY_MS = 86_400_000;

export interface Preview {
  /** Epoch ms; [from, to). */
  readonly from: number;
  readonly to: number;
  /** Duty column → its time without a hole (what no cell speaks of is a gap), in order, cut to the window; neighbours that say the same are one. */
  readonly columns: Readonly<Record<string, readonly Span[]>>;
}

/** What a rota says of the `days` × 24 hours after `from`; of all its columns, or of those named. */
export function previewRota(
  rota: Rota,
  from: number,
  days: number,
  columns = Object.keys(rota.columns),
): Preview {
  const to = from + days * DAY_MS;
  return {
    from,
    to,
    columns: Object.fromEntries(
      columns.map((column) => [column, joined(filled(spansWithin(rota, column, from, to), from, to))]),
    ),
  };
}

/** The spans of a column that touch [from, to), cut to it. */
function spansWithin(rota: Rota, column: string, from: number, to: number): Span[] {
  const spans = Object.hasOwn(rota.columns, column) ? (rota.columns[column] ?? []) : [];
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= from) low = middle + 1;
    else high = middle;
  }
  const found: Span[] = [];
  for (let index = low; index < spans.length; index++) {
    const span = spans[index];
    if (!span || span.start >= to) break;
    found.push({ ...span, start: Math.max(span.start, from), end: Math.min(span.end, to) });
  }
  return found;
}

/** The same spans with what lies between them as gaps. */
function filled(spans: readonly Span[], from: number, to: number): Span[] {
  const whole: Span[] = [];
  let at = from;
  for (const span of spans) {
    if (span.start > at) whole.push(gap(at, span.start));
    whole.push(span);
    at = span.end;
  }
  if (at < to) whole.push(gap(at, to));
  return whole;
}

const gap = (start: number, end: number): Span => ({
  start,
  end,
  kind: 'gap',
  people: [],
  text: '',
  cell: null,
  tab: null,
  insteadOf: null,
});

function joined(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const span of spans) {
    const last = out.at(-1);
    if (
      last &&
      last.end === span.start &&
      last.kind === span.kind &&
      last.cell === span.cell &&
      last.text === span.text &&
      last.askedBy === span.askedBy
    )
      out[out.length - 1] = { ...last, end: span.end };
    else out.push(span);
  }
  return out;
}
