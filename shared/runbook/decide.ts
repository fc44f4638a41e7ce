import { never } from '../platform/errors.ts';
import { comeTo, leadsTo } from './advance.ts';
import { evolve } from './evolve.ts';
import { type At, firstSteps, stepById } from './flow.ts';
import { entryId, type Runbook } from './model.ts';
import { tasksFor } from './plan.ts';
import type {
  OpenStep,
  Run,
  RunCommand,
  RunDecision,
  RunEvent,
  RunRefusal,
  Seen,
  Value,
} from './run-model.ts';

export type RunAnswer = RunDecision | RunRefusal;

export const isRefusal = (answer: RunAnswer): answer is RunRefusal => 'refused' in answer;

const NOTHING: RunDecision = { events: [], tasks: [] };

type Of<T extends RunCommand['type']> = Extract<RunCommand, { type: T }>;

/**
 * What follows from a command, given the pinned runbook and the run. Pure. Nothing for a command already carried out
 * (the same cause), a refusal where somebody else was first or the step is not of that kind.
 */
export function decide(command: RunCommand, state: Run | null, runbook: Runbook, now: number): RunAnswer {
  if (command.type === 'start') return state ? NOTHING : start(command, runbook, now);
  if (state === null) return NOTHING;
  if ('cause' in command && state.heard.includes(command.cause)) return NOTHING;
  const said = (event: RunEvent): RunDecision => following(state, [event], runbook, now);
  switch (command.type) {
    case 'answer':
      return pass(command, command.value, 'answered', null, command, state, runbook, now);
    case 'confirm':
      return pass(command, null, 'done', null, command, state, runbook, now);
    case 'skip':
      return pass(command, null, 'skipped', command.reason.trim(), command, state, runbook, now);
    case 'finish':
      return finish(command, state, runbook, now);
    case 'hand': {
      const open = openOf(state, command);
      const { step, to, by, cause } = command;
      return 'refused' in open ? open : said({ type: 'handed', at: now, step, to, by, cause });
    }
    case 'retry': {
      const open = openOf(state, command);
      if ('refused' in open) return open;
      const { step, by, cause } = command;
      return open.failed === null ? NOTHING : said({ type: 'retried', at: now, step, by, cause });
    }
    case 'undo':
      return undo(command, state, runbook, now);
    case 'correct':
      return correct(command, state, runbook, now);
    case 'stop': {
      if (state.status !== 'running') return { refused: 'over' };
      if (command.reason.trim() === '') return { refused: 'reason-needed' };
      return said({ type: 'stopped', at: now, by: command.by, reason: command.reason.trim() });
    }
    default:
      return never(command);
  }
}

function start({ id, team, incident, version, by }: Of<'start'>, runbook: Runbook, now: number): RunDecision {
  const opening = comeTo(runbook, firstSteps(runbook), {}, false);
  const pinned = { id: entryId(runbook), title: runbook.title, version };
  const begun = { type: 'started', at: now, id, team, incident, runbook: pinned, by } as const;
  if ('endless' in opening) {
    const stopped: RunEvent = { type: 'stopped', at: now, by: null, reason: `endless: ${opening.endless}` };
    return following(null, [{ ...begun, said: [], opens: [] }, stopped], runbook, now);
  }
  return following(null, [{ ...begun, ...opening }], runbook, now);
}

/** The open step of that id, or why there is none: a second person pressing is told who was first. */
function openOf(state: Run, { step, visit }: Seen): OpenStep | RunRefusal {
  const open = state.open.find((one) => one.step === step && (visit === undefined || one.visit === visit));
  if (open) return open;
  const last = state.log.findLast((one) => one.step === step);
  if (last)
    return { refused: 'passed-already', step, by: last.by?.name ?? null, at: last.at, value: last.value };
  return state.status === 'running' ? { refused: 'not-open' } : { refused: 'over' };
}

