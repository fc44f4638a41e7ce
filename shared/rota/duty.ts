import type { Duty, Rota, Span } from './model.ts';

const GAP: Duty = { kind: 'gap', people: [], cell: null, tab: null, text: '', insteadOf: null, shift: null };

/** Who is on duty at an instant (epoch ms), and which cell says so. A column the sheet does not have is a gap. */
export function onDutyAt(rota: Rota, at: number, column = 'primary'): Duty {
  const spans = spansIn(rota, column);
  const span = spans[lastStarted(spans, at)];
  if (!span || span.end <= at) return GAP;
  const { kind, people, cell, tab, text, insteadOf, askedBy, start, end } = span;
  const duty = { kind, people, cell, tab, text, insteadOf, shift: { start, end } };
  return askedBy === undefined ? duty : { ...duty, askedBy };
}

/** The next span to start after `at`, whatever it says; null when the sheet says nothing more. */
export function nextOnDuty(rota: Rota, at: number, column = 'primary'): Span | null {
  const spans = spansIn(rota, column);
  return spans[lastStarted(spans, at) + 1] ?? null;
}

const NO_SPANS: readonly Span[] = [];

function spansIn(rota: Rota, column: string): readonly Span[] {
  return Object.hasOwn(rota.columns, column) ? (rota.columns[column] ?? NO_SPANS) : NO_SPANS;
}

/** Index of the last span with start ≤ at; -1 before the first. */
function lastStarted(spans: readonly Span[], at: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const span = spans[middle];
    if (span && span.start <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
