import type { Touched } from '../slack/index.ts';
import { commit, type Task, taskPath } from '../tasks/index.ts';
import type { AlertContext } from './context.ts';
import { decide, evolve } from './decide.ts';
import { decodeMember } from './members.ts';
import type { Alert, Command, Member } from './model.ts';
import { alertId, alertPath, memberPath } from './records.ts';
import { type Ruled, ruleFor } from './rules.ts';
import type { Signal } from './signal.ts';

/**
 * Takes one alert. First its own document, then the card's record, and that only where no look at it is waiting: a
 * thousand alerts in a minute write a thousand documents and one record a few times. Safe to repeat.
 */
export async function receiveAlert(ctx: AlertContext, signal: Signal): Promise<Touched> {
  const { clock, log } = ctx.incidents.calls;
  if (!ctx.config) {
    log.warn('alert-not-taken', { source: signal.source, reason: 'toban.yaml has no `alerts:`' });
    return null;
  }
  const ruled = ruleFor(signal, ctx.config);
  if (ruled.drop) return null;
  const id = alertId(signal, ruled);
  const path = alertPath(id);
  const changed = await noteMember(ctx, memberPath(path, signal), signal, ruled);
  if (!changed) return path;
  if (await looksSoon(ctx, path)) return path;
  const { source, service } = { source: signal.source, service: ruled.service };
  const title = signal.group ?? signal.title;
  const command: Command =
    signal.state === 'open'
      ? { type: 'fire', id, source, title, service, declareAfter: ruled.declareAfter }
      : { type: 'look' };
  await change(ctx, path, command, clock.now());
  return path;
}

/** False: it was said before. */
function noteMember(ctx: AlertContext, path: string, signal: Signal, ruled: Ruled): Promise<boolean> {
  const { store, clock } = ctx.incidents.calls;
  return store.transaction(async (tx) => {
    const before = (await tx.get<Member>(path))?.data ?? null;
    const after = decodeMember(before, signal, ruled.burnRate, clock.now());
    if (after === null) return false;
    tx.put(path, after);
    return true;
  });
}

/** A look that nobody has begun yet will see what has just been written; a closed card must be opened anew. */
async function looksSoon(ctx: AlertContext, path: string): Promise<boolean> {
  const { store } = ctx.incidents.calls;
  const [alert, card] = await Promise.all([store.get<Alert>(path), store.get<Task>(taskPath(path, 'card'))]);
  return alert?.data.status === 'open' && card?.data.dueAt != null && card.data.attempt === null;
}

/** Carries out a command in one transaction; the state after it. */
export function change(
  ctx: AlertContext,
  path: string,
  command: Command,
  now: number,
): Promise<Alert | null> {
  return ctx.incidents.calls.store.transaction(async (tx) => {
    const state = (await tx.get<Alert>(path))?.data ?? null;
    return commit(tx, path, state, decide(command, state, now), evolve, now);
  });
}
