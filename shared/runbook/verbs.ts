import { type Incident, isMilestone, mayTell, type OutOfOrder, outOfOrder } from '../incident/index.ts';
import { commit } from '../tasks/index.ts';
import type { RunbookContext } from './context.ts';
import { decide, isRefusal } from './decide.ts';
import { evolve } from './evolve.ts';
import { askOf, stepById } from './flow.ts';
import { type Entry, listOffered, listRunbooks, runbookAt } from './library.ts';
import type { Runbook } from './model.ts';
import { runId, runPath } from './records.ts';
import { countedRun } from './run-count.ts';
import type { Person, Run, RunCommand, RunRefusal } from './run-model.ts';
import { inLanguage } from './suggest.ts';

type Reads = Pick<RunbookContext['incidents'], 'settings'> & {
  readonly calls: Pick<RunbookContext['incidents']['calls'], 'store' | 'clock' | 'locale'>;
};

export interface RunAt {
  readonly path: string;
  readonly state: Run;
}

export interface RunChange {
  readonly path: string;
  readonly state: Run;
  readonly refusal:
    | RunRefusal
    | { readonly refused: 'incident-closed' }
    | ({ readonly refused: 'time-order' } & OutOfOrder)
    | null;
}

/** By the id that buttons and pages carry; only where the reader may know of its incident. Null otherwise. */
export async function runById(
  ctx: Reads,
  id: string,
  reader: string,
): Promise<(RunAt & { incident: Incident }) | null> {
  if (!/^run_[0-9a-f]{32}$/.test(id)) return null;
  const path = runPath(id);
  const state = (await ctx.calls.store.get<Run>(path))?.data;
  const incident = state && (await ctx.calls.store.get<Incident>(state.incident))?.data;
  return state && incident && mayTell(incident, 'page', reader) === 'all' ? { path, state, incident } : null;
}

/**
 * The entry of a runbook by its name: with its language, or without in the workspace's. `retired`: also one that is offered
 * no more, which another runbook's step still names.
 */
export async function entryNamed(ctx: Reads, name: string, retired = false): Promise<Entry | null> {
  const entries = await (retired ? listRunbooks : listOffered)(ctx.calls.store);
  const exact = entries.find(({ id }) => id === name);
  return (
    exact ??
    inLanguage(entries, ctx.calls.locale).find(({ id }) => id.replace(/\.(ja|en)$/, '') === name) ??
    null
  );
}

/** Starts a runbook for an incident. From one cause comes one run, however often it arrives. */
export async function startRun(
  ctx: Reads,
  incident: { readonly path: string; readonly team: string },
  entry: Entry,
  by: Person | null,
  cause: string,
): Promise<RunChange> {
  const { store, clock } = ctx.calls;
  const runbook = await runbookAt(store, entry.id, entry.version);
  const id = runId(incident.path, entry.id, cause);
  const path = runPath(id);
  return store.transaction(async (tx) => {
    const there = (await tx.get<Run>(path))?.data ?? null;
    const known = (await tx.get<Incident>(incident.path))?.data ?? null;
    const closed = known?.status === 'closed';
    if (there) return { path, state: there, refusal: null };
    const count = await countedRun(tx, entry.id, known);
    const { team } = incident;
    const command = { type: 'start', id, team, incident: incident.path, version: entry.version, by } as const;
    const answer = decide(command, null, runbook, clock.now());
    if (isRefusal(answer)) throw new Error('a start is never refused');
    const state = closed
      ? answer.events.reduce<Run | null>((before, event) => evolve(before, event), null)
      : await commit(tx, path, null, answer, evolve, clock.now());
    if (!state) throw new Error('a start makes a run');
    if (!closed) count();
    return { path, state, refusal: closed ? { refused: 'incident-closed' } : null };
  });
}

/** Carries out a command on a run in one transaction. An incident that is closed takes no more answers. */
export async function changeRun(
  ctx: Reads,
  { path, state: seen }: RunAt,
  command: Exclude<RunCommand, { type: 'start' }>,
): Promise<RunChange> {
  const { store, clock } = ctx.calls;
  const runbook = await runbookAt(store, seen.runbook.id, seen.runbook.version);
  return store.transaction(async (tx) => {
    const state = (await tx.get<Run>(path))?.data ?? seen;
    const known = await tx.get<Incident>(state.incident);
    const closed = known?.data.status === 'closed';
    if (closed && 'cause' in command) return { path, state, refusal: { refused: 'incident-closed' } };
    const answer = decide(command, state, runbook, clock.now());
    if (isRefusal(answer)) return { path, state, refusal: answer };
    const against = known && contradicted(command, runbook, known.data);
    if (against && answer.events.length > 0)
      return { path, state, refusal: { refused: 'time-order', ...against } };
    return {
      path,
      state: (await commit(tx, path, state, answer, evolve, clock.now())) ?? state,
      refusal: null,
    };
  });
}

/** The answer is a time that is written into a milestone, and what is recorded there speaks against it. */
function contradicted(
  command: Exclude<RunCommand, { type: 'start' }>,
  runbook: Runbook,
  { milestones }: Incident,
): OutOfOrder | null {
  if (command.type !== 'answer' && command.type !== 'correct') return null;
  const act =
    command.type === 'answer' ? stepById(runbook, command.step)?.step.act : askOf(runbook, command.name);
  if (act?.kind !== 'ask' || typeof command.value !== 'number') return null;
  const [group, name = ''] = (act.into ?? '').split('.', 2);
  return group === 'milestone' && isMilestone(name) ? outOfOrder(milestones, name, command.value) : null;
}
