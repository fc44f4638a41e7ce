import { never } from '../platform/errors.ts';
import { type Command, type Hold, type HoldDecision, LONGEST_REASON, type Refusal } from './model.ts';

export type Answer = HoldDecision | Refusal;
export const isRefusal = (answer: Answer): answer is Refusal => 'refused' in answer;

/** Pure. A hold that stands is not written over by another reason: it is lifted first, so that both stay in its history. */
export function decide(command: Command, state: Hold | null, now: number): Answer {
  switch (command.type) {
    case 'set': {
      if (state?.standing) return { refused: 'held-already', hold: state };
      const reason = command.reason.trim();
      if (reason === '') return { refused: 'reason-needed' };
      if (reason.length > LONGEST_REASON) return { refused: 'reason-long', most: LONGEST_REASON };
      return { events: [{ ...command, reason, at: now }], tasks: [] };
    }
    case 'lift':
      if (!state?.standing) return { refused: 'not-held' };
      return { events: [{ type: 'lifted', at: now, by: command.by }], tasks: [] };
    default:
      return never(command);
  }
}
