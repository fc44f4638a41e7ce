import type { Topic } from '../ports/bus.ts';
import type { EventBase } from '../tasks/index.ts';

/** A message that the bus gave up, as it was received. */
export interface Letter {
  readonly topic: Topic;
  /** Of the dead letter; the bus may hand it over more than once. */
  readonly messageId: string;
  /** The message itself, as JSON text; null where it is too large to be kept. */
  readonly message: string | null;
  /** What kind of message it was, for people to read. */
  readonly about: string;
  readonly attempts: number | null;
}

export interface DeadLetter extends Letter {
  readonly version: number;
  /** Epoch ms. */
  readonly diedAt: number;
  /** `sending`: somebody has asked for it to be sent again. `sent`: the bus has taken it. */
  readonly status: 'dead' | 'sending' | 'sent';
  readonly sentBy: { readonly user: string; readonly name: string; readonly at: number } | null;
}

export type DeadLetterEvent = EventBase &
  (
    | ({ readonly type: 'died' } & Letter)
    | { readonly type: 'asked'; readonly user: string; readonly name: string }
    | { readonly type: 'sent' }
  );

export type Command =
  | { readonly type: 'receive'; readonly letter: Letter }
  | { readonly type: 'send'; readonly user: string; readonly name: string };
