import type { Act, Goto, Runbook, Section, Step } from './model.ts';

/** A step with where it stands. */
export interface At {
  readonly section: Section;
  readonly step: Step;
  /** Of the section, and of the step within it. */
  readonly index: readonly [number, number];
}

export function stepById(runbook: Runbook, id: string): At | null {
  for (const [s, section] of runbook.sections.entries()) {
    const n = section.steps.findIndex((step) => step.id === id);
    const step = section.steps[n];
    if (step) return { section, step, index: [s, n] };
  }
  return null;
}

/** Where the runbook begins, or goes on after a section; null at its end. Sections without steps are passed. */
function sectionFrom(runbook: Runbook, index: number): number | null {
  const found = runbook.sections.findIndex(({ steps }, i) => i >= index && steps.length > 0);
  return found < 0 ? null : found;
}

const openedBy = (runbook: Runbook, index: number | null): readonly string[] => {
  const section = index === null ? undefined : runbook.sections[index];
  if (!section) return [];
  return section.parallel ? section.steps.map(({ id }) => id) : section.steps.slice(0, 1).map(({ id }) => id);
};

export const firstSteps = (runbook: Runbook): readonly string[] => openedBy(runbook, sectionFrom(runbook, 0));

/** The steps that a jump opens. A section that is not there ends the runbook; the linter knows of it before. */
export function stepsAt(runbook: Runbook, to: Goto): readonly string[] {
  if (to === 'end') return [];
  const index = runbook.sections.findIndex(({ id }) => id === to.section);
  return index < 0 ? [] : openedBy(runbook, sectionFrom(runbook, index));
}

/** The steps that follow one, where nothing leads elsewhere. `others`: more steps of its parallel section are open. */
export function stepsAfter(
  runbook: Runbook,
  { section, index: [s, n] }: At,
  others: boolean,
): readonly string[] {
  if (section.parallel) return others ? [] : openedBy(runbook, sectionFrom(runbook, s + 1));
  const next = section.steps[n + 1];
  return next ? [next.id] : openedBy(runbook, sectionFrom(runbook, s + 1));
}

/** Every way on from a step, for the linter: ids of steps, and whether the runbook may end here. */
export function waysFrom(
  runbook: Runbook,
  at: At,
): { readonly steps: readonly string[]; readonly ends: boolean } {
  const { act } = at.step;
  const on = stepsAfter(runbook, at, false);
  const ways: (readonly string[])[] = [];
  switch (act.kind) {
    case 'go':
      ways.push(stepsAt(runbook, act.goto));
      break;
    case 'when':
      ways.push(on, stepsAt(runbook, act.goto));
      break;
    case 'ask': {
      const jumps = act.type === 'choice' ? act.options.filter(({ goto }) => goto !== null) : [];
      ways.push(...jumps.map(({ goto }) => stepsAt(runbook, goto ?? 'end')));
      if (jumps.length < act.options.length || jumps.length === 0) ways.push(on);
      break;
    }
    default:
      ways.push(on);
  }
  return { steps: ways.flat(), ends: ways.some((steps) => steps.length === 0) };
}

/** The question of that name; null where there is none. */
export const askOf = (runbook: Runbook, name: string): Extract<Act, { kind: 'ask' }> | null => {
  const act = stepById(runbook, name)?.step.act;
  return act?.kind === 'ask' ? act : null;
};
