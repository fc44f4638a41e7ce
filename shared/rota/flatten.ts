import type { Claim } from './claims.ts';
import { excerpt } from './fold.ts';
import type { Span } from './model.ts';

/** A stretch of one column with the claim that holds it; `rivals` are all of an ambiguity, else only the claim. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly claim: Claim;
  readonly rivals: readonly Claim[];
}

/** A name or a free on purpose outweighs whatever cannot be read, and that outweighs an empty cell. */
const WEIGHT: Readonly<Record<Span['kind'], number>> = {
  people: 2,
  free: 2,
  unknown: 1,
  error: 1,
  ambiguous: 1,
  deactivated: 1,
  gap: 0,
};

/** More contradictions than these tell nobody more. */
const MOST_RIVALS = 50;

/** Negative when `a` goes before `b`: better cell, later start, narrower days. */
function precedence(a: Claim, b: Claim): number {
  return WEIGHT[b.kind] - WEIGHT[a.kind] || b.start - a.start || b.narrowness - a.narrowness;
}

const FEW = 32;

const saysTheSame = (a: Claim, b: Claim): boolean =>
  a.kind === b.kind &&
  a.people.length === b.people.length &&
  a.people.every((person, index) => person === b.people[index]);

/**
 * Weighs the claims of one column against each other: pieces that never overlap, in order. Two equal claims that say
 * different things are an ambiguity: nobody can tell.
 */
export function flatten(claims: readonly Claim[]): Piece[] {
  const ordered = claims.toSorted((a, b) => a.start - b.start);
  const edges = edgesOf(ordered);
  let active: Claim[] = [];
  const pieces: Piece[] = [];
  let [next, most] = [0, FEW];
  for (const [index, start] of edges.entries()) {
    const end = edges[index + 1];
    if (end === undefined) break;
    // What is over lies behind what came later; swept out now and then, or each insertion would move all of it.
    if (active.length > most) {
      active = active.filter((claim) => claim.end > start);
      most = 2 * active.length + FEW;
    }
    for (let claim = ordered[next]; claim && claim.start <= start; claim = ordered[++next])
      insert(active, claim);
    const rivals = leading(active, start);
    const claim = rivals[0];
    if (!claim) continue;
    const before = pieces.at(-1);
    if (before && before.end === start && sameRivals(before.rivals, rivals))
      pieces[pieces.length - 1] = { ...before, end };
    else pieces.push({ start, end, claim, rivals });
  }
  return pieces;
}

/** Each instant at which a claim starts or ends, once and in order. */
function edgesOf(claims: readonly Claim[]): readonly number[] {
  const all = new Float64Array(claims.length * 2);
  claims.forEach(({ start, end }, index) => {
    all[index * 2] = start;
    all[index * 2 + 1] = end;
  });
  all.sort();
  const edges: number[] = [];
  for (const at of all) if (at !== edges.at(-1)) edges.push(at);
  return edges;
}

/** Keeps `active` in order of precedence; equal ones stay in the sheet's order. */
function insert(active: Claim[], claim: Claim): void {
  let [low, high] = [0, active.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = active[middle];
    if (other && precedence(other, claim) <= 0) low = middle + 1;
    else high = middle;
  }
  active.splice(low, 0, claim);
}

/** The claims that go first at `at`: one, or several that contradict each other. Drops what is over from the front. */
function leading(active: Claim[], at: number): Claim[] {
  while (active[0] && active[0].end <= at) active.shift();
  const first = active[0];
  if (!first) return [];
  const rivals = [first];
  for (const other of active.slice(1, 1 + MOST_RIVALS)) {
    if (precedence(first, other) !== 0) break;
    if (other.end > at && WEIGHT[first.kind] === 2 && !rivals.some((rival) => saysTheSame(rival, other)))
      rivals.push(other);
  }
  return rivals;
}

const sameRivals = (a: readonly Claim[], b: readonly Claim[]): boolean =>
  a.length === b.length && a.every((claim, index) => claim === b[index]);

/** The spans that a rota keeps. A merged cell over neighbouring days is one span. */
export function spansOf(pieces: readonly Piece[]): Span[] {
  const spans: Span[] = [];
  let last: Piece | null = null;
  for (const piece of pieces) {
    const before = spans.at(-1);
    const { claim } = piece;
    const joins =
      last &&
      claim.source.merged &&
      last.end === piece.start &&
      last.claim.cell === claim.cell &&
      last.rivals.length + piece.rivals.length === 2;
    if (joins && before && saysTheSame(last?.claim ?? claim, claim))
      spans[spans.length - 1] = { ...before, end: piece.end };
    else spans.push(spanOf(piece));
    last = piece;
  }
  return spans;
}

function spanOf({ start, end, claim, rivals }: Piece): Span {
  const { kind, people, text, cell, tab, insteadOf } = claim;
  if (rivals.length === 1) return { start, end, kind, people, text, cell, tab, insteadOf };
  const texts = rivals.map((rival) => rival.text).join(' / ');
  return { start, end, kind: 'ambiguous', people: [], text: excerpt(texts), cell, tab, insteadOf: null };
}
