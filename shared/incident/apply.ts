import { commit } from '../tasks/index.ts';
import { isRefusal } from './answer.ts';
import type { IncidentVerbs } from './context.ts';
import { decide } from './decide.ts';
import type { Command, Incident, Refusal } from './model.ts';
import { fold } from './summary.ts';

export interface Applied {
  /** As it stands after the command; null where there is no such incident. */
  readonly state: Incident | null;
  readonly refusal: Refusal | null;
}

/** Carries out a command on an incident in one transaction; `command` is made from the state, maybe several times. */
export function apply(
  ctx: IncidentVerbs,
  path: string,
  command: (state: Incident) => Exclude<Command, { type: 'declare' }>,
): Promise<Applied> {
  const { store, clock } = ctx.calls;
  return store.transaction(async (tx) => {
    const state = (await tx.get<Incident>(path))?.data ?? null;
    if (!state) return { state: null, refusal: null };
    const now = clock.now();
    const answer = decide(command(state), state, now, ctx.settings);
    if (isRefusal(answer)) return { state, refusal: answer };
    return { state: await commit(tx, path, state, answer, fold, now), refusal: null };
  });
}
