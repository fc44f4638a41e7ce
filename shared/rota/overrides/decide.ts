import { never } from '../../platform/errors.ts';
import type { Override, OverrideCommand, OverrideEvent, OverrideRefusal } from './model.ts';

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
    default:
      return never(command);
  }
}

function propose(command: Extract<OverrideCommand, { type: 'propose' }>, now: number): OverrideDecision {
  const { type: _type, callable, ...asked } = command;
  if (asked.end <= asked.start) return refuse('backwards');
  if (asked.end <= now) return refuse('past');
  if (asked.end - asked.start > LONGEST_MS) return refuse('too-long');
  if (!callable) return refuse('not-callable');
  if (asked.givers.length === 1 && asked.givers[0]?.id === asked.taker.id) return refuse('already-theirs');
  const start = Math.max(asked.start, now);
  const own = isParty(asked, asked.asker);
  const events: OverrideEvent[] = [{ type: 'proposed', at: now, ...asked, start }];
  if (own) events.push({ type: 'accepted', at: now, by: asked.asker });
  if (isAgreed(asked, own ? [asked.asker] : [])) events.push({ type: 'activated', at: now });
  return { ok: true, events };
}

type Sides = Pick<Override, 'taker' | 'givers' | 'consent'>;

const isGiver = ({ givers }: Sides, id: string): boolean => givers.some((giver) => giver.id === id);
const isParty = (sides: Sides, id: string): boolean => sides.taker.id === id || isGiver(sides, id);

/** Where several would have been on duty, the word of one of them is enough; a gap has nobody to ask. */
function isAgreed(sides: Sides, accepted: readonly string[]): boolean {
  const taker = accepted.includes(sides.taker.id);
  const giver = sides.givers.length === 0 || accepted.some((id) => isGiver(sides, id));
  switch (sides.consent) {
    case 'nobody':
      return true;
    case 'taker':
      return taker;
    case 'giver':
      return giver;
    case 'both':
      return taker && giver;
    default:
      return never(sides.consent);
  }
}

function accept(state: Override, by: string, now: number): OverrideDecision {
  if (!isParty(state, by)) return refuse('not-yours');
  if (state.status === 'declined' || state.status === 'revoked') return refuse('already-ended');
  if (state.end <= now) return refuse('over');
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
  if (!manages && !isParty(state, by) && state.asker !== by) return refuse('not-yours');
  if (state.status === 'revoked') return NOTHING;
  if (state.status === 'declined') return refuse('already-ended');
  if (state.end <= now) return refuse('over');
  return { ok: true, events: [{ type: 'revoked', at: now, by }] };
}
