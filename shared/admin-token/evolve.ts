import { never } from '../platform/errors.ts';
import type { AdminToken, AdminTokenEvent } from './model.ts';

const NOBODY = { holder: null, scopes: [], onCall: false, spokeOn: [], checkedAt: null, trouble: null };

/** Folds one event into the state. Pure. */
export function evolve(before: AdminToken | null, event: AdminTokenEvent): AdminToken {
  const state: AdminToken = { ...NOBODY, ...before, version: (before?.version ?? 0) + 1 };
  const { at } = event;
  switch (event.type) {
    case 'connected': {
      const { holder, scopes, onCall } = event;
      const spokeOn = state.holder?.user === holder.user ? state.spokeOn : [];
      return { ...state, holder, scopes, onCall, spokeOn, checkedAt: at, trouble: null };
    }
    case 'checked':
      return { ...state, scopes: event.scopes, onCall: event.onCall, checkedAt: at, trouble: null };
    case 'failed': {
      const since = state.trouble?.since ?? at;
      return { ...state, checkedAt: at, trouble: { fault: event.fault, reason: event.reason, since } };
    }
    case 'spoke':
      return { ...state, spokeOn: [...state.spokeOn, event.day].slice(-7) };
    case 'removed':
      return { ...state, ...NOBODY };
    default:
      return never(event);
  }
}
