import { type Delivery, SEND } from '../delivery/index.ts';
import { every } from '../store/every.ts';
import type { Store } from '../store/port.ts';
import { webhooks } from '../store/webhook-shapes.ts';
import { eventPath, type Job, taskPath } from '../tasks/index.ts';
import type { WebhookContext } from './context.ts';

/** Forgets each night what is older than `keep` (ms): what was told lies in the records themselves. */
export const webhookLogJob = (
  { store, place }: Pick<WebhookContext, 'store' | 'place'>,
  keep: number,
): Job => ({
  name: 'webhook-log',
  lane: 'work',
  schedule: { at: '04:10', zone: place.zone },
  run: ({ now, signal }) => forgetBefore(store, now - keep, signal),
});

/** Deletes deliveries with their events and task, oldest first. A night that is too short is made up for by the next. */
export async function forgetBefore(store: Store, before: number, signal: AbortSignal): Promise<void> {
  const old = every<Delivery>(store, { shape: webhooks.oldDeliveries, values: { at: before } });
  for await (const { path, data } of old) {
    if (signal.aborted) return;
    await store.transaction(async (tx) => {
      for (let seq = 1; seq <= data.version; seq += 1) tx.delete(eventPath(path, seq));
      tx.delete(taskPath(path, SEND));
      tx.delete(path);
    });
  }
}
