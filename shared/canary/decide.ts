import { never } from '../platform/errors.ts';
import type { NewTask } from '../tasks/index.ts';
import type { Canary, CanaryDecision, Command, Run, Trouble } from './model.ts';

const NOTHING: CanaryDecision = { events: [], tasks: [] };

/** One task of each kind for all runs: armed again each time, so that the record stays small. */
const task = (kind: string, lane: NewTask['lane'], dueAt: number, step: object): NewTask => ({
  id: kind,
  kind: `canary.${kind}`,
  lane,
  dueAt,
  step,
  mode: 'arm',
});

/** What follows from a command. Pure. Nothing for one that concerns another run, or was carried out before. */
export function decide(command: Command, state: Canary | null, now: number): CanaryDecision {
  if (command.type === 'start') return start(command, state, now);
  const run = state?.run;
  if (!state || !run || run.nonce !== command.nonce || run.answeredAt !== null) return NOTHING;
  const { nonce } = run;
  switch (command.type) {
    case 'sent':
      return run.ts ? NOTHING : { events: [{ type: 'sent', at: now, ts: command.ts }], tasks: [] };
    case 'hear':
      if (run.heardAt !== null) return NOTHING;
      return {
        events: [{ type: 'heard', at: now }],
        tasks: [task('answer', 'calls', now, { nonce, ts: command.ts })],
      };
    case 'answered': {
      const tell = state.outage && task('tell-recovered', 'work', now, { ...state.outage, until: now });
      return { events: [{ type: 'answered', at: now }], tasks: tell ? [tell] : [] };
    }
    case 'fail': {
      // Said once an outage, whatever else fails in it.
      if (state.outage) return NOTHING;
      const trouble = command.trouble ?? missing(run);
      const failed = { type: 'failed', at: now, trouble, reason: command.reason } as const;
      return { events: [failed], tasks: [task('tell-failed', 'work', now, { since: now })] };
    }
    default:
      return never(command);
  }
}

function start(
  { nonce, period, late }: Extract<Command, { type: 'start' }>,
  state: Canary | null,
  now: number,
): CanaryDecision {
  if (state?.run?.period === period) return NOTHING;
  return {
    events: [{ type: 'started', at: now, nonce, period }],
    tasks: [task('post', 'work', now, { nonce }), task('check', 'work', now + late, { nonce })],
  };
}

const missing = (run: Run): Trouble =>
  run.heardAt !== null ? 'not-answered' : run.ts !== null ? 'not-heard' : 'not-sent';
