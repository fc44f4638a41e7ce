import { isTobanError, type TobanError } from '../platform/errors.ts';
import type { TokenFacts } from '../ports/tokens.ts';
import { type AdminTokenContext, apply, isOnCall, readAdminToken } from './context.ts';
import { judge, TOKEN_OVER, type Verdict } from './judge.ts';
import type { AdminToken, Holder } from './model.ts';
import { readToken } from './read-token.ts';

/**
 * Asks Slack whether the token is still what it was taken for, and notes it. Safe to repeat. Throws what may pass
 * (`unavailable`, `rate-limited`), so that it is asked again: silence is not a reason for an alarm.
 */
export async function check(ctx: AdminTokenContext, signal: AbortSignal): Promise<void> {
  const state = await readAdminToken(ctx.store);
  const held = state?.holder ?? null;
  if (held?.via !== 'install' && ctx.environmentToken === null) {
    if (held) await apply(ctx, { type: 'remove', by: null });
    return;
  }
  const found = await look(ctx, state, signal);
  if ('fault' in found) return note(ctx, held, found);
  const { facts, name } = found;
  const onCall = await isOnCall(ctx, facts.user);
  const { user, team, scopes } = facts;
  if (held?.user !== user) {
    const holder = { user, name, team, via: 'environment' as const, by: null };
    await apply(ctx, { type: 'connect', holder, scopes, onCall });
  } else await apply(ctx, { type: 'pass', user, scopes, onCall });
}

type Found = { readonly facts: TokenFacts; readonly name: string } | (Verdict & { readonly of?: TokenFacts });

async function look(ctx: AdminTokenContext, state: AdminToken | null, signal: AbortSignal): Promise<Found> {
  const { tokens, slack } = ctx;
  let facts: TokenFacts;
  try {
    facts = await tokens.test(await readToken(ctx, state, signal), signal);
  } catch (error) {
    if (!isTobanError(error, 'refused')) throw error;
    return refusedBy(ctx, error, signal);
  }
  const [team, account] = await Promise.all([tokens.ownTeam(signal), slack.user(facts.user, signal)]);
  const verdict = judge(facts, account, team);
  return verdict ? { ...verdict, of: facts } : { facts, name: account?.name ?? facts.user };
}

/** Where the bot's own token is gone too, it is not the account: somebody removed the app. */
async function refusedBy(
  { tokens }: AdminTokenContext,
  error: TobanError,
  signal: AbortSignal,
): Promise<Verdict> {
  const reason = error.reason ?? null;
  if (!TOKEN_OVER.has(reason ?? '')) return { fault: 'unreadable', reason };
  try {
    await tokens.ownTeam(signal);
  } catch (own) {
    if (!isTobanError(own, 'refused')) throw own;
    return { fault: 'uninstalled', reason: own.reason ?? null };
  }
  return { fault: 'revoked', reason };
}

async function note(ctx: AdminTokenContext, held: Holder | null, verdict: Verdict & { of?: TokenFacts }) {
  const { fault, reason, of } = verdict;
  const unknown = {
    user: of?.user ?? 'unknown',
    name: of?.user ?? 'SLACK_ADMIN_TOKEN',
    team: of?.team ?? '',
  };
  const holder = held ?? { ...unknown, via: 'environment' as const, by: null };
  const fields = { fault, reason, user: holder.user };
  const before = (await readAdminToken(ctx.store))?.trouble;
  await apply(ctx, { type: 'fail', holder, fault, reason });
  // Where Slack itself is the trouble, or nobody is named as owner, this line is what the alert policy hears.
  if (before) ctx.log.warn('admin-token-still-lost', fields);
  else ctx.log.error('admin-token-lost', fields);
}

/**
 * What stands in the environment is looked at as soon as a worker that has it ticks, not only the next morning: once
 * in each process, and only while nobody is known.
 */
export function createAdopter(ctx: AdminTokenContext): (signal: AbortSignal) => Promise<void> {
  let done = ctx.environmentToken === null;
  return async (signal) => {
    if (done) return;
    if (!(await readAdminToken(ctx.store))?.holder) await check(ctx, signal);
    done = true;
  };
}
