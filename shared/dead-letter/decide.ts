import { never, TobanError } from '../platform/errors.ts';
import type { Decision, Lane } from '../tasks/index.ts';
import type { Command, DeadLetter, DeadLetterEvent } from './model.ts';

const NOTHING: Decision<DeadLetterEvent> = { events: [], tasks: [] };

/** Pure. Received twice or pressed twice, nothing more follows. */
export function decide(command: Command, state: DeadLetter | null, now: number): Decision<DeadLetterEvent> {
  switch (command.type) {
    case 'receive':
      return state ? NOTHING : { events: [{ type: 'died', at: now, ...command.letter }], tasks: [] };
    case 'send': {
      if (state?.status !== 'dead' || state.message === null) return NOTHING;
      const { user, name } = command;
      // Each lane rings the other: whoever sends this may already publish where it goes.
      const lane: Lane = state.topic === 'calls' ? 'work' : 'calls';
      const task = { id: 'send', kind: 'dead-letter.send', lane, dueAt: now, step: {} };
      return { events: [{ type: 'asked', at: now, user, name }], tasks: [task] };
    }
    default:
      return never(command);
  }
}

export function evolve(before: DeadLetter | null, event: DeadLetterEvent): DeadLetter {
  if (event.type === 'died') {
    const { topic, messageId, message, about, attempts, at } = event;
    return {
      version: 1,
      topic,
      messageId,
      message,
      about,
      attempts,
      diedAt: at,
      status: 'dead',
      sentBy: null,
    };
  }
  if (before === null) throw new TobanError('bug', `the first event must be "died", not "${event.type}"`);
  const state = { ...before, version: before.version + 1 };
  switch (event.type) {
    case 'asked':
      return { ...state, status: 'sending', sentBy: { user: event.user, name: event.name, at: event.at } };
    case 'sent':
      return { ...state, status: 'sent' };
    default:
      return never(event);
  }
}
