import { recordId } from '../platform/ids.ts';
import {
  decideOverride,
  evolveOverride,
  type Override,
  type OverrideCommand,
  type OverrideRefusal,
  type Party,
} from '../rota/index.ts';
import { commit } from '../tasks/index.ts';
import type { CoverContext } from './context.ts';
import { planOverride } from './plan.ts';
import { audienceOf } from './rota-of.ts';

export type Applied =
  /** `changed`: false where it had been done already. */
  | { readonly ok: true; readonly path: string; readonly override: Override; readonly changed: boolean }
  | { readonly ok: false; readonly why: OverrideRefusal };

/** Where the override of a gesture stands: the same gesture is the same override. */
export const overridePath = (team: string, cause: string): string =>
  `overrides/${recordId('ovr', team, cause)}`;

/**
 * Carries out a command. Two who press at once are settled here: each transaction reads what the other has written, and
 * what came second is refused with its reason or finds nothing to do.
 */
export function applyOverride(
  ctx: CoverContext,
  path: string,
  command: OverrideCommand,
  by: Party | null,
): Promise<Applied> {
  return ctx.store.transaction(async (tx): Promise<Applied> => {
    const now = ctx.clock.now();
    const before = (await tx.get<Override>(path))?.data ?? null;
    const decision = decideOverride(command, before, now);
    if (!decision.ok) return decision;
    const rota = before?.rota ?? (command.type === 'propose' ? command.rota : '');
    const plan = planOverride(decision.events, before, path, by, audienceOf(ctx, rota), now);
    const override = await commit(tx, path, before, plan, evolveOverride, now);
    if (override === null) return { ok: false, why: 'already-ended' };
    return { ok: true, path, override, changed: plan.events.length > 0 };
  });
}
