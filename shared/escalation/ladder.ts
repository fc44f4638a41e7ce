import type { CallCause, Called, Escalation, Next, Rung, Rungs } from './model.ts';

/** How long the last rung has before the thread says that nobody answered. */
const LAST_RUNG_MS = 5 * 60_000;

/** What of a call decides whose turn it is. */
type Past = Pick<Escalation, 'called' | 'declined'>;

export interface Turn {
  readonly called: Called;
  readonly next: Next;
}

/**
 * Whose turn it is from rung `from` on. A rung that names nobody, somebody who declined or somebody called before is
 * passed at once; only a rung that repeats the one before it (`primary`, then `primary` again) calls the same again.
 */
export function takeTurn(past: Past, rungs: Rungs, from: number, cause: CallCause, now: number): Turn | null {
  const index = findRung(past, rungs, from, cause === 'climb' || cause === 'first');
  const rung = index === null ? null : rungs[index];
  if (index === null || !rung) return null;
  const again = past.called.some((call) => call.user === rung.user);
  const { user, name, via, reason } = rung;
  const called: Called = { rung: index, user, name, at: now, via, reason, cause: again ? 'again' : cause };
  const after = { ...past, called: [...past.called, called] };
  return { called, next: nextTurn(after, rungs, index, rung.after, now) };
}

/** The turn after rung `index`. Counted from this call, not from the first: a ladder climbed early keeps its distances. */
export function nextTurn(past: Past, rungs: Rungs, index: number, after: number, now: number): Next {
  const following = findRung(past, rungs, index + 1, true);
  const upcoming: Rung | null | undefined = following === null ? null : rungs[following];
  if (following === null || !upcoming) return { at: now + LAST_RUNG_MS, rung: rungs.length, name: null };
  return { at: now + Math.max(0, upcoming.after - after), rung: following, name: upcoming.name };
}

function findRung(past: Past, rungs: Rungs, from: number, repeats: boolean): number | null {
  for (let index = from; index < rungs.length; index += 1) {
    const rung = rungs[index];
    if (!rung || past.declined.includes(rung.user)) continue;
    const calledBefore = past.called.some((call) => call.user === rung.user);
    if (!calledBefore || (repeats && rung.repeats)) return index;
  }
  return null;
}
