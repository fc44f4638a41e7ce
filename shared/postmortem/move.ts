import type { Person } from '../incident/index.ts';
import { type AppliedPostmortem, applyPostmortem } from './apply.ts';
import type { PostmortemVerbs } from './context.ts';
import { factsOf } from './facts.ts';
import type { FoundPostmortem } from './find.ts';
import type { State } from './model.ts';

/** To another state; ready and published only where the whole checklist is done: `not-complete` says what is left. */
export async function movePostmortem(
  ctx: PostmortemVerbs,
  found: FoundPostmortem,
  to: State,
  reason: string | null,
  by: Person,
): Promise<AppliedPostmortem> {
  const facts = await factsOf(ctx, found);
  return applyPostmortem(ctx, found.path, { type: 'move', to, reason, facts, by });
}
