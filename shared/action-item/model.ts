import type { Decision, EventBase, RecordState } from '../tasks/index.ts';

export const STATES = ['open', 'in-progress', 'done', 'dropped'] as const;
export type State = (typeof STATES)[number];
/** What it is for: that it does not happen again, is noticed sooner, does less harm, or that people work better. */
export const KINDS = ['prevent', 'detect', 'mitigate', 'process'] as const;
export type Kind = (typeof KINDS)[number];
export const PRIORITIES = ['high', 'medium', 'low'] as const;
export type Priority = (typeof PRIORITIES)[number];

export interface Person {
  readonly user: string;
  readonly name: string;
  /** The name of the program's key with which it was done for them; absent: by themselves. */
  readonly via?: string | undefined;
}

/** Who is to do it: an account of Slack, or somebody known by name only. */
export interface Owner {
  readonly user: string | null;
  readonly name: string;
}

/** An incident it comes from, as it was when they were put together. */
export interface Related {
  readonly id: string;
  readonly number: number | null;
  readonly private: boolean;
  readonly service: string | null;
}

/** What people say of it; user text, not escaped. */
export interface Fields {
  readonly title: string;
  readonly note: string;
  readonly owner: Owner | null;
  /** A day in the workspace's zone, `2026-11-30`: it is overdue from the next on. */
  readonly due: string | null;
  readonly priority: Priority;
  readonly kind: Kind;
  /** Of a ticket elsewhere; https only. */
  readonly link: string | null;
}
export type Field = keyof Fields;

export type Source = 'slack' | 'web' | 'api' | 'postmortem' | 'import';

export interface Added extends Fields {
  readonly id: string;
  readonly team: string;
  readonly incidents: readonly Related[];
  /** Id of the postmortem it stands in. */
  readonly postmortem: string | null;
  /** The message it was made from. */
  readonly message: { readonly channel: string; readonly ts: string } | null;
  readonly source: Source;
  readonly by: Person;
  /** Brought in with an incident of the past: nobody is reminded of it until somebody here has changed it. */
  readonly quiet?: boolean;
}

export interface ActionItem extends RecordState, Added {
  readonly state: State;
  /** Neither done nor dropped. */
  readonly unfinished: boolean;
  /** Why it was dropped. */
  readonly reason: string | null;
  readonly createdAt: number;
  /** When people last changed it, and how often: what a form was drawn from. */
  readonly changedAt: number;
  readonly revision: number;
  /** Turns of the weekly reminder in which it was due: of the last of them, and how many. */
  readonly remindedAt: number | null;
  readonly reminded: number;
  /** The reminder that showed it last. */
  readonly reminder: string | null;
  /** One of its incidents is private: it is found by those who may see that one only. */
  readonly private: boolean;
  /** What lists find it by, and are ordered by (tags.ts). */
  readonly tags: readonly string[];
  readonly dueKey: string;
  readonly priorityKey: string;
  /** Causes already carried out; the last 50. */
  readonly heard: readonly string[];
}

interface ByPerson {
  readonly by: Person;
  readonly cause: string;
}

/** What a field was and has become. */
export type Changes = { readonly [F in Field]?: { readonly from: Fields[F]; readonly to: Fields[F] } };

export type ActionItemEvent = EventBase &
  /** `state`: of one that is brought in as it stands; absent: open. */
  (
    | ({ readonly type: 'added'; readonly state?: State } & Added & ByPerson)
    | ({ readonly type: 'edited'; readonly changes: Changes } & ByPerson)
    | ({ readonly type: 'state-changed'; readonly to: State; readonly reason: string | null } & ByPerson)
    | ({
        readonly type: 'related';
        readonly incidents: readonly Related[];
        readonly postmortem: string | null;
      } & ByPerson)
    | { readonly type: 'reminded'; readonly period: number; readonly reminder: string | null }
  );

export type ActionItemDecision = Decision<ActionItemEvent>;

export type Command =
  | ({ readonly type: 'add' } & Added & ByPerson)
  /** `seen`: the revision that the form was drawn from; null where it does not matter what stood there. */
  | ({ readonly type: 'edit'; readonly changes: Partial<Fields>; readonly seen: number | null } & ByPerson)
  | ({ readonly type: 'set-state'; readonly to: State; readonly reason: string | null } & ByPerson)
  /** Adds incidents to those it has; a postmortem takes the place of the one before. */
  | ({
      readonly type: 'relate';
      readonly incidents: readonly Related[];
      readonly postmortem: string | null;
    } & ByPerson)
  /** Noted by the weekly reminder, once for each of its turns. */
  | { readonly type: 'remind'; readonly period: number; readonly reminder: string | null };

/** Why something was not done: each is a sentence for whoever tried, beside a field where it has one. */
export type Refusal =
  | { readonly refused: 'title-empty' }
  | { readonly refused: 'title-long' | 'note-long' | 'reason-long'; readonly length: number }
  | { readonly refused: 'due-unreadable' }
  | { readonly refused: 'due-past'; readonly due: string }
  | { readonly refused: 'link-not-https' }
  | {
      readonly refused: 'owner-left' | 'owner-bot' | 'owner-outside' | 'owner-unknown';
      readonly name: string;
    }
  | { readonly refused: 'reason-needed' }
  | { readonly refused: 'changed-meanwhile' }
  | { readonly refused: 'incident-unknown' }
  | { readonly refused: 'gone' };
