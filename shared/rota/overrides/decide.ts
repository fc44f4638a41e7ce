import { never } from '../../platform/errors.ts';
import {
  type Override,
  type OverrideCommand,
  type OverrideEvent,
  type OverrideRefusal,
  partiesOf,
  stretchesOf,
} from './model.ts';

const LONGEST_MS = 31 * 86_400_000;

export type OverrideDecision =
  | { readonly ok: true; readonly events: readonly OverrideEvent[] }
  | { readonly ok: false; readonly why: OverrideRefusal };

const NOTHING: OverrideDecision = { ok: true, events: [] };
const refuse = (why: OverrideRefusal): OverrideDecision => ({ ok: false, why });

/**
 * What follows from a command. Pure. Nothing for one already carried out. Whoever asks has agreed for their own side;
 * a time that has begun is taken from now on, never for the past.
 */
export function decideOverride(
  command: OverrideCommand,
  state: Override | null,
  now: number,
): OverrideDecision {
  if (command.type === 'propose') return state === null ? propose(command, now) : NOTHING;
  if (state === null) return refuse('already-ended');
  switch (command.type) {
    case 'accept':
      return accept(state, command.by, now);
    case 'decline':
      return decline(state, command.by, now);
    case 'revoke':
      return revoke(state, command, now);
    case 'expire':
      if (state.status !== 'proposed' || state.until > now) return NOTHING;
      return { ok: true, events: [{ type: 'expired', at: now }] };
    default:
      return never(command);
  }
}

function propose(command: Extract<OverrideCommand, { type: 'propose' }>, now: number): OverrideDecision {
  const { type: _type, callable, ...asked } = command;
  for (const { start, end, taker, givers } of stretchesOf(asked)) {
    if (end <= start) return refuse('backwards');
    if (end <= now) return refuse('past');
    if (end - start > LONGEST_MS) return refuse('too-long');
    if (givers.length === 1 && givers[0]?.id === taker.id) return refuse('already-theirs');
  }
  if (!callable) return refuse('not-callable');
  const { inReturn, asker } = asked;
  const fromNow = {
    ...asked,
    start: Math.max(asked.start, now),
    inReturn: inReturn && { ...inReturn, start: Math.max(inReturn.start, now) },
  };
  const own = isParty(asked, asker.id);
  const events: OverrideEvent[] = [{ type: 'proposed', at: now, ...fromNow }];
  if (own) events.push({ type: 'accepted', at: now, by: asker.id });
  if (isAgreed(asked, own ? [asker.id] : [])) events.push({ type: 'activated', at: now });
  return { ok: true, events };
}

type Sides = Pick<Override, 'column' | 'start' | 'end' | 'taker' | 'givers' | 'inReturn' | 'consent'>;

const isParty = (sides: Sides, id: string): boolean => partiesOf(sides).some((party) => party.id === id);

const isAgreed = (sides: Sides, accepted: readonly string[]): boolean =>
  wordsOf(sides, accepted).length === 0;

/**
 * Those whose word is needed and not yet given. Where several would have been on duty, the word of one of them is
 * enough; a gap has nobody to ask; of an exchange both are takers.
 */
export function wordsOf(sides: Sides, accepted: readonly string[]): readonly string[] {
  const missing = stretchesOf(sides).flatMap(({ taker, givers }) => {
    const given = givers.length === 0 || givers.some(({ id }) => accepted.includes(id));
    const takers = accepted.includes(taker.id) ? [] : [taker.id];
    const others = given ? [] : givers.map(({ id }) => id);
    switch (sides.consent) {
      case 'nobody':
        return [];
      case 'taker':
        return takers;
      case 'giver':
        return others;
      case 'both':
        return [...takers, ...others];
      default:
        return never(sides.consent);
    }
  });
  return [...new Set(missing)];
}

function accept(state: Override, by: string, now: number): OverrideDecision {
  if (!isParty(state, by)) return refuse('not-yours');
  if (state.until <= now) return refuse('over');
  if (state.status === 'declined' || state.status === 'revoked') return refuse('already-ended');
  if (state.status === 'active' || state.accepted.includes(by)) return NOTHING;
  const events: OverrideEvent[] = [{ type: 'accepted', at: now, by }];
  if (isAgreed(state, [...state.accepted, by])) events.push({ type: 'activated', at: now });
  return { ok: true, events };
}

function decline(state: Override, by: string, now: number): OverrideDecision {
  if (!isParty(state, by)) return refuse('not-yours');
  if (state.status === 'declined') return NOTHING;
  // What stands already is ended by revoking it, which tells both.
  if (state.status !== 'proposed') return refuse('already-ended');
  return { ok: true, events: [{ type: 'declined', at: now, by }] };
}

function revoke(
  state: Override,
  { by, manages }: Extract<OverrideCommand, { type: 'revoke' }>,
  now: number,
): OverrideDecision {
  if (!manages && !isParty(state, by) && state.asker.id !== by) return refuse('not-yours');
  if (state.status === 'revoked') return NOTHING;
  if (state.status === 'declined' || state.status === 'expired') return refuse('already-ended');
  if (state.until <= now) return refuse('over');
  return { ok: true, events: [{ type: 'revoked', at: now, by }] };
}
