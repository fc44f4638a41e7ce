import type { Rota, Span } from '../model.ts';
import { type Override, standing } from './model.ts';

interface Cover {
  readonly from: number;
  readonly to: number;
  readonly override: Override;
}

/**
 * The rota as people are called by it: where an override stands, its taker is on duty whatever the sheet says, and the
 * cell that would have spoken stays named. Of two for one time the one asked for later stands. Everything that reads a
 * rota (`onDutyAt`, preview, handover) reads the answer.
 */
export function withOverrides(rota: Rota, overrides: readonly Override[]): Rota {
  const covers = overrides
    .filter((override) => override.rota === rota.id)
    .toSorted((a, b) => a.proposedAt - b.proposedAt)
    .flatMap((override): Cover[] => {
      const time = standing(override);
      return time ? [{ ...time, override }] : [];
    });
  if (covers.length === 0) return rota;
  const columns: Record<string, readonly Span[]> = { ...rota.columns };
  const people: Record<string, string> = { ...rota.people };
  for (const cover of covers) {
    const { column, taker } = cover.override;
    const spans = Object.hasOwn(columns, column) ? (columns[column] ?? []) : [];
    columns[column] = laidOver(spans, cover);
    people[taker.id] ??= taker.name;
  }
  return { ...rota, columns, people };
}

/** The spans with the cover's time cut out and taken, piece by piece, so that each piece knows whose it was. */
function laidOver(spans: readonly Span[], { from, to, override }: Cover): Span[] {
  const before: Span[] = [];
  const taken: Span[] = [];
  const after: Span[] = [];
  let at = from;
  for (const span of spans) {
    if (span.end <= from) before.push(span);
    else if (span.start >= to) after.push(span);
    else {
      const [start, end] = [Math.max(span.start, from), Math.min(span.end, to)];
      if (span.start < from) before.push({ ...span, end: from });
      if (start > at) taken.push(takenFrom(null, at, start, override));
      taken.push(takenFrom(span, start, end, override));
      if (span.end > to) after.push({ ...span, start: to });
      at = end;
    }
  }
  if (at < to) taken.push(takenFrom(null, at, to, override));
  return [...before, ...taken, ...after];
}

function takenFrom(span: Span | null, start: number, end: number, { taker }: Override): Span {
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
  };
}
