import { never } from '../platform/errors.ts';
import { type Command, type EscalationDecision, NOTHING, type Refusal } from './commands.ts';
import type { Escalation } from './model.ts';
import { alive, becomeIncident, check, finish, nudge } from './rules/after.ts';
import { acknowledge, decline, extend, hand } from './rules/answer.ts';
import { climb, open } from './rules/call.ts';

/**
 * What follows from a command, given the state. Pure. Nothing for a command already carried out (the same cause), a
 * refusal for one that the state does not allow.
 */
export function decide(
  command: Command,
  state: Escalation | null,
  now: number,
): EscalationDecision | Refusal {
  if (command.type === 'open') return state === null ? open(command, now) : NOTHING;
  if (state === null || ('cause' in command && state.heard.includes(command.cause))) return NOTHING;
  return hearing(command, carryOut(command, state, now), now);
}

/** Notes the gesture that is carried out: it may be delivered again when much else has happened since. */
function hearing(
  command: Command,
  answer: EscalationDecision | Refusal,
  now: number,
): EscalationDecision | Refusal {
  // A reaction can be taken away and given again: its cause names more than one gesture.
  if (!('cause' in command) || (command.type === 'acknowledge' && command.how === 'reaction')) return answer;
  const { cause } = command;
  if (isRefusal(answer) || answer.events.length === 0) return answer;
  if (answer.events.some((event) => 'cause' in event && event.cause === cause)) return answer;
  return { ...answer, events: [{ type: 'heard', at: now, cause }, ...answer.events] };
}

function carryOut(
  command: Exclude<Command, { type: 'open' }>,
  state: Escalation,
  now: number,
): EscalationDecision | Refusal {
  if (state.incident && 'cause' in command) return { refused: 'became-incident', incident: state.incident };
  switch (command.type) {
    case 'climb':
      return climb(command, state, now);
    case 'acknowledge':
      return acknowledge(command, state, now);
    case 'extend':
      return extend(command, state, now);
    case 'decline':
      return decline(command, state, now);
    case 'hand':
      return hand(command, state, now);
    case 'nudge':
      return nudge(command, state, now);
    case 'alive':
      return alive(command, state, now);
    case 'check':
      return check(command, state, now);
    case 'finish':
      return finish(command, state, now);
    case 'become-incident':
      return becomeIncident(command, state, now);
    default:
      return never(command);
  }
}

export const isRefusal = (answer: EscalationDecision | Refusal): answer is Refusal => 'refused' in answer;
