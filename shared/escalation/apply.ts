import { recordId } from '../platform/ids.ts';
import { commit, type NewTask, taskPath } from '../tasks/index.ts';
import type { Command, Refusal } from './commands.ts';
import type { EscalationContext } from './context.ts';
import { decide, isRefusal } from './decide.ts';
import type { Escalation } from './model.ts';
import { fold } from './summary.ts';

/**
 * Carries out a command on a call in one transaction. `command` is made from the state, which may be read several
 * times. Returns the refusal, if that is what came of it.
 */
export function apply(
  ctx: EscalationContext,
  path: string,
  command: (state: Escalation) => Promise<Command>,
): Promise<Refusal | null> {
  return ctx.store.transaction(async (tx) => {
    const state = (await tx.get<Escalation>(path))?.data ?? null;
    if (!state) return null;
    const now = ctx.clock.now();
    const answer = decide(await command(state), state, now);
    if (isRefusal(answer)) return answer;
    await commit(tx, path, state, answer, fold, now);
    return null;
  });
}

/** Tells one person why nothing was done; a task, so that it is tried again and never twice for one cause. */
export async function replyTo(
  ctx: EscalationContext,
  path: string,
  refusal: Refusal,
  to: { user: string; channel: string | null; threadTs: string | null; cause: string },
): Promise<void> {
  const now = ctx.clock.now();
  const task: NewTask = {
    id: recordId('whisper', to.user, to.cause),
    kind: 'escalation.whisper',
    lane: 'work',
    dueAt: now,
    step: { user: to.user, channel: to.channel, threadTs: to.threadTs, refusal },
  };
  await ctx.store.transaction(async (tx) => {
    const state = (await tx.get<Escalation>(path))?.data ?? null;
    if (await tx.get(taskPath(path, task.id))) return;
    // What was refused stays refused: delivered again later, it must not count after all.
    const heard = state ? [{ type: 'heard' as const, at: now, cause: to.cause }] : [];
    await commit(tx, path, state, { events: heard, tasks: [task] }, fold, now);
  });
}
