import { auditDocument } from '../audit/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Store } from '../store/port.ts';
import { commit } from '../tasks/index.ts';
import { decide, isRefusal } from './decide.ts';
import { evolve } from './evolve.ts';
import {
  type Command,
  canBeHeld,
  type Hold,
  holdPath,
  MOST_HOLDS,
  type Person,
  type Refusal,
  STANDING_PATH,
  type Standing,
} from './model.ts';

/** What was done, or why not; `hold` as it stands then. */
export type Applied =
  | { readonly hold: Hold; readonly refusal: null }
  | { readonly hold: Hold | null; readonly refusal: Refusal };

interface Kept {
  readonly store: Store;
  readonly clock: Clock;
}

/** Holds a record (path of an incident or a call) of the team. The caller has seen to it that `by` may see and do it. */
export const setHold = (
  kept: Kept,
  of: { readonly record: string; readonly team: string },
  by: Person,
  reason: string,
): Promise<Applied> => apply(kept, of, { type: 'set', ...of, reason, by });

/** From now on the rules say again when it goes. */
export const liftHold = (
  kept: Kept,
  of: { readonly record: string; readonly team: string },
  by: Person,
): Promise<Applied> => apply(kept, of, { type: 'lift', by });

/**
 * One transaction, which also reads the record itself: against a removal at the same moment one of the two wins, and a
 * record that is gone is never said to be held.
 */
function apply(
  { store, clock }: Kept,
  { record, team }: { readonly record: string; readonly team: string },
  command: Command,
): Promise<Applied> {
  const path = holdPath(record);
  return store.transaction(async (tx): Promise<Applied> => {
    const [held, before, index] = await Promise.all([
      canBeHeld(record) ? tx.get<{ team: string }>(record) : null,
      tx.get<Hold>(path),
      tx.get<Standing>(STANDING_PATH),
    ]);
    const hold = before?.data ?? null;
    if (held?.data.team !== team) return { hold: null, refusal: { refused: 'gone' } };
    const now = clock.now();
    const answer = decide(command, hold, now);
    if (isRefusal(answer)) return { hold, refusal: answer };
    const others = (index?.data.holds ?? []).filter((one) => one.record !== record);
    if (command.type === 'set' && others.length >= MOST_HOLDS) return { hold, refusal: { refused: 'full' } };
    const action = command.type === 'set' ? 'legal-hold.set' : 'legal-hold.lifted';
    const { user, name } = command.by;
    const deed = auditDocument({ at: now, by: user, name, action, record, target: path });
    const after = await commit(tx, path, hold, { ...answer, pointers: [deed] }, evolve, now);
    const holds = command.type === 'set' ? [...others, { record, team }] : others;
    tx.put<Standing>(STANDING_PATH, { holds });
    return after ? { hold: after, refusal: null } : { hold: null, refusal: { refused: 'gone' } };
  });
}
