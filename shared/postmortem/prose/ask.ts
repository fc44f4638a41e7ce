import { mayTell, type Person } from '../../incident/index.ts';
import { type AppliedPostmortem, applyPostmortem } from '../apply.ts';
import type { PostmortemVerbs } from '../context.ts';
import type { FoundPostmortem } from '../find.ts';
import type { Refusal } from '../model.ts';
import { sectionsToWrite } from './plan.ts';
import { proseIn, proseStanding } from './standing.ts';

type Asking = Pick<PostmortemVerbs, 'ai'>;
type Asked = Pick<FoundPostmortem, 'state' | 'incidents'>;

/** Why nothing of it may be handed to a language model; null where it may. Asked before each request, too. */
export function barredFor({ ai }: Asking, { state, incidents }: Asked): Refusal | null {
  if (ai === null) return { refused: 'ai-off' };
  if (state.incidents.length !== 1) return { refused: 'ai-several' };
  const open = incidents.length > 0 && incidents.every((one) => mayTell(one, 'draft') === 'all');
  return open || ai.privateIncidents ? null : { refused: 'ai-private' };
}

/** Whether a button that asks is worth showing: for the first time, once more, or not at all (null). Pure. */
export function askable(ctx: Asking, found: Asked): 'first' | 'again' | null {
  const { state } = found;
  if (state.state !== 'draft' || barredFor(ctx, found)) return null;
  const standing = proseStanding(state);
  if (standing?.kind === 'writing') return null;
  if (standing === null) return sectionsToWrite(state, false).length > 0 ? 'first' : null;
  if (standing.kind === 'failed') return 'again';
  return sectionsToWrite(state, false).some((id) => proseIn(state, id)?.state !== 'failed') ? 'again' : null;
}

/**
 * Asks for prose in the sections that nobody has touched: those without, or those that failed. At resolve (`by` null)
 * also those that have some, since more is known. What was asked for is written by tasks.
 */
export async function askProse(
  ctx: PostmortemVerbs,
  found: Pick<FoundPostmortem, 'path' | 'state' | 'incidents'>,
  by: Person | null,
): Promise<AppliedPostmortem> {
  const refusal = barredFor(ctx, found);
  if (refusal) return { state: found.state, refusal };
  return applyPostmortem(ctx, found.path, { type: 'ask-prose', by, anew: by === null });
}
