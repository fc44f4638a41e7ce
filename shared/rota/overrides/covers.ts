import { type Override, type Party, stretchesOf } from './model.ts';

/** A time in which an override really stands. JSON only. */
export interface Cover {
  readonly column: string;
  /** Half-open [from, to), epoch ms. */
  readonly from: number;
  readonly to: number;
  readonly taker: Party;
  /** Name of who asked for it. */
  readonly askedBy: string;
  /** When the last word that it needed was given, of which everybody it touches has heard. */
  readonly since: number;
  /** It ended by being revoked, of which everybody has heard too. */
  readonly revoked: boolean;
}

/**
 * When overrides really stand: from the last word they needed at the earliest, to their revocation at the latest. In the
 * order in which they were asked for: where two are for one time, the later stands.
 */
export const coversOf = (overrides: readonly Override[]): Cover[] =>
  overrides.toSorted((a, b) => a.proposedAt - b.proposedAt).flatMap(standing);

function standing(override: Override): Cover[] {
  const { activeSince, revokedAt, asker } = override;
  if (activeSince === null) return [];
  return stretchesOf(override).flatMap(({ column, start, end, taker }) => {
    const from = Math.max(start, activeSince);
    const to = Math.min(end, revokedAt ?? end);
    if (to <= from) return [];
    const since = activeSince;
    return [{ column, from, to, taker, askedBy: asker.name, since, revoked: to === revokedAt }];
  });
}

/** Pieces of time in order, with a cover's time cut out and given to `take`, piece by piece and hole by hole. */
export function laidOver<P extends { readonly start: number; readonly end: number }>(
  pieces: readonly P[],
  { from, to }: Pick<Cover, 'from' | 'to'>,
  take: (piece: P | null, start: number, end: number) => P,
): P[] {
  const before: P[] = [];
  const taken: P[] = [];
  const after: P[] = [];
  let at = from;
  for (const piece of pieces) {
    if (piece.end <= from) before.push(piece);
    else if (piece.start >= to) after.push(piece);
    else {
      const [start, end] = [Math.max(piece.start, from), Math.min(piece.end, to)];
      if (piece.start < from) before.push({ ...piece, end: from });
      if (start > at) taken.push(take(null, at, start));
      taken.push(take(piece, start, end));
      if (piece.end > to) after.push({ ...piece, start: to });
      at = end;
    }
  }
  if (at < to) taken.push(take(null, at, to));
  return [...before, ...taken, ...after];
}
