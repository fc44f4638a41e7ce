import { never, TobanError } from '../platform/errors.ts';
import type { OpenStep, Passed, Run, RunEvent } from './run-model.ts';

const MOST_LOG = 600;
const MOST_HEARD = 100;

type Of<T extends RunEvent['type']> = Extract<RunEvent, { type: T }>;

/** The state after one more fact. */
export function evolve(before: Run | null, event: RunEvent): Run {
  if (event.type === 'started') return opened(begun(event), event);
  if (before === null) throw new TobanError('bug', `the first event must be "started", not "${event.type}"`);
  const heard =
    'cause' in event && event.cause ? [...before.heard, event.cause].slice(-MOST_HEARD) : before.heard;
  const state: Run = { ...before, version: before.version + 1, heard };
  switch (event.type) {
    case 'passed':
      return passed(state, event);
    case 'undone':
      return undone(state, event);
    case 'corrected':
      return corrected(state, event);
    case 'handed':
      return { ...state, open: eachOpen(state, event.step, (one) => ({ ...one, holder: event.to })) };
    case 'failed':
      return { ...state, open: eachOpen(state, event.step, (one) => ({ ...one, failed: event.reason })) };
    case 'retried':
      return { ...state, open: eachOpen(state, event.step, (one) => ({ ...one, failed: null })) };
    case 'stopped': {
      const { by, reason, at } = event;
      return { ...state, status: 'stopped', endedAt: at, open: [], stopped: { by, reason } };
    }
    case 'posted':
      return { ...state, post: { channel: event.channel, ts: event.ts } };
    default:
      return never(event);
  }
}

const begun = ({ id, team, incident, runbook, by, at }: Of<'started'>): Run => ({
  version: 1,
  id,
  team,
  incident,
  runbook,
  status: 'running',
  startedBy: by,
  startedAt: at,
  endedAt: null,
  stopped: null,
  open: [],
  log: [],
  answers: {},
  visits: {},
  post: null,
  heard: [],
});

const eachOpen = (state: Run, step: string, change: (one: OpenStep) => OpenStep): OpenStep[] =>
  state.open.map((one) => (one.step === step ? change(one) : one));

/** Reads out, opens, and ends the run where nothing is left open. */
function opened(state: Run, event: Of<'started'> | Of<'passed'>): Run {
  const { said, opens, at } = event;
  const visits = { ...state.visits };
  for (const step of [...said, ...opens]) visits[step] = (visits[step] ?? 0) + 1;
  const read = said.map(
    (step): Passed => ({
      step,
      visit: visits[step] ?? 1,
      outcome: 'said',
      value: null,
      by: null,
      at,
      note: null,
      opens: [],
      corrections: [],
    }),
  );
  const open = [
    ...state.open,
    ...opens.map(
      (step): OpenStep => ({ step, visit: visits[step] ?? 1, since: at, holder: null, failed: null }),
    ),
  ];
  const ended = open.length === 0 ? { status: 'done' as const, endedAt: at } : {};
  return { ...state, visits, open, log: [...state.log, ...read].slice(-MOST_LOG), ...ended };
}

function passed(state: Run, event: Of<'passed'>): Run {
  const { step, visit, outcome, value, by, at, note, opens } = event;
  const one: Passed = { step, visit, outcome, value, by, at, note, opens, corrections: [] };
  const open = state.open.filter((other) => other.step !== step);
  const answers =
    outcome === 'answered' && value !== null ? { ...state.answers, [step]: value } : state.answers;
  return opened({ ...state, open, answers, log: [...state.log, one] }, event);
}

/** As it was before the last step that a person passed. */
function undone(state: Run, { step, at }: Of<'undone'>): Run {
  const index = state.log.findLastIndex((one) => one.step === step);
  const last = state.log[index];
  if (!last) throw new TobanError('bug', 'what is undone was never passed');
  const log = state.log.slice(0, index);
  const open = [
    ...state.open.filter((one) => !last.opens.includes(one.step)),
    { step, visit: last.visit, since: at, holder: null, failed: null },
  ];
  const { [step]: _taken, ...others } = state.answers;
  const earlier = log.findLast((one) => one.step === step && one.value !== null)?.value;
  const answers = earlier === undefined || earlier === null ? others : { ...others, [step]: earlier };
  return { ...state, status: 'running', endedAt: null, log, open, answers };
}

function corrected(state: Run, { name, value, reason, by, at }: Of<'corrected'>): Run {
  const index = state.log.findLastIndex((one) => one.step === name && one.outcome === 'answered');
  const log = state.log.map((one, i) =>
    i === index ? { ...one, corrections: [...one.corrections, { value, reason, by, at }] } : one,
  );
  return { ...state, log, answers: { ...state.answers, [name]: value } };
}
