import type { Person } from '../parts.ts';

/**
 * What people have put on the timeline: a message, at its own time, or a note. A document of its own beneath the
 * incident, so that ten thousand of them leave the record as small as it was. The words stand here and in no event:
 * a message that its author deletes takes them along.
 */
export interface Entry {
  readonly id: string;
  readonly kind: 'message' | 'note';
  /** Epoch ms: when the message was written, or the time a note is about. */
  readonly at: number;
  /** Null for what a bot said without an account. */
  readonly author: Person | null;
  /** Plain text, mentions as names. Escape it for wherever it goes. */
  readonly text: string;
  /** Names of the files that came with it. */
  readonly files: readonly string[];
  readonly permalink: string | null;
  /** Who put it here. */
  readonly by: Person;
  /** False once it was taken away; the document stays, so that the history can be explained. */
  readonly kept: boolean;
  readonly edited: boolean;
  /** Deleted in Slack: the line stays, its words do not. */
  readonly deleted: boolean;
}
