import type { Cover, Headings, ProblemCode, SpanKind } from '../rota/index.ts';
import type { Decision, EventBase } from '../tasks/index.ts';

/** A span of duty as people are told of it. JSON only. */
export interface Shift {
  /** Half-open [start, end), epoch ms. */
  readonly start: number;
  readonly end: number;
  readonly kind: SpanKind;
  /** Slack ids and their names, in the order in which they are called; empty unless `kind` is `people`. */
  readonly people: readonly string[];
  readonly names: readonly string[];
  readonly cell: string | null;
  readonly cellUrl: string | null;
  readonly insteadOf: string | null;
}

/** Duty column → its shifts from the moment of reading on, in order, without holes. */
export type Plan = Readonly<Record<string, readonly Shift[]>>;

/** The sheet means somebody else for a time than it did before. */
export interface Change {
  readonly column: string;
  readonly start: number;
  readonly end: number;
  readonly before: Shift;
  readonly after: Shift;
}

/** A problem as the owners were told of it: its stable key, and the sentences in both languages. */
export interface ToldProblem {
  readonly key: string;
  readonly ja: string;
  readonly en: string;
  /** The channel that the sentences name by its id. */
  readonly channel?: string;
}

/** What one look at the rota found. */
export interface Observation {
  readonly plan: Plan;
  /** The covers that stand in that time; they are laid over the plan. */
  readonly covers: readonly Cover[];
  /** When the sheet was read, epoch ms; an older reading found again is no second look. */
  readonly readAt: number;
  /** How far the plan looks ahead, epoch ms. */
  readonly until: number;
  /** False for the last good copy: it cannot tell of edits. */
  readonly fresh: boolean;
  readonly problems: readonly ToldProblem[];
  /** Of these kinds this look can tell nothing, neither that they are there nor that they are gone. */
  readonly blind: readonly ProblemCode[];
  /** The headers as they are, under which configuration, and whether a difference is among the problems. */
  readonly headings: { readonly under: string; readonly headings: Headings | null; readonly told: boolean };
  /** Why the sheet cannot be read, in both languages; null while it can. */
  readonly trouble: { readonly code: string; readonly ja: string; readonly en: string } | null;
}

export type MirrorOutcome = 'mirrored' | 'fallback' | 'disabled' | 'refused';

/** What is known of the user group that mirrors the duty. */
export interface Mirror {
  readonly outcome: MirrorOutcome;
  readonly members: readonly string[];
  /** People on duty whom Slack does not allow in a group, by name; where Slack refused, its code. */
  readonly leftOut: readonly string[];
}

/** What a sheet's headers are expected to be. */
export interface Baseline {
  /** Of the configuration under which they were read: under another one other headers are meant. */
  readonly under: string;
  readonly headings: Headings;
  /** Since when the sheet has others, epoch ms; null while it has these. */
  readonly differSince: number | null;
}

/** What has been seen and said of one rota. Kept at `duties/<rota>`. */
export interface DutyWatch {
  readonly version: number;
  readonly rota: string;
  /** What the sheet says, as people have been told, and how far it goes. */
  readonly plan: Plan;
  readonly until: number;
  /** The covers as of the last look. */
  readonly covers?: readonly Cover[];
  /** Fingerprint of news seen once; they are told when a second look finds the same. */
  readonly pending: { readonly fingerprint: string; readonly readAt: number } | null;
  /** Column → start of the shift whose beginning has been told. */
  readonly begun: Readonly<Record<string, number>>;
  readonly reminded: readonly string[];
  /** Keys of the problems that stand. */
  readonly problems: readonly string[];
  /** Missing in watches kept before headers were. */
  readonly headings?: Baseline;
  readonly trouble: { readonly code: string; readonly since: number; readonly told: boolean } | null;
  readonly mirror: Mirror | null;
}

export type DutyEvent = EventBase &
  (
    | { readonly type: 'watched'; readonly rota: string; readonly plan: Plan; readonly until: number }
    | { readonly type: 'covered'; readonly covers: readonly Cover[] }
    | { readonly type: 'news-seen'; readonly fingerprint: string; readonly readAt: number }
    | { readonly type: 'news-gone' }
    | {
        readonly type: 'changed';
        readonly changes: readonly Change[];
        readonly plan: Plan;
        readonly until: number;
      }
    | {
        readonly type: 'shift-began';
        readonly column: string;
        readonly shift: Shift;
        readonly previous: Shift | null;
      }
    | { readonly type: 'reminded'; readonly key: string; readonly shift: Shift }
    | { readonly type: 'problems'; readonly keys: readonly string[]; readonly told: readonly string[] }
    | { readonly type: 'headings'; readonly baseline: Baseline }
    | { readonly type: 'trouble-began'; readonly code: string }
    | { readonly type: 'trouble-told' }
    | { readonly type: 'trouble-over' }
    | { readonly type: 'mirrored'; readonly mirror: Mirror; readonly foreign: boolean }
  );

/** A message about duty; its sentence is made where the reader is known. */
export type Notice =
  | {
      readonly kind: 'begins' | 'ends';
      readonly column: string;
      readonly shift: Shift;
      readonly other: string;
    }
  | {
      readonly kind: 'handover';
      readonly column: string;
      readonly shift: Shift;
      readonly previous: Shift | null;
    }
  | { readonly kind: 'reminder'; readonly column: string; readonly shift: Shift }
  | { readonly kind: 'changed'; readonly change: Change; readonly now: boolean }
  | { readonly kind: 'problems'; readonly problems: readonly ToldProblem[]; readonly more: number }
  | { readonly kind: 'trouble'; readonly ja: string; readonly en: string }
  | { readonly kind: 'trouble-over' }
  | { readonly kind: 'morning'; readonly column: string; readonly shift: Shift }
  | { readonly kind: 'mirror'; readonly mirror: Mirror; readonly foreign: boolean; readonly group: string };

/** Whom a notice is for: a person (by direct message) or a channel. */
export interface SayStep {
  readonly to: string;
  readonly notice: Notice;
}

export type DutyDecision = Decision<DutyEvent>;

/** Whom to tell of what, as toban.yaml says. */
export interface Audience {
  readonly rota: string;
  /** People and channels who look after the rota. */
  readonly owners: readonly string[];
  /** The rota's own channel; null where there is none. */
  readonly channel: string | null;
  /** Instant on the day before a shift from which its people are reminded; null for no reminders. */
  readonly remindAt: (shiftStart: number) => number | null;
  /** When the morning of an instant's day begins in the rota's zone. */
  readonly morningAt: (instant: number) => number;
  readonly mirrored: boolean;
}

export interface Part {
  readonly events: readonly DutyEvent[];
  readonly says: readonly SayStep[];
}
