import {
  type Delivery,
  type DeliveryStatus,
  deliveryOf,
  deliveryPath,
  evolveDelivery,
  isDeliveryId,
  sendTask,
} from '../delivery/index.ts';
import { randomNonce, recordId } from '../platform/ids.ts';
import type { Page } from '../store/port.ts';
import { webhooks } from '../store/webhook-shapes.ts';
import { commit } from '../tasks/index.ts';
import type { Common } from './context.ts';
import { type Person, type Webhook, webhookPath } from './model.ts';

const PAGE = 25;

export interface DeliveryLog {
  readonly deliveries: readonly Delivery[];
  readonly cursor: string | null;
}

/** What was sent to a webhook, latest first, 25 on a page. Errors: `bad-input` for a cursor of another list. */
export async function readLog(
  { store }: Pick<Common, 'store'>,
  webhook: string,
  { status, cursor }: { readonly status: DeliveryStatus | null; readonly cursor: string | null },
): Promise<DeliveryLog> {
  const query =
    status === null
      ? { shape: webhooks.deliveries, values: { webhook } }
      : { shape: webhooks.deliveriesIn, values: { webhook, status } };
  const page: Page<Delivery> = await store.page({ ...query, limit: PAGE, cursor });
  return { deliveries: page.docs.map(({ data }) => data), cursor: page.cursor };
}

/** Sends an event of no meaning, also to one that is off. The path of what is to be run. */
export async function sendTest(
  { store, clock }: Pick<Common, 'store' | 'clock'>,
  { id, team }: Webhook,
): Promise<string> {
  const event = recordId('evt', id, randomNonce());
  const of = { team, webhook: id, event, kind: 'webhook.test', subject: webhookPath(id) } as const;
  const documents = deliveryOf(of, clock.now());
  await store.transaction(async (tx) => {
    for (const { path, data } of documents) tx.create(path, data);
  });
  return documents[0]?.path ?? '';
}

/** Sends one event again, with the same id and the same bytes. False where this webhook has no such delivery. */
export function replayOne(
  { store, clock }: Pick<Common, 'store' | 'clock'>,
  webhook: string,
  id: string,
  by: Person,
): Promise<boolean> {
  return store.transaction(async (tx) => {
    const state = isDeliveryId(id) ? (await tx.get<Delivery>(deliveryPath(id)))?.data : null;
    if (state?.webhook !== webhook) return false;
    const now = clock.now();
    const event = { type: 'replayed', at: now, by: by.user } as const;
    await commit(
      tx,
      deliveryPath(id),
      state,
      { events: [event], tasks: [sendTask(now)] },
      evolveDelivery,
      now,
    );
    return true;
  });
}
