import { mayTell, type Person } from '../../incident/index.ts';
import { type AppliedPostmortem, applyPostmortem } from '../apply.ts';
import type { PostmortemVerbs } from '../context.ts';
import type { FoundPostmortem } from '../find.ts';
import type { Refusal } from '../model.ts';

/** Why it may not be written into the folder, which others read; null where it may. Asked before each writing, too. */
export function docBarred(
  { config }: Pick<PostmortemVerbs, 'config'>,
  { state, incidents }: Pick<FoundPostmortem, 'state' | 'incidents'>,
): Refusal | null {
  if (!config.docs) return { refused: 'docs-off' };
  const open = !state.private && incidents.every((one) => mayTell(one, 'document') === 'all');
  return open ? null : { refused: 'docs-private' };
}

/** Asks for it as a Google Doc: made the first time, its text replaced after that. A task writes it. */
export async function exportToDocs(
  ctx: PostmortemVerbs,
  found: FoundPostmortem,
  by: Person,
): Promise<AppliedPostmortem> {
  const refusal = docBarred(ctx, found);
  if (refusal) return { state: found.state, refusal };
  return applyPostmortem(ctx, found.path, { type: 'export-doc', by });
}