function pass(
  seen: Seen,
  value: Value | null,
  outcome: 'answered' | 'done' | 'skipped',
  note: string | null,
  { by, cause }: { by: Run['startedBy']; cause: string | null },
  state: Run,
  runbook: Runbook,
  now: number,
): RunAnswer {
  const { step } = seen;
  const open = openOf(state, seen);
  if ('refused' in open) return open;
  const at = stepById(runbook, step);
  if (!at || !fits(at, outcome, by === null)) return { refused: 'not-that-kind' };
  if (outcome === 'skipped' && !note && !at.step.optional) return { refused: 'reason-needed' };
  const answers =
    outcome === 'answered' && value !== null ? { ...state.answers, [step]: value } : state.answers;
  const others = state.open.length > 1;
  const opening = comeTo(runbook, leadsTo(runbook, at, value, others), answers, others);
  const event = {
    type: 'passed',
    at: now,
    step,
    visit: open.visit,
    outcome,
    value,
    by,
    note,
    cause,
  } as const;
  if ('endless' in opening) {
    const stopped: RunEvent = { type: 'stopped', at: now, by: null, reason: `endless: ${opening.endless}` };
    return following(state, [{ ...event, said: [], opens: [] }, stopped], runbook, now);
  }
  return following(state, [{ ...event, ...opening }], runbook, now);
}

/** Questions are answered; what a person does is confirmed; what Toban does by itself only Toban finishes. Anything is skipped. */
function fits({ step: { act } }: At, outcome: 'answered' | 'done' | 'skipped', byToban: boolean): boolean {
  if (outcome === 'skipped') return true;
  if (outcome === 'answered') return act.kind === 'ask';
  return act.kind === 'confirm' || act.kind === 'open' || (byToban && act.kind !== 'ask');
}

function finish(
  { step, visit, result }: Of<'finish'>,
  state: Run,
  runbook: Runbook,
  now: number,
): RunDecision {
  const open = state.open.find((one) => one.step === step && one.visit === visit);
  if (!open) return NOTHING;
  if ('failed' in result) {
    return following(state, [{ type: 'failed', at: now, step, visit, reason: result.failed }], runbook, now);
  }
  const answer = pass(
    { step, visit },
    null,
    'done',
    result.note,
    { by: null, cause: null },
    state,
    runbook,
    now,
  );
  return isRefusal(answer) ? NOTHING : answer;
}

/** What left the house (a status, a call, a request) cannot be taken back; a wait that only runs can. */
function undo({ by, cause }: Of<'undo'>, state: Run, runbook: Runbook, now: number): RunAnswer {
  if (state.status === 'stopped') return { refused: 'over' };
  const index = state.log.findLastIndex((one) => one.by !== null);
  const last = state.log[index];
  if (!last) return { refused: 'nothing-to-undo' };
  const since = state.log.slice(index + 1);
  const outside = (step: string) =>
    ['do', 'http', 'run'].includes(stepById(runbook, step)?.step.act.kind ?? '');
  const opened = state.open.filter(({ step }) => last.opens.includes(step));
  if (since.some(({ outcome }) => outcome !== 'said') || opened.some(({ step }) => outside(step)))
    return { refused: 'left-the-house' };
  return following(state, [{ type: 'undone', at: now, step: last.step, by, cause }], runbook, now);
}

/** The history keeps both; branches already taken stay as they are. */
function correct(command: Of<'correct'>, state: Run, runbook: Runbook, now: number): RunAnswer {
  const { name, value, by, cause } = command;
  const reason = command.reason.trim();
  if (!(name in state.answers)) return { refused: 'not-answered' };
  if (reason === '') return { refused: 'reason-needed' };
  if (JSON.stringify(state.answers[name]) === JSON.stringify(value)) return NOTHING;
  return following(state, [{ type: 'corrected', at: now, name, value, reason, by, cause }], runbook, now);
}

function following(
  before: Run | null,
  events: readonly RunEvent[],
  runbook: Runbook,
  now: number,
): RunDecision {
  const after = events.reduce<Run | null>((state, event) => evolve(state, event), before);
  return { events, tasks: after ? tasksFor(events, after, runbook, now) : [] };
}
