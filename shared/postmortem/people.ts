import { type Person, personOf } from '../incident/index.ts';
import { type AppliedPostmortem, applyPostmortem } from './apply.ts';
import type { PostmortemVerbs } from './context.ts';
import { type FoundPostmortem, mayRead } from './find.ts';
import type { Refusal } from './model.ts';

/** Names who reads it before it counts as ready; `users` are Slack ids. All of them, not some more. */
export async function setReviewers(
  ctx: PostmortemVerbs,
  found: FoundPostmortem,
  users: readonly string[],
  by: Person,
  signal: AbortSignal,
): Promise<AppliedPostmortem> {
  const looked = await Promise.all(users.map((user) => reader(ctx, found, user, signal)));
  const refusal = looked.find((one) => 'refused' in one);
  if (refusal && 'refused' in refusal) return { state: found.state, refusal };
  const people = looked.filter((one): one is Person => 'user' in one);
  return applyPostmortem(ctx, found.path, { type: 'set-reviewers', people, by });
}

/** Gives it to somebody else to see to. */
export async function setLead(
  ctx: PostmortemVerbs,
  found: FoundPostmortem,
  user: string,
  by: Person,
  signal: AbortSignal,
): Promise<AppliedPostmortem> {
  const to = await reader(ctx, found, user, signal);
  if ('refused' in to) return { state: found.state, refusal: to };
  return applyPostmortem(ctx, found.path, { type: 'set-lead', to, by });
}

/** Somebody who is there and may read it; else why not. */
async function reader(
  ctx: PostmortemVerbs,
  found: FoundPostmortem,
  user: string,
  signal: AbortSignal,
): Promise<Person | Refusal> {
  const account = await ctx.incidents.calls.people.find(user, signal);
  if (!account || account.deactivated || account.bot)
    return { refused: 'person-unknown', name: account?.name ?? user };
  const { name } = await personOf(ctx.incidents, user, signal);
  return mayRead(found, user) ? { user, name } : { refused: 'outsider', name };
}
