import type { ActionItem } from '../action-item/index.ts';
import { callOut, incidentOut, iso, itemOut, postmortemOut } from '../api-schema/index.ts';
import type { Delivery } from '../delivery/index.ts';
import type { Escalation } from '../escalation/index.ts';
import { type Incident, mayTell } from '../incident/index.ts';
import type { Postmortem } from '../postmortem/index.ts';
import type { WebhookContext } from './context.ts';
import type { Webhook } from './model.ts';

/** What is sent: what happened, and the thing as the API shows it when this is written. */
export interface Message {
  readonly type: Delivery['kind'];
  /** When it happened. */
  readonly timestamp: string;
  /** Of the shape of `data`, the same as of the API. */
  readonly version: 'v1';
  readonly data: object;
}

/** Null where the record is not for this webhook's ears (any more), or is gone. */
export async function messageOf(
  ctx: Pick<WebhookContext, 'store' | 'place'>,
  { kind, at, subject }: Delivery,
  webhook: Webhook,
  now: number,
): Promise<Message | null> {
  const data = await dataOf(ctx, kind, subject, webhook, now);
  return data && { type: kind, timestamp: iso(at), version: 'v1', data };
}

async function dataOf(
  { store, place }: Pick<WebhookContext, 'store' | 'place'>,
  kind: Delivery['kind'],
  path: string,
  { id, description, private: allowed }: Webhook,
  now: number,
): Promise<object | null> {
  const read = async <T>(): Promise<T | null> => (await store.get<T>(path))?.data ?? null;
  const [noun] = kind.split('.', 1);
  switch (noun) {
    case 'call': {
      const call = await read<Escalation>();
      return call && callOut(place, { id: path.slice(path.indexOf('/') + 1), call });
    }
    case 'incident': {
      const incident = await read<Incident>();
      const told = incident && mayTell(incident, allowed ? 'webhook-private' : 'webhook') === 'all';
      return told ? incidentOut(place, incident, now) : null;
    }
    case 'action_item': {
      const item = await read<ActionItem>();
      return item && (allowed || !item.private) ? itemOut(place, item, now) : null;
    }
    case 'postmortem': {
      const one = await read<Postmortem>();
      return one && (allowed || !one.private) ? postmortemOut(place, one) : null;
    }
    default:
      return { webhook: { id, description } };
  }
}
