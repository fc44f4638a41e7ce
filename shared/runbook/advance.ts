import { type At, stepById, stepsAfter, stepsAt } from './flow.ts';
import type { Act, Runbook } from './model.ts';
import type { Value } from './run-model.ts';

export interface Opening {
  readonly said: readonly string[];
  readonly opens: readonly string[];
}

/** A loop that nobody answers in: the linter refuses such a runbook, and a run of one ends with the reason. */
export type Endless = { readonly endless: string };

/** So many steps may be read out or jumped over before somebody has to do something. */
const MOST_SILENT = 1_000;

/** What is opened by coming to `ids`: what is only read is passed, branches are taken by the answers so far. Pure. */
export function comeTo(
  runbook: Runbook,
  ids: readonly string[],
  answers: Readonly<Record<string, Value>>,
  othersOpen: boolean,
): Opening | Endless {
  const said: string[] = [];
  const opens: string[] = [];
  const queue = [...ids];
  for (let passed = 0; queue.length > 0; passed += 1) {
    const id = queue.shift() ?? '';
    if (passed > MOST_SILENT) return { endless: id };
    const at = stepById(runbook, id);
    if (!at) continue;
    const { act } = at.step;
    if (act.kind !== 'say' && act.kind !== 'go' && act.kind !== 'when') {
      opens.push(id);
      continue;
    }
    if (act.kind === 'say') said.push(id);
    const others = othersOpen || opens.length > 0 || queue.length > 0;
    queue.push(...silentNext(runbook, at, act, answers, others));
  }
  return { said, opens };
}

function silentNext(
  runbook: Runbook,
  at: At,
  act: Extract<Act, { kind: 'say' | 'go' | 'when' }>,
  answers: Readonly<Record<string, Value>>,
  others: boolean,
): readonly string[] {
  if (act.kind === 'go') return stepsAt(runbook, act.goto);
  if (act.kind === 'when' && holds(act, answers[act.name])) return stepsAt(runbook, act.goto);
  return stepsAfter(runbook, at, others);
}

/** Whether a branch is taken. A question that was skipped has no answer: its branches are not. */
export function holds(act: Extract<Act, { kind: 'when' }>, answer: Value | undefined): boolean {
  if (answer === undefined) return false;
  if (typeof answer === 'number') {
    const value = Number(act.value);
    switch (act.compare) {
      case '=':
        return answer === value;
      case '!=':
        return answer !== value;
      case '>':
        return answer > value;
      case '>=':
        return answer >= value;
      case '<':
        return answer < value;
      case '<=':
        return answer <= value;
    }
  }
  const same = typeof answer === 'string' ? answer === act.value : answer.includes(act.value);
  return act.compare === '=' ? same : act.compare === '!=' && !same;
}

/** Where a step leads once it is passed. A skipped question leads on, whatever its options say. */
export function leadsTo(
  runbook: Runbook,
  at: At,
  value: Value | null,
  othersOpen: boolean,
): readonly string[] {
  const { act } = at.step;
  if (act.kind === 'ask' && act.type === 'choice') {
    const goto = act.options.find(({ label }) => label === value)?.goto;
    if (goto) return stepsAt(runbook, goto);
  }
  return stepsAfter(runbook, at, othersOpen);
}
