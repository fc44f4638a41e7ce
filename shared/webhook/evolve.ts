import { never } from '../platform/errors.ts';
import type { Webhook, WebhookEvent } from './model.ts';

/** Pure. */
export function evolve(before: Webhook | null, event: WebhookEvent): Webhook {
  if (event.type === 'made') {
    const { type: _type, at, by, ...made } = event;
    const fresh = {
      createdBy: by,
      createdAt: at,
      off: null,
      failingSince: null,
      secretAt: at,
      oldUntil: null,
    };
    return { ...made, ...fresh, version: 1, deleted: false };
  }
  if (before === null) throw new Error(`the first event must be "made", not "${event.type}"`);
  const state: Webhook = { ...before, version: before.version + 1 };
  const { at } = event;
  switch (event.type) {
    case 'edited': {
      const { url, description, kinds, private: secret } = event;
      const failingSince = url === state.url ? state.failingSince : null;
      return { ...state, url, description, kinds, private: secret, failingSince };
    }
    case 'switched-on':
      return { ...state, off: null, failingSince: null };
    case 'switched-off':
      return { ...state, off: { why: event.why, at, by: event.by } };
    case 'rotated':
      return { ...state, hint: event.hint, secretAt: at, oldUntil: event.oldUntil };
    case 'failing':
      return { ...state, failingSince: at };
    case 'recovered':
      return { ...state, failingSince: null };
    case 'deleted':
      return { ...state, deleted: true };
    default:
      return never(event);
  }
}
