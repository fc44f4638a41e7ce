import { z } from 'zod';
import { type Understood, understand, type Wrong } from './answer.ts';
import { decide, isRefusal } from './decide.ts';
import { evolve } from './evolve.ts';
import { stepById } from './flow.ts';
import type { Runbook } from './model.ts';
import type { Person, Run, RunCommand, RunRefusal } from './run-model.ts';

const step = z.string().max(100);

/** What somebody did with an open step in a rehearsal; `time` lets a wait go by. */
export const RehearsalMove = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('answer'),
    step,
    said: z.union([z.string().max(4_000), z.array(z.string().max(200)).max(100)]),
  }),
  z.strictObject({ do: z.literal('confirm'), step }),
  z.strictObject({ do: z.literal('skip'), step, reason: z.string().max(1_000) }),
  z.strictObject({ do: z.literal('time'), step }),
]);
export type RehearsalMove = z.infer<typeof RehearsalMove>;

/** As many moves are played again with each press. */
export const MOST_MOVES = 400;
/** A runbook that does more than this by itself without asking anybody goes in circles. */
const MOST_OWN = 200;

export interface Rehearsal {
  readonly run: Run;
  /** The moves that were carried out. */
  readonly moves: readonly RehearsalMove[];
  /** The time by now: waits have gone by at once. */
  readonly now: number;
  /** Why the last move was not carried out; those before it were. */
  readonly trouble: { readonly step: string; readonly wrong: Wrong | RunRefusal } | null;
}

/**
 * Plays a runbook without an incident, from its beginning, by the same rules as a run: nothing is kept and nothing
 * leaves. What Toban would do by itself counts as done at once. Pure.
 */
export function rehearse(
  runbook: Runbook,
  moves: readonly RehearsalMove[],
  { startedAt, zone, by }: { readonly startedAt: number; readonly zone: string; readonly by: Person },
): Rehearsal {
  let now = startedAt;
  let run: Run | null = null;
  const give = (command: RunCommand): RunRefusal | null => {
    const answer = decide(command, run, runbook, now);
    if (isRefusal(answer)) return answer;
    for (const event of answer.events) run = evolve(run, event);
    return null;
  };
  const settle = () => {
    for (let count = 0; count < MOST_OWN; count += 1) {
      const own = run?.open.find((open) => isOwn(runbook, open.step));
      if (!own) return;
      give({ type: 'finish', step: own.step, visit: own.visit, result: { note: null } });
    }
    give({ type: 'stop', reason: `endless: ${run?.open[0]?.step ?? ''}`, by, cause: 'endless' });
  };
  const start = { id: 'run_rehearsal', team: '', incident: '', version: '', by } as const;
  give({ type: 'start', ...start });
  settle();
  const done: RehearsalMove[] = [];
  for (const move of moves.slice(0, MOST_MOVES)) {
    if (move.do === 'time') now = Math.max(now, waitEnds(runbook, run, move.step) ?? now);
    const command = commandOf(move, runbook, run, { now, zone }, { by, cause: String(done.length) });
    const wrong = 'wrong' in command ? command.wrong : give(command);
    if (wrong !== null) return { run: played(run), moves: done, now, trouble: { step: move.step, wrong } };
    done.push(move);
    settle();
  }
  return { run: played(run), moves: done, now, trouble: null };
}

function played(run: Run | null): Run {
  if (!run) throw new Error('a start makes a run');
  return run;
}

const isOwn = (runbook: Runbook, id: string): boolean =>
  ['do', 'http', 'run'].includes(stepById(runbook, id)?.step.act.kind ?? '');

function waitEnds(runbook: Runbook, run: Run | null, id: string): number | null {
  const act = stepById(runbook, id)?.step.act;
  const open = run?.open.find((one) => one.step === id);
  return act?.kind === 'wait' && open ? open.since + act.ms : null;
}

function commandOf(
  move: RehearsalMove,
  runbook: Runbook,
  run: Run | null,
  around: { readonly now: number; readonly zone: string },
  own: { readonly by: Person; readonly cause: string },
): RunCommand | { readonly wrong: Wrong | RunRefusal } {
  const act = stepById(runbook, move.step)?.step.act;
  switch (move.do) {
    case 'confirm':
      return { type: 'confirm', step: move.step, ...own };
    case 'skip':
      return { type: 'skip', step: move.step, reason: move.reason, ...own };
    case 'time': {
      const visit = run?.open.find((one) => one.step === move.step)?.visit;
      if (act?.kind !== 'wait' || visit === undefined) return { wrong: { refused: 'not-that-kind' } };
      return { type: 'finish', step: move.step, visit, result: { note: null } };
    }
    case 'answer': {
      if (act?.kind !== 'ask') return { wrong: { refused: 'not-that-kind' } };
      const understood: Understood = understand(act, move.said, around);
      if ('wrong' in understood) return understood;
      return { type: 'answer', step: move.step, value: understood.value, ...own };
    }
  }
}
