import type { Escalation } from '../escalation/index.ts';
import { clockTime, type Locale, moment } from '../language/index.ts';
import { type Task, taskPath } from '../tasks/index.ts';
import { type LedgerText, ledgerText } from './text.ts';

/** One side effect as the page shows it. */
export interface Effect {
  readonly path: string;
  readonly what: string;
  /** Whom it is for; null where it is for nobody in particular. */
  readonly whom: string | null;
  readonly state: keyof LedgerText['outcomes'];
  readonly facts: readonly string[];
  /** Given up: it may be run again by hand. */
  readonly replayable: boolean;
  /** For people (the lane of calls), or upkeep. */
  readonly forPeople: boolean;
}

export interface EffectReader {
  readonly locale: Locale;
  readonly zone: string;
  readonly now: number;
}

/** A task in words: what, for whom, how far, how often, why not. Pure. */
export function effectOf(task: Task, call: Escalation | null, reader: EffectReader): Effect {
  const text = ledgerText(reader.locale);
  const { now, zone, locale } = reader;
  const step = (task.step ?? {}) as { readonly call?: unknown };
  const called = typeof step.call === 'number' ? call?.called[step.call] : undefined;
  const error = task.lastError && (task.lastError.reason ?? task.lastError.code);
  const when = task.endedAt === null ? null : clockTime(task.endedAt, zone, true);
  // The timer of a call that is no longer open will find nothing to do.
  const idle =
    task.kind === 'escalation.climb' && task.outcome === null && call !== null && call.status !== 'open';
  const due =
    !idle && task.dueAt !== null && task.dueAt > now ? text.due(moment(task.dueAt, now, zone, locale)) : null;
  const facts = [when, due, task.attempts > 0 ? text.attempts(task.attempts) : null, error];
  return {
    path: taskPath(task.record, task.id),
    what: text.kinds[task.kind] ?? task.kind,
    whom: called ? text.san(called.name) : null,
    state: idle ? 'superseded' : stateOf(task),
    facts: facts.filter((fact) => fact !== null),
    replayable: task.failedAt !== null,
    forPeople: task.lane === 'calls',
  };
}

function stateOf({ outcome, attempt, lastError }: Task): Effect['state'] {
  if (outcome) return outcome;
  if (lastError) return 'retrying';
  return attempt ? 'running' : 'waiting';
}
