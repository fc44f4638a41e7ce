/** What of an action item the checklist looks at. */
export interface ActionItem {
  readonly title: string;
  /** Null: nobody has it. */
  readonly owner: {
    readonly name: string;
    /** Slack id; null or absent where it is a name alone. */
    readonly user?: string | null;
    /** Their account is deactivated: they will not do it. */
    readonly left?: boolean;
  } | null;
  /** A day, `2026-11-30`; null: none was set. */
  readonly due: string | null;
  /** Done already: it asks for nothing more. */
  readonly done: boolean;
}

/** What the checklist needs of others. */
export interface CheckFacts {
  readonly incidents: readonly {
    /** `INC-7` */
    readonly label: string;
    /** Resolved or closed. */
    readonly ended: boolean;
    /** Names of the times that contradict each other: `TTR`. */
    readonly invalid: readonly string[];
  }[];
  readonly actionItems: readonly ActionItem[];
}

/** One thing that must hold before a postmortem is ready; `text.ts` says it, and what to do where it does not. */
export type Check = { readonly id: string; readonly done: boolean } & (
  | {
      readonly kind: 'section';
      readonly title: string;
      readonly why: 'empty' | 'to-confirm';
      readonly count: number;
    }
  | { readonly kind: 'property'; readonly title: string }
  | { readonly kind: 'times'; readonly why: 'not-ended' | 'invalid'; readonly about: readonly string[] }
  | {
      readonly kind: 'actions';
      readonly count: number;
      /** Without owner or due date. */
      readonly about: readonly string[];
      /** Owned by somebody who has left. */
      readonly left: readonly { readonly title: string; readonly owner: string }[];
    }
  | { readonly kind: 'reviewers'; readonly count: number }
  | { readonly kind: 'own'; readonly title: string }
);
