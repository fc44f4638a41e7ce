import type { Problem, ProblemCode } from './model.ts';

/** What became past longer ago than this can no longer be mended and is not told. */
const OLD_MS = 35 * 86_400_000;
/** Longer runs of one problem down a column are told once. */
const LONGEST_RUN = 7;
/** Of one kind; more than people read. */
const MOST_OF_A_KIND = 100;

/** What somebody should know and nobody need mend. */
export const NOTICES: ReadonlySet<ProblemCode> = new Set([
  'several-names',
  'exclusive-ends',
  'not-in-channel',
  'hidden-row',
]);

/** `onceBy` replaces the cell as that by which the same finding is told once. */
export type Report = (found: Omit<Problem, 'severity'>, onceBy?: string) => void;

/** Gathers problems: each cell once per kind, nothing long past. */
export function collectProblems(now: number): { report: Report; all(): Problem[] } {
  const found = new Map<string, Problem>();
  return {
    report(problem, onceBy) {
      if (problem.to !== undefined && problem.to < now - OLD_MS) return;
      const key = `${problem.code}\n${onceBy ?? problem.cell ?? JSON.stringify(problem.detail)}`;
      if (!found.has(key))
        found.set(key, { ...problem, severity: NOTICES.has(problem.code) ? 'notice' : 'problem' });
    },
    all: () => capped(foldRuns([...found.values()])),
  };
}

/** Of a long run in neighbouring cells the first stays and says where the run ends (`until`) and how long it is. */
function foldRuns(problems: readonly Problem[]): Problem[] {
  const codes = new Map<ProblemCode, Problem[]>();
  for (const problem of problems) {
    const same = codes.get(problem.code);
    if (same) same.push(problem);
    else codes.set(problem.code, [problem]);
  }
  return [...codes.values()].flatMap((same) =>
    runsOf(same).flatMap((run) => (run.length > LONGEST_RUN ? [folded(run)] : run)),
  );
}

function folded(run: readonly Problem[]): Problem {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) throw new RangeError('a run holds at least one problem');
  const to = run.reduce((latest, { to: end }) => Math.max(latest, end ?? latest), Number.NEGATIVE_INFINITY);
  const detail = { ...first.detail, until: last.cell ?? '', count: String(run.length) };
  return { ...first, ...(to > Number.NEGATIVE_INFINITY && { to }), detail };
}

function runsOf(problems: readonly Problem[]): Problem[][] {
  const places = problems.map((problem) => ({ problem, place: placeOf(problem.cell) }));
  places.sort((a, b) => a.place.column.localeCompare(b.place.column) || a.place.row - b.place.row);
  const runs: Problem[][] = [];
  let last: { column: string; row: number } | null = null;
  for (const { problem, place } of places) {
    const run = runs.at(-1);
    if (run && last && place.row > 0 && place.column === last.column && place.row === last.row + 1)
      run.push(problem);
    else runs.push([problem]);
    last = place;
  }
  return runs;
}

function placeOf(cell: string | null): { column: string; row: number } {
  const parts = /^(.*![A-Z]+)(\d+)$/s.exec(cell ?? '');
  return parts ? { column: parts[1] ?? '', row: Number(parts[2]) } : { column: '', row: -1 };
}

function capped(problems: readonly Problem[]): Problem[] {
  const counts = new Map<ProblemCode, number>();
  return problems
    .toSorted((a, b) => (a.from ?? Number.NEGATIVE_INFINITY) - (b.from ?? Number.NEGATIVE_INFINITY) || 0)
    .filter(({ code }) => {
      const count = (counts.get(code) ?? 0) + 1;
      counts.set(code, count);
      return count <= MOST_OF_A_KIND;
    })
    .map((problem) => {
      const all = counts.get(problem.code) ?? 0;
      return all > MOST_OF_A_KIND
        ? { ...problem, detail: { ...problem.detail, ofThem: String(all) } }
        : problem;
    });
}
