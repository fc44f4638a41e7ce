import type { Bus } from '../ports/bus.ts';
import type { Noun } from '../tasks/index.ts';
import { evolve } from './decide.ts';
import type { DeadLetter, DeadLetterEvent } from './model.ts';

/** Sends a letter again: every message of ours may arrive twice, so a second one does no harm. */
export function deadLetterNoun(bus: Bus): Noun<DeadLetter, DeadLetterEvent> {
  return {
    name: 'dead-letter',
    evolve,
    kinds: {
      send: {
        persistent: true,
        guard: ({ status, message }: DeadLetter) => status === 'sending' && message !== null,
        perform: ({ topic, message }: DeadLetter) => bus.publish(topic, JSON.parse(message ?? '{}')),
        done: (_state, _task, _result, now) => ({ events: [{ type: 'sent', at: now }], tasks: [] }),
      },
    },
  };
}
