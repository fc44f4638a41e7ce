import type { Rota, Span, SpanKind } from '../model.ts';
import type { Held } from './model.ts';

/** Somebody in the middle of an edit finishes it in less. */
export const HOLD_MS = 5 * 60_000;

interface Good {
  readonly span: Span;
  readonly readAt: number;
  /** Its people's names by Slack id. Missing in copies kept before they were noted. */
  readonly names?: Readonly<Record<string, string>>;
}

/** Column → the span of now when it was last good, and when that was read. */
export type GoodNow = Readonly<Record<string, Good>>;

/** `free` is a decision and `deactivated` must never be called: neither is held back. */
const WORSE: ReadonlySet<SpanKind> = new Set(['gap', 'error', 'unknown', 'ambiguous']);

/** The spans that have people at `now`, added to what was good before. */
export function noteGood(good: GoodNow, rota: Rota, now: number, readAt: number): GoodNow {
  const seen = Object.entries(rota.columns).flatMap(([column, spans]) => {
    const span = spanAt(spans, now);
    if (span?.kind !== 'people') return [];
    const names = Object.fromEntries(span.people.map((person) => [person, rota.people[person] ?? person]));
    return [[column, { span, readAt, names }] as const];
  });
  return { ...good, ...Object.fromEntries(seen) };
}

/**
 * Where the rota makes now worse than a copy of at most `maxAgeMs` did, that copy's person stands in for now only; the
 * time after goes by the sheet. The first such column is told, the primary before others.
 */
export function holdBack(
  rota: Rota,
  good: GoodNow,
  now: number,
  maxAgeMs: number,
): { rota: Rota; held: Held | null } {
  const helds: Held[] = [];
  const columns: Record<string, readonly Span[]> = { ...rota.columns };
  const names: Record<string, string> = { ...rota.people };
  for (const [column, { span: before, readAt, names: known = {} }] of Object.entries(good)) {
    const spans = rota.columns[column] ?? [];
    const after = spanAt(spans, now);
    const covers = before.start <= now && now < before.end && now - readAt <= maxAgeMs;
    if (!covers || !WORSE.has(after?.kind ?? 'gap')) continue;
    columns[column] = replaced(spans, before, now);
    for (const person of before.people) names[person] ??= known[person] ?? person;
    helds.push({
      cell: after?.cell ?? before.cell,
      column,
      before: before.text,
      after: after?.text ?? '',
      kind: after?.kind ?? 'gap',
    });
  }
  const held = helds.find(({ column }) => column === 'primary') ?? helds[0] ?? null;
  return held ? { rota: { ...rota, columns, people: names }, held } : { rota, held };
}

const spanAt = (spans: readonly Span[], at: number): Span | undefined =>
  spans.find((span) => span.start <= at && at < span.end);

/** `before` in the place of the bad stretch around `now`, cut to it. */
function replaced(spans: readonly Span[], before: Span, now: number): Span[] {
  const others = spans.filter((span) => now < span.start || span.end <= now);
  const from = Math.max(before.start, ...others.filter((span) => span.end <= now).map((span) => span.end));
  const to = Math.min(before.end, ...others.filter((span) => span.start > now).map((span) => span.start));
  return [...others, { ...before, start: from, end: to }].sort((a, b) => a.start - b.start);
}
