import { auditDocument } from '../audit/index.ts';
import { randomNonce, recordId } from '../platform/ids.ts';
import { every } from '../store/every.ts';
import { webhooks } from '../store/webhook-shapes.ts';
import type { Pointer } from '../tasks/index.ts';
import { apply } from './apply.ts';
import type { Common } from './context.ts';
import {
  isWebhookId,
  type KeptSecret,
  MOST_WEBHOOKS,
  OVERLAP_MS,
  type Person,
  type Settings,
  secretContext,
  secretPath,
  type Webhook,
  webhookPath,
} from './model.ts';
import { hintOf, newSecret } from './secret.ts';

/** Those of a workspace that were not deleted, latest first. */
export async function listWebhooks(
  { store }: Pick<Common, 'store'>,
  team: string,
): Promise<readonly Webhook[]> {
  const all = await Array.fromAsync(every<Webhook>(store, { shape: webhooks.ofTeam, values: { team } }));
  return all.map(({ data }) => data).filter(({ deleted }) => !deleted);
}

/** Null where there is none, or it is another workspace's, or it was deleted. */
export async function readWebhook(
  { store }: Pick<Common, 'store'>,
  team: string,
  id: string,
): Promise<Webhook | null> {
  const found = isWebhookId(id) ? (await store.get<Webhook>(webhookPath(id)))?.data : null;
  return found && found.team === team && !found.deleted ? found : null;
}

/** Makes one. Its secret is told this one time only. Null where there are as many as may be. */
export async function makeWebhook(
  ctx: Common,
  team: string,
  settings: Settings,
  by: Person,
  signal: AbortSignal,
): Promise<{ readonly id: string; readonly secret: string } | null> {
  if ((await listWebhooks(ctx, team)).length >= MOST_WEBHOOKS) return null;
  const id = recordId('wh', team, randomNonce());
  const secret = newSecret();
  const kept: KeptSecret = {
    ciphertext: await ctx.cipher.encrypt(secret, secretContext(team, id), signal),
    old: null,
    oldUntil: null,
  };
  const beside = [{ path: secretPath(id), data: kept }, audited(ctx, id, 'made', by)];
  const command = { type: 'make', id, team, by, ...settings, hint: hintOf(secret) } as const;
  await apply(ctx, { id, team }, command, { beside });
  return { id, secret };
}

/** Makes another secret, told this one time only; the one before signs, too, for a day. Null where there is no webhook. */
export async function rotateSecret(
  ctx: Common,
  team: string,
  id: string,
  by: Person,
  signal: AbortSignal,
): Promise<string | null> {
  if (!(await readWebhook(ctx, team, id))) return null;
  const secret = newSecret();
  const ciphertext = await ctx.cipher.encrypt(secret, secretContext(team, id), signal);
  const before = (await ctx.store.get<KeptSecret>(secretPath(id)))?.data.ciphertext ?? null;
  const kept: KeptSecret = { ciphertext, old: before, oldUntil: ctx.clock.now() + OVERLAP_MS };
  const beside = [{ path: secretPath(id), data: kept }, audited(ctx, id, 'rotated', by)];
  const { changed } = await apply(
    ctx,
    { id, team },
    { type: 'rotate', by, hint: hintOf(secret) },
    { beside },
  );
  return changed ? secret : null;
}

/** Changes what an admin says of it, or whether it is on. False where there is none. */
export async function changeWebhook(
  ctx: Common,
  team: string,
  id: string,
  change: Settings | { readonly on: boolean },
  by: Person,
): Promise<boolean> {
  const on = 'on' in change;
  const verb = on ? (change.on ? 'switched-on' : 'switched-off') : 'edited';
  const command = on
    ? ({ type: 'switch', by, ...change } as const)
    : ({ type: 'edit', by, ...change } as const);
  const { state } = await apply(ctx, { id, team }, command, { beside: [audited(ctx, id, verb, by)] });
  return state !== null && !state.deleted;
}

/** It hears nothing more, and its secret is forgotten. What was sent to it stays in the log until it is too old. */
export async function deleteWebhook(ctx: Common, team: string, id: string, by: Person): Promise<boolean> {
  const gone: KeptSecret = { ciphertext: null, old: null, oldUntil: null };
  const beside = [{ path: secretPath(id), data: gone }, audited(ctx, id, 'deleted', by)];
  return (await apply(ctx, { id, team }, { type: 'delete', by }, { beside })).changed;
}

/** Sends once more, in the worker, what did not arrive between two instants (epoch ms). */
export async function replayPeriod(
  ctx: Common,
  team: string,
  id: string,
  period: { readonly from: number; readonly to: number },
  by: Person,
): Promise<boolean> {
  const beside = [audited(ctx, id, 'replayed', by)];
  return (await apply(ctx, { id, team }, { type: 'replay', ...period, by }, { beside })).changed;
}

function audited(
  { clock }: Pick<Common, 'clock'>,
  id: string,
  verb: string,
  { user, name }: Person,
): Pointer {
  const action = `webhook.${verb}`;
  return auditDocument({ at: clock.now(), by: user, name, action, record: webhookPath(id), target: id });
}
