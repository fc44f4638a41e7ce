import { never } from '../../platform/errors.ts';
import type { Problem } from '../model.ts';

/**
 * The same finding keeps its key from reading to reading, also when rows are put in above it or days pass, so that it
 * is told once; another name, time or column is another finding.
 */
export function problemKey(problem: Problem): string {
  return [problem.code, ...identity(problem)].join('\n');
}

/** The problems nobody was told of yet, each finding once. */
export function untold(problems: readonly Problem[], told: ReadonlySet<string>): Problem[] {
  const seen = new Set(told);
  return problems.filter((problem) => {
    const key = problemKey(problem);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function identity(problem: Problem): readonly string[] {
  const { code, detail } = problem;
  const d = (key: string): string => detail[key] ?? '';
  switch (code) {
    case 'gap':
    case 'overlap':
    case 'ambiguous-duty':
      // What comes again every day or week is reported at its next time, which moves; its cell stays.
      return d('every') || d('recurring') ? [d('column'), place(problem)] : [d('column'), time(problem)];
    case 'unknown-name':
    case 'ambiguous-name':
    case 'deactivated':
    case 'single-channel-guest':
      return [tabOf(problem), d('name')];
    case 'not-in-channel':
      return [d('name'), d('channel')];
    case 'several-names':
    case 'text-date':
    case 'unknown-mark':
    case 'bad-hours':
      return [columnOf(problem), d('text') || d('mark')];
    case 'bad-date':
      return d('text') ? [columnOf(problem), d('text'), d('before')] : [place(problem)];
    case 'weekday-mismatch':
    case 'year-rollover':
      return [columnOf(problem), d('date')];
    case 'formula-error':
    case 'merge-hides-value':
    case 'exclusive-ends':
      return [place(problem)];
    case 'ends-soon':
      return [d('over'), time(problem)];
    case 'zone-mismatch':
      return [d('sheet'), d('rota')];
    case 'tab-missing':
      return [d('tab'), d('which')];
    case 'column-missing':
      return [d('tab'), d('header'), d('several')];
    case 'nothing-understood':
      return [d('tab')];
    case 'hidden-row':
      // Its days become past one by one; the tab has hidden rows to come, or none.
      return [tabOf(problem)];
    case 'duplicate-month':
      return [d('tab'), d('other'), d('month')];
    case 'header-changed':
      return [d('column'), d('was'), d('now'), d('layout')];
    default:
      return never(code);
  }
}

const place = ({ cell }: Problem): string => cell ?? '';
const tabOf = ({ cell }: Problem): string => cell?.slice(0, cell.lastIndexOf('!')) ?? '';
const columnOf = ({ cell }: Problem): string => cell?.replace(/\d+$/, '') ?? '';
const time = ({ from, to }: Problem): string => `${from ?? ''}–${to ?? ''}`;
