import type { Milestone, Status } from '../incident/index.ts';
import type { Severity } from '../severity/index.ts';

/** A runbook as its document says it. Text is Markdown; places count from 1. */
export interface Runbook {
  readonly id: string;
  readonly title: string;
  readonly language: 'ja' | 'en';
  readonly version: number;
  readonly match: Match;
  /** What stands before the first section. */
  readonly intro: string;
  readonly sections: readonly Section[];
}

/** How it is kept: each language by itself. */
export const entryId = ({ id, language }: Pick<Runbook, 'id' | 'language'>): string => `${id}.${language}`;

/** When it is suggested: any one of these suffices. */
export interface Match {
  readonly services: readonly string[];
  readonly severities: readonly Severity[];
  readonly keywords: readonly string[];
  readonly alerts: readonly string[];
}

export interface Section {
  readonly id: string;
  readonly title: string;
  /** All its steps are open at once, each with an owner of its own. */
  readonly parallel: boolean;
  readonly steps: readonly Step[];
  readonly place: Place;
}

export interface Place {
  readonly line: number;
  readonly column: number;
}

export type AskType = 'text' | 'number' | 'choice' | 'many' | 'person' | 'time';

export interface Option {
  readonly label: string;
  /** Where this answer leads; null: on to the next step. */
  readonly goto: Goto | null;
}

/** A section's id, or the end of the runbook. */
export type Goto = { readonly section: string } | 'end';

export type Compare = '=' | '!=' | '>' | '>=' | '<' | '<=';

/** What a step is, besides its words. */
export type Act =
  /** Somebody does it and says so. */
  | { readonly kind: 'confirm' }
  /** Read, not pressed. */
  | { readonly kind: 'say' }
  | {
      readonly kind: 'ask';
      readonly type: AskType;
      readonly name: string;
      readonly options: readonly Option[];
      /** Where the answer goes besides the run: `impact.users`, `timeline`, `postmortem.causes`, … */
      readonly into: string | null;
    }
  | { readonly kind: 'open'; readonly url: string }
  | { readonly kind: 'wait'; readonly ms: number }
  | {
      readonly kind: 'when';
      readonly name: string;
      readonly compare: Compare;
      readonly value: string;
      readonly goto: Goto;
    }
  | { readonly kind: 'go'; readonly goto: Goto }
  | { readonly kind: 'do'; readonly deed: Deed }
  | {
      readonly kind: 'http';
      readonly method: 'GET' | 'POST';
      readonly url: string;
      readonly secret: string | null;
    }
  | { readonly kind: 'run'; readonly runbook: string };

/** What Toban does by itself when it comes to the step. */
export type Deed =
  | { readonly do: 'status'; readonly to: Status }
  | { readonly do: 'severity'; readonly to: Severity }
  | { readonly do: 'milestone'; readonly milestone: Milestone }
  | { readonly do: 'call-role'; readonly role: string }
  | { readonly do: 'call-rota'; readonly rota: string }
  /** Whoever was named in the answer of that name. */
  | { readonly do: 'call-person'; readonly name: string }
  | { readonly do: 'update'; readonly audience: string }
  /** The n-th thing that a legal duty wants done, counted from 1, is done. */
  | { readonly do: 'duty'; readonly duty: string; readonly step: number };

export interface Step {
  /** The name of what is asked, else section and number: `facts.2`. One of its kind in the runbook. */
  readonly id: string;
  readonly text: string;
  readonly act: Act;
  /** Id of a role that does it. */
  readonly owner: string | null;
  readonly optional: boolean;
  readonly place: Place;
}

/** Something wrong in the document: where, and which sentence of `text.ts` says it. */
export interface Problem extends Place {
  readonly code: ProblemCode;
  /** What the sentence names. */
  readonly about: string;
  /** `warning`: it works, but hardly as meant. */
  readonly level: 'error' | 'warning';
}

export type ProblemCode =
  | 'front-matter-missing'
  | 'front-matter-broken'
  | 'front-matter-wrong'
  | 'too-long'
  | 'no-steps'
  | 'too-many-steps'
  | 'section-twice'
  | 'name-twice'
  | 'directive-unknown'
  | 'directive-wrong'
  | 'step-without-words'
  | 'too-few-options'
  | 'too-many-options'
  | 'option-twice'
  | 'options-unwanted'
  | 'goto-unknown'
  | 'goto-in-parallel'
  | 'name-unknown'
  | 'compare-numbers-only'
  | 'option-unknown'
  | 'into-unknown'
  | 'into-type'
  | 'role-unknown'
  | 'rota-unknown'
  | 'audience-unknown'
  | 'duty-unknown'
  | 'service-unknown'
  | 'runbook-unknown'
  | 'secret-unknown'
  | 'url-not-allowed'
  | 'unreachable'
  | 'no-exit'
  | 'tab';
