import type { Incident } from '../incident/index.ts';
import { holds } from './advance.ts';
import { stepById, stepsAfter, stepsAt } from './flow.ts';
import type { Act, Runbook, Section, Step } from './model.ts';
import type { Passed, Run, Value } from './run-model.ts';
import type { RunViewer } from './viewer.ts';

// What card and page both show of a run, worked out once so that they agree. Pure.

/** A step that somebody, or Toban, has to do; the others are read out or jumped over. */
const counts = ({ act }: Step): boolean => act.kind !== 'say' && act.kind !== 'go' && act.kind !== 'when';

export interface Progress {
  readonly passed: number;
  readonly all: number;
}

/** Steps passed and steps in all, without what is only read or jumped over. */
export function progressOf(run: Run, { sections }: Pick<Runbook, 'sections'>): Progress {
  const counted = sections.flatMap(({ steps }) => steps).filter(counts);
  const ids = new Set(run.log.filter(({ outcome }) => outcome !== 'said').map(({ step }) => step));
  return { passed: counted.filter(({ id }) => ids.has(id)).length, all: counted.length };
}

/** One section of the runbook as the run stands in it. */
export interface Stage extends Progress {
  readonly section: Section;
  /** Something in it is open. */
  readonly here: boolean;
}

export const stagesOf = (run: Run, runbook: Runbook): readonly Stage[] =>
  runbook.sections
    .filter(({ steps }) => steps.length > 0)
    .map((section) => ({
      section,
      ...progressOf(run, { sections: [section] }),
      here: section.steps.some(({ id }) => run.open.some(({ step }) => step === id)),
    }));

/** The answers as they were when a step was passed: what it said then, it says for good. */
export function answersAt({ log }: Pick<Run, 'log'>, passed: Passed): Readonly<Record<string, Value>> {
  const before = log.slice(0, log.indexOf(passed)).filter(({ outcome }) => outcome === 'answered');
  return Object.fromEntries(
    before.flatMap(({ step, value, corrections }) => {
      const put = corrections.findLast(({ at }) => at <= passed.at)?.value ?? value;
      return put === null ? [] : [[step, put]];
    }),
  );
}

/** Words read out since the last step that somebody passed. */
export function saidBefore(run: Run, runbook: Runbook): readonly Step[] {
  const since = run.log.findLastIndex(({ outcome }) => outcome !== 'said') + 1;
  return run.log.slice(since).flatMap(({ step }) => stepById(runbook, step)?.step ?? []);
}

/** Longer chains of jumps than this are not followed for a glance ahead. */
const MOST_JUMPS = 50;

/** What comes after the one open step; null at the end, and where an answer that is still to come decides it. */
export function nextStep(run: Run, runbook: Runbook): Step | null {
  const [only, ...others] = run.open;
  let at = only && others.length === 0 ? stepById(runbook, only.step) : null;
  for (let jumps = 0; at && jumps < MOST_JUMPS; jumps += 1) {
    const { id, act } = at.step;
    if (id !== only?.step && counts(at.step)) return at.step;
    if (decidedLater(act, only?.step ?? '')) return null;
    const jump =
      act.kind === 'go' || (act.kind === 'when' && holds(act, run.answers[act.name])) ? act.goto : null;
    const [next] = jump ? stepsAt(runbook, jump) : stepsAfter(runbook, at, false);
    at = next === undefined ? null : stepById(runbook, next);
  }
  return null;
}

const decidedLater = (act: Act, open: string): boolean =>
  act.kind === 'ask'
    ? act.type === 'choice' && act.options.some(({ goto }) => goto !== null)
    : act.kind === 'when' && act.name === open;

/** Whose step it is by the runbook: the role by its name, and who holds it; null where it is anybody's. */
export function ownerOf(
  { owner }: Step,
  { roles }: Pick<Incident, 'roles'>,
  { called }: Pick<RunViewer, 'called'>,
): { readonly role: string; readonly holder: string | null } | null {
  if (owner === null) return null;
  return { role: called.role(owner), holder: roles[owner]?.name ?? null };
}
