import type { IncidentContext } from '../context.ts';
import type { Kind } from './help.ts';

/** Both say where its postmortem is kept; null: there is none. */
type Draft = Kind<unknown, { readonly record: string | null }>;

/** At resolve, the postmortem is there with all that is known; again at the next resolve. A drill asks for none. */
export function postmortemKind(ctx: IncidentContext): Draft {
  return {
    persistent: false,
    guard: (state) => !state.open && !state.drill,
    perform: async (state, _task, { signal }) => ({ record: await ctx.postmortem(state, signal) }),
  };
}

/** The record was put right: what Toban wrote into the draft is written anew. None is begun by it. */
export function redraftKind(ctx: IncidentContext): Draft {
  return {
    persistent: false,
    guard: (state) => !state.open,
    perform: async (state, _task, { signal }) => ({ record: await ctx.redraft(state, signal) }),
  };
}
