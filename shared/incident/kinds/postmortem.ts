import type { IncidentContext } from '../context.ts';
import type { Kind } from './help.ts';

/** At resolve, the postmortem is there with all that is known; again at the next resolve. A drill asks for none. */
export function postmortemKind(ctx: IncidentContext): Kind<unknown, { readonly record: string | null }> {
  return {
    persistent: false,
    guard: (state) => !state.open && !state.drill,
    perform: async (state, _task, { signal }) => ({ record: await ctx.postmortem(state, signal) }),
  };
}
