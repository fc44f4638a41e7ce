import { never, TobanError } from '../../platform/errors.ts';
import type { Override, OverrideEvent } from './model.ts';

/** The state after an event. Pure; folding all events of a record gives the record. */
export function evolveOverride(state: Override | null, event: OverrideEvent): Override {
  if (event.type === 'proposed') {
    const { type: _type, at, ...asked } = event;
    return {
      version: 1,
      ...asked,
      accepted: [],
      status: 'proposed',
      proposedAt: at,
      activeSince: null,
      revokedAt: null,
    };
  }
  if (state === null) throw new TobanError('bug', `an override begins with ${event.type}`);
  const next = { ...state, version: state.version + 1 };
  switch (event.type) {
    case 'accepted':
      return { ...next, accepted: [...state.accepted, event.by] };
    case 'activated':
      return { ...next, status: 'active', activeSince: event.at };
    case 'declined':
      return { ...next, status: 'declined' };
    case 'revoked':
      return { ...next, status: 'revoked', revokedAt: event.at };
    default:
      return never(event);
  }
}
