import type { Store } from '../store/port.ts';
import { commit, type Decision, type NewTask, type Noun, type TaskKind } from '../tasks/index.ts';
import { evolve } from './evolve.ts';
import { type Erasure, type ErasureEvent, erasurePath, subjectPath } from './model.ts';
import { carryOn, type Step } from './walk.ts';

type Kind<Result = unknown> = TaskKind<Erasure, ErasureEvent, unknown, Result>;

/** What somebody is at work on is let alone until they are done: longer than a lease. */
const PAUSE_MS = 60_000;
/** What a look found names a person: it is not kept longer than it is needed. */
const KEPT_MS = 7 * 86_400_000;

const task = (id: string, dueAt: number): NewTask => ({
  id,
  kind: `erasure.${id}`,
  lane: 'work',
  dueAt,
  step: {},
  mode: 'arm',
});
export const stepTask = (now: number): NewTask => task('step', now);
const forgetTask = (now: number): NewTask => task('forget', now);
export const lapseTask = (now: number): NewTask => task('lapse', now + KEPT_MS);

/** What is kept of a step: never the person. */
type Stepped = Pick<Step, 'kind'> & Pick<Erasure, 'counts' | 'passes' | 'clean' | 'held'>;

export const steppedOf = ({ kind, subject: { counts, held, position } }: Step): Stepped => ({
  kind,
  counts,
  held,
  passes: position.pass,
  clean: position.changed === 0 && position.busy === 0,
});

/** What follows from a step: the next one, or that the look or the erasure is over. */
export function follow({ phase }: Erasure, stepped: Stepped, now: number): Decision<ErasureEvent> {
  const { kind, counts, passes, clean, held } = stepped;
  if (kind === 'more') return { events: [], tasks: [stepTask(now)] };
  if (kind === 'wait') return { events: [], tasks: [stepTask(now + PAUSE_MS)] };
  return phase === 'looking'
    ? { events: [{ type: 'looked', at: now }], tasks: [] }
    : { events: [{ type: 'erased', at: now, counts, passes, clean, held }], tasks: [forgetTask(now)] };
}

/** One step after the other, by arming itself; whose erasure it was is deleted at the end. */
export function erasureNoun(store: Store): Noun<Erasure, ErasureEvent> {
  const step: Kind<Stepped> = {
    persistent: true,
    guard: ({ phase }) => phase === 'looking' || phase === 'erasing',
    perform: async (state, _task, { now, signal }) => steppedOf(await carryOn(store, state, now, signal)),
    done: (state, _task, result, now) => follow(state, result, now),
  };
  const forget: Kind = {
    persistent: true,
    guard: ({ phase }) => phase === 'erased' || phase === 'discarded',
    perform: ({ id }) =>
      store.transaction(async (tx) => {
        tx.delete(subjectPath(id));
        return {};
      }),
  };
  const lapse: Kind = {
    persistent: true,
    guard: ({ phase }) => phase === 'looking' || phase === 'looked',
    perform: async () => ({}),
    done: (_state, _task, _result, now) => ({
      events: [{ type: 'discarded', at: now }],
      tasks: [forgetTask(now)],
    }),
  };
  return { name: 'erasure', evolve, kinds: { step, forget, lapse } };
}

/** What follows from a step where no service runs: the command does it itself. */
export async function finishByHand(store: Store, before: Erasure, step: Step, now: number): Promise<void> {
  const path = erasurePath(before.id);
  const { events } = follow(before, steppedOf(step), now);
  if (events.length === 0) return;
  await store.transaction(async (tx) => {
    const current = (await tx.get<Erasure>(path))?.data ?? null;
    if (current?.version !== before.version) return;
    const state = await commit(tx, path, current, { events, tasks: [] }, evolve, now);
    if (state?.phase === 'erased') tx.delete(subjectPath(before.id));
  });
}
