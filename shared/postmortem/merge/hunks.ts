import { lineEdits } from '../../line-diff/index.ts';

/** Lines `[a0, a1)` of the one text became lines `[b0, b1)` of the other. */
export interface Hunk {
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
}

/** What must change in `a` to make `b`, in order; between two hunks there is a line that stayed. Pure. */
export function hunksOf(a: readonly string[], b: readonly string[]): readonly Hunk[] {
  const hunks: { a0: number; a1: number; b0: number; b1: number }[] = [];
  let [x, y] = [0, 0];
  for (const kind of lineEdits(a, b)) {
    const last = hunks.at(-1);
    const hunk = last && last.a1 === x && last.b1 === y ? last : { a0: x, a1: x, b0: y, b1: y };
    if (kind !== 'added') x += 1;
    if (kind !== 'removed') y += 1;
    if (kind === 'same') continue;
    if (hunk !== last) hunks.push(hunk);
    hunk.a1 = x;
    hunk.b1 = y;
  }
  return hunks;
}
