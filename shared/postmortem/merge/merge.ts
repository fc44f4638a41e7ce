import { type Hunk, hunksOf } from './hunks.ts';

/** A stretch of a merge; `conflict`: both changed the same lines, each in their own way. */
export type MergePart =
  | { readonly kind: 'same' | 'theirs' | 'mine' | 'both'; readonly lines: readonly string[] }
  | {
      readonly kind: 'conflict';
      readonly base: readonly string[];
      readonly theirs: readonly string[];
      readonly mine: readonly string[];
    };

export interface Merged {
  /** Null where the two cannot be joined without a person. */
  readonly text: string | null;
  readonly parts: readonly MergePart[];
}

/**
 * Joins two texts that began as one, line by line. Changes of different lines stand side by side; where both changed
 * the same lines, or put something in at the same place, and not the same, a person must choose. Pure.
 */
export function merge(base: string, theirs: string, mine: string): Merged {
  const lines = { base: base.split('\n'), theirs: theirs.split('\n'), mine: mine.split('\n') };
  const parts: MergePart[] = [];
  let from = 0;
  for (const { lo, hi, ours, others } of groups(
    hunksOf(lines.base, lines.mine),
    hunksOf(lines.base, lines.theirs),
  )) {
    if (lo > from) parts.push({ kind: 'same', lines: lines.base.slice(from, lo) });
    const my = side(lines.mine, ours, lo, hi);
    const their = side(lines.theirs, others, lo, hi);
    if (others.length === 0) parts.push({ kind: 'mine', lines: my });
    else if (ours.length === 0) parts.push({ kind: 'theirs', lines: their });
    else if (my.join('\n') === their.join('\n') && my.length === their.length)
      parts.push({ kind: 'both', lines: my });
    else parts.push({ kind: 'conflict', base: lines.base.slice(lo, hi), theirs: their, mine: my });
    from = hi;
  }
  if (from < lines.base.length) parts.push({ kind: 'same', lines: lines.base.slice(from) });
  const clean = parts.every((part) => part.kind !== 'conflict');
  const text = clean ? parts.flatMap((part) => ('lines' in part ? part.lines : [])).join('\n') : null;
  return { text, parts };
}

interface Group {
  readonly lo: number;
  readonly hi: number;
  readonly ours: readonly Hunk[];
  readonly others: readonly Hunk[];
}

/** Changes of both that touch the same lines of the base, together. */
function groups(mine: readonly Hunk[], theirs: readonly Hunk[]): readonly Group[] {
  const all = [
    ...mine.map((hunk) => ({ hunk, own: true })),
    ...theirs.map((hunk) => ({ hunk, own: false })),
  ].sort((a, b) => a.hunk.a0 - b.hunk.a0 || a.hunk.a1 - b.hunk.a1);
  const found: { lo: number; hi: number; ours: Hunk[]; others: Hunk[] }[] = [];
  for (const { hunk, own } of all) {
    let group = found.at(-1);
    if (!group || !meets(group, hunk)) {
      group = { lo: hunk.a0, hi: hunk.a1, ours: [], others: [] };
      found.push(group);
    }
    group.hi = Math.max(group.hi, hunk.a1);
    (own ? group.ours : group.others).push(hunk);
  }
  return found;
}

/** Neighbouring lines are two matters; something put in exactly where the other changed is not. */
const meets = ({ lo, hi }: { lo: number; hi: number }, { a0, a1 }: Hunk): boolean =>
  a0 < hi || (a0 === hi && (a0 === a1 || lo === hi));

/** How a side reads between two lines of the base. */
function side(lines: readonly string[], hunks: readonly Hunk[], lo: number, hi: number): readonly string[] {
  const [first, last] = [hunks[0], hunks.at(-1)];
  if (!first || !last) return [];
  return lines.slice(first.b0 - (first.a0 - lo), last.b1 + (hi - last.a1));
}
