import { recordId } from '../../platform/ids.ts';
import type { KnownSections } from '../../postmortem/index.ts';
import type { Draft } from '../map/draft.ts';
import type { Result } from './model.ts';

/** What was written. */
export type Brought = Extract<Result, { kind: 'created' | 'changed' }>;

/** A draft without its longer parts. */
export type Bare = Omit<Draft, 'postmortem' | 'timeline' | 'actions'>;

/** What was last brought in under an external id: by it the next run knows what has changed at the source. */
export interface Kept {
  readonly externalId: string;
  /** Path of the incident. */
  readonly record: string;
  /** Of everything that was brought in. */
  readonly digest: string;
  /** Without its postmortem and what stands beneath it. */
  readonly draft: Bare;
  /** Of the postmortem's sections; null where it has none. */
  readonly sections: string | null;
  readonly known: KnownSections;
  /** Ids of the lines of its timeline; absent: it has none. */
  readonly timeline?: readonly string[];
  /** Revisions of its action items, by path; absent: it has none. */
  readonly actions?: Readonly<Record<string, number>>;
  /**
   * The run that brought it in, and with what outcome: cut off before it could note that, it says the same when it goes on.
   */
  readonly last?: { readonly run: string; readonly result: Brought };
  /** Epoch ms. */
  readonly at: number;
}

export const keptPath = (incident: string): string => `imported/${incident}`;

/** The same for the same draft, and no other. */
export const digestOf = (value: unknown): string => recordId('draft', JSON.stringify(value));
