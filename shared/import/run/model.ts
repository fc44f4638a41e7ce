import type { IncidentVerbs, PastField, Person } from '../../incident/index.ts';
import type { Locale } from '../../language/index.ts';
import type { Store } from '../../store/port.ts';
import type { Draft, Refusal, Remark } from '../map/draft.ts';
import type { Place, Trouble } from '../read/row.ts';
import type { People } from './people.ts';

/** What an import works with. */
export interface ImportContext {
  readonly store: Store;
  readonly settings: IncidentVerbs['settings'];
  readonly people: People;
  readonly team: string;
  /** Of the workspace: in it postmortems are kept. */
  readonly locale: Locale;
  /** Who runs it. */
  readonly by: Person;
}

export type ChangedField = PastField | 'postmortem' | 'timeline' | 'actions';

/** What becomes, or would become, of one record of the source. */
export interface Outcome {
  readonly at: Place;
  readonly title: string;
  readonly externalId: string | null;
  /** Id of its incident; null where there is none yet. */
  readonly incident: string | null;
  readonly number: number | null;
  readonly remarks: readonly Remark[];
  readonly result: Result;
}

export type Result =
  | { readonly kind: 'created' }
  | { readonly kind: 'same' }
  | {
      readonly kind: 'changed';
      readonly changed: readonly ChangedField[];
      /** Put right here since, and so left as it is. */
      readonly kept: readonly ChangedField[];
    }
  | { readonly kind: 'refused'; readonly refusals: readonly RowRefusal[] };
const RESULTS = ['created', 'changed', 'same', 'refused'] as const;
export type Counts = Readonly<Record<(typeof RESULTS)[number], number>>;
export const NO_COUNTS: Counts = { created: 0, changed: 0, same: 0, refused: 0 };

/** `twice`: an earlier record of the same source has the same id. `gone`: its incident was deleted here. */
export type RowRefusal =
  | Refusal
  | { readonly why: 'broken'; readonly trouble: Trouble }
  | { readonly why: 'twice'; readonly id: string }
  | { readonly why: 'gone' };

/** A record that is to be brought in. */
export interface Item {
  readonly at: Place;
  readonly draft: Draft;
  readonly remarks: readonly Remark[];
}
