/** From the gravest to the least. */
export const SEVERITIES = ['SEV1', 'SEV2', 'SEV3', 'SEV4'] as const;
export type Severity = (typeof SEVERITIES)[number];
export const isSeverity = (value: string): value is Severity =>
  (SEVERITIES as readonly string[]).includes(value);

/** How many are concerned: a number, a share of all (0 to 1), or both where the total is known. */
export interface Amount {
  readonly count: number | null;
  readonly share: number | null;
}

/** An SLO alert that is firing. `burnRate`: how many times faster than allowed the error budget is being spent. */
export interface FiringAlert {
  readonly key: string;
  readonly name: string;
  readonly burnRate: number | null;
}

/** What is known of an incident's impact. Null: not known yet, which is not the same as none. */
export interface Facts {
  readonly inquiries: number;
  readonly vehicles: Amount | null;
  readonly users: Amount | null;
  /** Ids of the legal duties that a person has ticked. */
  readonly duties: readonly string[];
  readonly alerts: readonly FiringAlert[];
}

export const NO_FACTS: Facts = { inquiries: 0, vehicles: null, users: null, duties: [], alerts: [] };

/** A number (`100`) or a share (`5%`), as a rule of toban.yaml says it. */
export type Limit = { readonly count: number } | { readonly share: number };

/** One rule: every condition it states must hold. */
export interface Rule {
  readonly severity: Severity;
  readonly inquiries?: number | undefined;
  readonly burnRate?: number | undefined;
  readonly vehicles?: Limit | undefined;
  readonly users?: Limit | undefined;
  /** Ids of duties, any one of which suffices; `any`: whichever. */
  readonly duty?: readonly string[] | 'any' | undefined;
}

/** Why a rule fired: what it looked at, as that stood. Data; the sentence is made where the reader is known. */
export type Ground =
  | { readonly fact: 'inquiries'; readonly value: number; readonly limit: number }
  | { readonly fact: 'burnRate'; readonly value: number; readonly limit: number; readonly alert: string }
  | { readonly fact: 'vehicles' | 'users'; readonly value: Amount; readonly limit: Limit }
  | { readonly fact: 'duty'; readonly ids: readonly string[] };

/** The nearest graver rule that only a number keeps from firing. */
export interface Ahead {
  readonly severity: Severity;
  readonly fact: 'inquiries';
  readonly more: number;
}

export interface Assessment {
  readonly severity: Severity;
  /** Index into the rules of toban.yaml; null where none fired and `otherwise` decided. */
  readonly rule: number | null;
  readonly grounds: readonly Ground[];
  readonly ahead: Ahead | null;
}

/** True when `a` is graver than `b`. */
export const graver = (a: Severity, b: Severity): boolean => SEVERITIES.indexOf(a) < SEVERITIES.indexOf(b);
