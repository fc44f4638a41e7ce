import { never } from '../platform/errors.ts';
import type { Delivery, DeliveryEvent } from './model.ts';

const KEPT_ATTEMPTS = 20;

/** Pure. */
export function evolve(before: Delivery | null, event: DeliveryEvent): Delivery {
  if (event.type === 'planned') {
    const { type: _type, at, ...planned } = event;
    const open = {
      status: 'pending',
      dropped: null,
      body: null,
      attempts: [],
      tries: 0,
      nextAt: at,
    } as const;
    return { ...planned, version: 1, at, ...open };
  }
  if (before === null) throw new Error(`the first event must be "planned", not "${event.type}"`);
  const state: Delivery = { ...before, version: before.version + 1 };
  switch (event.type) {
    case 'written':
      return { ...state, body: event.body };
    case 'attempted': {
      const { attempt, ok, nextAt } = event;
      const status = ok ? 'delivered' : nextAt === null ? 'undelivered' : 'pending';
      const attempts = [...state.attempts, attempt].slice(-KEPT_ATTEMPTS);
      return { ...state, status, attempts, tries: state.tries + 1, nextAt };
    }
    case 'dropped':
      return { ...state, status: 'undelivered', dropped: event.why, nextAt: null };
    case 'replayed':
      return { ...state, status: 'pending', dropped: null, tries: 0, nextAt: event.at };
    default:
      return never(event);
  }
}
