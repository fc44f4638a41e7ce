/** One line of a comparison, with its numbers in the text before and after; null where it is not in it. */
export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
  readonly before: number | null;
  readonly after: number | null;
}

/** Texts that differ in more lines than this are told as "all of it replaced": the search for less costs its square. */
const MOST_EDITS = 1_000;

const linesOf = (text: string): readonly string[] =>
  text === '' ? [] : text.replace(/\r\n/g, '\n').replace(/\n$/, '').split('\n');

/** What changed from one text to another, line by line, with the fewest edits (Myers, 1986). Pure. */
export function diffLines(before: string, after: string): readonly DiffLine[] {
  const [a, b] = [linesOf(before), linesOf(after)];
  let [x, y] = [0, 0];
  return lineEdits(a, b).map((kind): DiffLine => {
    if (kind !== 'added') x += 1;
    if (kind !== 'removed') y += 1;
    const text = (kind === 'added' ? b[y - 1] : a[x - 1]) ?? '';
    return { kind, text, before: kind === 'added' ? null : x, after: kind === 'removed' ? null : y };
  });
}

type Kind = DiffLine['kind'];
const same = (count: number): Kind[] => Array<Kind>(count).fill('same');

/** The same for lines that are taken as they are: how to go from `a` to `b`, step by step. Pure. */
export function lineEdits(a: readonly string[], b: readonly string[]): readonly Kind[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end += 1;
  const middle = edits(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return [...same(start), ...middle, ...same(end)];
}

/** For each number of edits, how far along `a` each diagonal comes; the way back through them is the answer. */
function edits(a: readonly string[], b: readonly string[]): readonly Kind[] {
  const reach: Map<number, number>[] = [];
  let last = new Map([[1, 0]]);
  for (let count = 0; count <= Math.min(MOST_EDITS, a.length + b.length); count += 1) {
    const now = new Map<number, number>();
    reach.push(last);
    for (let diagonal = -count; diagonal <= count; diagonal += 2) {
      let x = fromAbove(last, diagonal, count) ? at(last, diagonal + 1) : at(last, diagonal - 1) + 1;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1;
      now.set(diagonal, x);
      if (x >= a.length && x - diagonal >= b.length) return wayBack(reach, a.length, b.length);
    }
    last = now;
  }
  return [...Array<Kind>(a.length).fill('removed'), ...Array<Kind>(b.length).fill('added')];
}

const at = (reach: ReadonlyMap<number, number>, diagonal: number): number => reach.get(diagonal) ?? -1;

/** Whether the furthest way to a diagonal comes by adding a line rather than by removing one. */
const fromAbove = (last: ReadonlyMap<number, number>, diagonal: number, count: number): boolean =>
  diagonal === -count || (diagonal !== count && at(last, diagonal - 1) < at(last, diagonal + 1));

function wayBack(reach: readonly ReadonlyMap<number, number>[], toX: number, toY: number): readonly Kind[] {
  const kinds: Kind[] = [];
  let [x, y] = [toX, toY];
  for (const [count, last] of [...reach.entries()].reverse()) {
    const added = fromAbove(last, x - y, count);
    const diagonal = x - y + (added ? 1 : -1);
    const [fromX, fromY] = count === 0 ? [0, 0] : [at(last, diagonal), at(last, diagonal) - diagonal];
    for (; x > fromX && y > fromY; x -= 1, y -= 1) kinds.push('same');
    if (count > 0) kinds.push(added ? 'added' : 'removed');
    [x, y] = [fromX, fromY];
  }
  return kinds.reverse();
}
