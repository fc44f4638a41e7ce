import { apply } from './apply.ts';
import type { EscalationContext } from './context.ts';
import type { BecameIncident, Escalation } from './model.ts';
import { escalationPath, type Pointer, threadPath } from './records.ts';

/** A call by the path of its record; null where there is none. */
export async function callAt(
  ctx: Pick<EscalationContext, 'store'>,
  path: string,
): Promise<Escalation | null> {
  if (!/^escalations\/esc_[0-9a-f]{32}$/.test(path)) return null;
  return (await ctx.store.get<Escalation>(path))?.data ?? null;
}

/** Path of the call that a message made, or of the latest one in its thread. */
export async function callInThread(
  ctx: Pick<EscalationContext, 'store'>,
  where: {
    readonly team: string;
    readonly channel: string;
    readonly ts: string;
    readonly threadTs: string | null;
  },
): Promise<string | null> {
  const { team, channel, ts, threadTs } = where;
  const own = escalationPath(team, channel, ts);
  if (await ctx.store.get<Escalation>(own)) return own;
  const thread = await ctx.store.get<Pointer>(threadPath(team, channel, threadTs ?? ts));
  return thread?.data.record ?? null;
}

/** The call ends and goes on as an incident. Safe to repeat, and told again when there is a room. */
export async function becomeIncident(
  ctx: EscalationContext,
  path: string,
  incident: BecameIncident,
): Promise<void> {
  await apply(ctx, path, async () => ({ type: 'become-incident', incident }));
}
