import type { Called, Escalation, Rung, Rungs } from './model.ts';

/** How long the last rung has before the thread says that nobody answered. */
const LAST_RUNG_MS = 5 * 60_000;

export interface Turn {
  readonly called: Called;
  readonly next: NonNullable<Escalation['next']>;
}

/**
 * Whose turn it is from rung `from` on. A rung that names nobody, somebody who declined or somebody called before is
 * passed at once; only a rung that repeats the one before it (`primary`, then `primary` again) calls the same again.
 */
export function takeTurn(
  state: Escalation,
  rungs: Rungs,
  from: number,
  cause: Called['cause'],
  now: number,
): Turn | null {
  const index = findRung(state, rungs, from, cause !== 'declined');
  const rung = index === null ? null : rungs[index];
  if (index === null || !rung) return null;
  const again = state.called.some((call) => call.user === rung.user);
  const called: Called = {
    rung: index,
    user: rung.user,
    name: rung.name,
    at: now,
    reason: rung.reason,
    cause: again ? 'again' : cause,
  };
  return { called, next: nextTurn({ ...state, called: [...state.called, called] }, rungs, index, rung, now) };
}

function nextTurn(state: Escalation, rungs: Rungs, index: number, rung: Rung, now: number): Turn['next'] {
  const following = findRung(state, rungs, index + 1, true);
  const upcoming = following === null ? null : rungs[following];
  if (following === null || !upcoming) return { at: now + LAST_RUNG_MS, rung: rungs.length, name: null };
  // Counted from this call, not from the first: a ladder that was climbed early keeps its distances.
  return { at: now + Math.max(0, upcoming.after - rung.after), rung: following, name: upcoming.name };
}

function findRung(state: Escalation, rungs: Rungs, from: number, repeats: boolean): number | null {
  for (let index = from; index < rungs.length; index += 1) {
    const rung = rungs[index];
    if (!rung || state.declined.includes(rung.user)) continue;
    const calledBefore = state.called.some((call) => call.user === rung.user);
    if (!calledBefore || (repeats && rung.repeats)) return index;
  }
  return null;
}
