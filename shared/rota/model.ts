/** Why a span of time has the people it has, or none. `free`: nobody on purpose. */
export type SpanKind = 'people' | 'free' | 'gap' | 'ambiguous' | 'unknown' | 'error' | 'deactivated';

/** Half-open [start, end) in epoch ms, with where it comes from. Spans of one column never overlap and are sorted. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly kind: SpanKind;
  /** Slack ids: the first is called, the rest join at the next step. Empty unless `kind` is `people`. */
  readonly people: readonly string[];
  /** What the cell says, trimmed, at most 80 characters. */
  readonly text: string;
  /** `当番表!C14`; null where no cell speaks (a gap between rows). */
  readonly cell: string | null;
  /** gid of the tab, for the link; null with `cell`. */
  readonly tab: number | null;
  /** The name of whom a substitute stands in for, and null otherwise. */
  readonly insteadOf: string | null;
  /** Only where a cover stands, and not the sheet: the name of who asked for it. */
  readonly askedBy?: string;
}

export type ProblemCode =
  | 'gap'
  | 'overlap'
  | 'unknown-name'
  | 'ambiguous-name'
  | 'ambiguous-duty' // two primaries at one time and nobody can tell
  | 'formula-error'
  | 'text-date'
  | 'bad-date'
  | 'weekday-mismatch'
  | 'year-rollover'
  | 'ends-soon'
  | 'several-names' // a notice: the first is called, the rest join later
  | 'exclusive-ends' // a notice
  | 'deactivated'
  | 'single-channel-guest'
  | 'not-in-channel' // a notice: reached by direct message only
  | 'header-changed'
  | 'zone-mismatch'
  | 'tab-missing'
  | 'column-missing'
  | 'nothing-understood'
  | 'bad-hours'
  | 'merge-hides-value'
  | 'hidden-row' // a notice: what nobody sees counts all the same
  | 'duplicate-month'
  | 'unknown-mark';

/** Something a person should look at. Numbers and names are data; the sentence is made in text.ts. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: 'problem' | 'notice';
  readonly cell: string | null;
  readonly tab: number | null;
  /** The span of time it concerns, where there is one. */
  readonly from?: number;
  readonly to?: number;
  /** Material for the sentence: names, headers, suggestions, other cells. User text, not escaped. */
  readonly detail: Readonly<Record<string, string>>;
}

/** A rectangle of a tab, half-open, counted from 0. */
export interface Area {
  readonly tab: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What `layout: auto` (or the given layout) made of the sheet, to be said back to people. */
export interface Understood {
  readonly layout: Exclude<import('./schemas.ts').Layout, 'auto'>;
  readonly tabs: readonly string[];
  /** Duty column → cells of its headers. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** Duty column → its headers as people see them; none for a grid, whose headers are people. */
  readonly headers?: Readonly<Record<string, readonly string[]>>;
  readonly rows: number;
  /** Where it was read: columns that Toban does not read lie in none of them. Missing in older copies. */
  readonly areas?: readonly Area[];
}

/** A sheet turned into spans: all that a call needs. Holds no raw cells (they may hold phone numbers). JSON only. */
export interface Rota {
  readonly id: string;
  readonly zone: string;
  readonly spreadsheet: string;
  /** Duty column (`primary`, `secondary`, …) → its spans. Time outside all spans is a gap. */
  readonly columns: Readonly<Record<string, readonly Span[]>>;
  /** Slack id → display name, for everybody the spans name. */
  readonly people: Readonly<Record<string, string>>;
  /** `2026-11-23`, from a month back to a year ahead: Japan's public holidays and the dates of the sheet's 休日 tab. */
  readonly holidays: readonly string[];
  readonly problems: readonly Problem[];
  readonly understood: Understood | null;
}

/** Who is on duty at an instant and why. `shift` is the whole span as the sheet says it, null for a gap between rows. */
export interface Duty {
  readonly kind: SpanKind;
  readonly people: readonly string[];
  readonly cell: string | null;
  readonly tab: number | null;
  readonly text: string;
  readonly insteadOf: string | null;
  /** As in `Span`. */
  readonly askedBy?: string;
  readonly shift: { readonly start: number; readonly end: number } | null;
}

/** People of the workspace as far as the sheet names them. */
export interface Directory {
  /** Everyone who can be named (all members, or those the members tab points to), deactivated ones included. */
  readonly users: readonly import('../ports/slack.ts').SlackUser[];
  /** False when only ids and e-mails of the members tab were looked up. */
  readonly complete: boolean;
}
