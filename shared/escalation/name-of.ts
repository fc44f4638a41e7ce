import type { EscalationContext } from './context.ts';
import type { Escalation } from './model.ts';

/** What this call names a person, else what Slack does. */
export async function nameOf(
  ctx: EscalationContext,
  state: Escalation,
  user: string,
  signal: AbortSignal,
): Promise<string> {
  const called = state.called.find((call) => call.user === user);
  return called?.name ?? (await ctx.people.find(user, signal))?.name ?? user;
}
