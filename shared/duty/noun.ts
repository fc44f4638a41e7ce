import type { Noun, TaskKind } from '../tasks/index.ts';
import type { DutyContext } from './context.ts';
import { lookTask, nextLook } from './decide.ts';
import { evolve } from './evolve.ts';
import { mirrorKind } from './mirror.ts';
import type { DutyEvent, DutyWatch } from './model.ts';
import { sayKind } from './say.ts';
import { audienceFor, watchRota } from './watch.ts';

/** Everything that watching over a rota may have to do, by the name its tasks carry. */
export function dutyNoun(ctx: DutyContext): Noun<DutyWatch, DutyEvent> {
  return { name: 'duty', evolve, kinds: { look: lookKind(ctx), say: sayKind(ctx), mirror: mirrorKind(ctx) } };
}

/** A moment at which something about the rota must be said, edits or not: it looks, and waits for the next such moment. */
function lookKind(ctx: DutyContext): TaskKind<DutyWatch, DutyEvent> {
  return {
    persistent: true,
    guard: () => true,
    async perform({ rota }, _task, { signal }) {
      await watchRota(ctx, rota, signal);
    },
    done: (state, _task, _result, now) => ({
      events: [],
      tasks: [lookTask(nextLook(state, audienceFor(ctx, state.rota), now))],
    }),
  };
}
