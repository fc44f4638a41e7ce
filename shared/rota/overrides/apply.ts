import type { Rota, Span } from '../model.ts';
import { type Cover, coversOf, laidOver } from './covers.ts';
import type { Override } from './model.ts';

/**
 * The rota as people are called by it: where an override stands, its taker is on duty whatever the sheet says, and the
 * cell that would have spoken stays named. Of two for one time the one asked for later stands. Everything that reads a
 * rota (`onDutyAt`, preview, handover) reads the answer.
 */
export const withOverrides = (rota: Rota, overrides: readonly Override[]): Rota =>
  withCovers(rota, coversOf(overrides.filter((override) => override.rota === rota.id)));

/** The same, of covers that are known to be this rota's. */
export function withCovers(rota: Rota, covers: readonly Cover[]): Rota {
  if (covers.length === 0) return rota;
  const columns: Record<string, readonly Span[]> = { ...rota.columns };
  const people: Record<string, string> = { ...rota.people };
  for (const cover of covers) {
    const { column, taker } = cover;
    const spans = Object.hasOwn(columns, column) ? (columns[column] ?? []) : [];
    columns[column] = laidOver(spans, cover, (span, start, end) => takenFrom(span, start, end, cover));
    people[taker.id] ??= taker.name;
  }
  return { ...rota, columns, people };
}

function takenFrom(span: Span | null, start: number, end: number, { taker, askedBy }: Cover): Span {
  // A cover of a cover still stands in for the one whom the sheet names.
  const insteadOf = span?.insteadOf ?? (span?.kind === 'people' ? span.text : null);
  return {
    start,
    end,
    kind: 'people',
    people: [taker.id],
    text: taker.name,
    cell: span?.cell ?? null,
    tab: span?.tab ?? null,
    insteadOf,
    askedBy,
  };
}
