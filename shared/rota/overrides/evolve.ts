import { never, TobanError } from '../../platform/errors.ts';
import { coversOf } from './covers.ts';
import type { Override, OverrideEvent } from './model.ts';

/** The state after an event. Pure; folding all events of a record gives the record. */
export function evolveOverride(state: Override | null, event: OverrideEvent): Override {
  const next = fold(state, event);
  return { ...next, stands: coversOf([next]).length > 0 };
}

function fold(state: Override | null, event: OverrideEvent): Override {
  if (event.type === 'proposed') {
    // Of what the record carries beside its facts (a number in its history), nothing is taken.
    const { at, rota, column, start, end, taker, givers, inReturn, asker, consent } = event;
    return {
      version: 1,
      rota,
      column,
      start,
      end,
      taker,
      givers,
      inReturn,
      asker,
      consent,
      accepted: [],
      status: 'proposed',
      proposedAt: at,
      activeSince: null,
      revokedAt: null,
      until: Math.max(end, inReturn?.end ?? end),
      stands: false,
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
    case 'expired':
      return { ...next, status: 'expired' };
    default:
      return never(event);
  }
}
