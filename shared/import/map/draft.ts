import type { State } from '../../action-item/index.ts';
import type { Severity } from '../../severity/index.ts';
import type { Field, Mapping } from '../mapping/model.ts';

/** When each milestone was, as far as anybody wrote it down. Epoch ms. */
export type Times = Readonly<
  Partial<Record<'started' | 'detected' | 'acknowledged' | 'identified' | 'mitigated' | 'resolved', number>>
>;

/** An incident of the past as a source tells it, in our terms. People as they are written there. User text, not escaped. */
export interface Draft {
  /** `notion:0a1b…`: the same incident in every run. */
  readonly externalId: string;
  readonly title: string;
  readonly description: string;
  readonly times: Times;
  /** The day it belongs to, where no time says more; epoch ms of its beginning. */
  readonly day: number | null;
  /** Null: the rules say. */
  readonly severity: Severity | null;
  readonly closed: boolean;
  readonly service: string | null;
  readonly reporter: string | null;
  readonly lead: string | null;
  readonly people: readonly string[];
  readonly inquiries: number;
  readonly vehicles: string | null;
  readonly users: string | null;
  readonly drill: boolean;
  readonly link: string | null;
  /** Absent: everybody may see it. */
  readonly private?: true;
  /** Empty: it has none. */
  readonly postmortem: readonly DraftSection[];
  /** What happened when; absent where the source tells nothing. */
  readonly timeline?: readonly DraftEntry[];
  /** What was to be done; absent where there is nothing. */
  readonly actions?: readonly DraftAction[];
}

/** A line of the timeline, at its own time. */
export interface DraftEntry {
  /** Epoch ms. */
  readonly at: number;
  /** Who said or did it, as the source names them. */
  readonly who: string | null;
  readonly text: string;
}

export interface DraftAction {
  /** What the source calls it, else its title: the same in every run. */
  readonly key: string;
  readonly title: string;
  readonly note: string;
  readonly owner: string | null;
  /** A day, `2024-03-31`. */
  readonly due: string | null;
  readonly state: State;
  readonly link: string | null;
  /** Epoch ms; null: with the incident. */
  readonly at: number | null;
}

export interface DraftSection {
  readonly title: string;
  /** Markdown. */
  readonly text: string;
}

/** Why a row is not taken over; each is a sentence that says what to do (text.ts). */
export type Refusal =
  | { readonly why: 'no-title' }
  | { readonly why: 'no-when' }
  /** It is private, and nobody whom it names has an account: nobody could ever see it. */
  | { readonly why: 'private-nobody' }
  | { readonly why: 'no-time' | 'two-days' | 'no-year'; readonly column: string; readonly value: string }
  | { readonly why: 'in-the-future'; readonly column: string; readonly value: string }
  | { readonly why: 'still-open'; readonly value: string }
  | { readonly why: 'severity-unknown' | 'status-unknown'; readonly column: string; readonly value: string };

/** What a person should know of a row that is taken over. */
export type Remark =
  | { readonly about: 'day-only'; readonly field: Field; readonly column: string }
  | { readonly about: 'no-resolved' }
  | { readonly about: 'service-unknown'; readonly value: string }
  | { readonly about: 'duration-unread'; readonly column: string; readonly value: string }
  | { readonly about: 'amount-unread'; readonly column: string; readonly value: string }
  | { readonly about: 'title-cut' }
  /** Lines of the timeline whose time cannot be read: they stand in the postmortem. */
  | { readonly about: 'entries-untimed'; readonly column: string; readonly count: number }
  /** Beyond the most that one has, the rest stands in the postmortem. */
  | { readonly about: 'entries-many' | 'actions-many'; readonly column: string; readonly count: number }
  | { readonly about: 'due-unread'; readonly column: string; readonly value: string }
  | { readonly about: 'person-unknown'; readonly name: string };

export type Drafted =
  | { readonly ok: true; readonly draft: Draft; readonly remarks: readonly Remark[] }
  | { readonly ok: false; readonly refusals: readonly Refusal[]; readonly title: string };

export interface DraftSettings {
  readonly mapping: Mapping;
  /** First part of the external ids. */
  readonly source: string;
  readonly services: readonly { readonly id: string; readonly name: string }[];
  /** Of the workspace: the words that an import adds itself. */
  readonly locale: 'ja' | 'en';
  readonly now: number;
}
