import type { Amount, Severity } from '../severity/index.ts';

/** A person or a bot, with the name as it was then. */
export interface Person {
  readonly user: string;
  readonly name: string;
  /** The @handle, without the sign, for what people type themselves; absent where Slack did not say. */
  readonly handle?: string | undefined;
  readonly bot?: boolean;
  /** The program that did it for them: the name of its key to the API, as people call it. Absent: they did it themselves. */
  readonly via?: string | undefined;
  /** Why they are wanted in the room; absent where that is not asked. */
  readonly why?: 'declared' | 'duty' | 'asked' | 'configured' | 'role' | 'severity' | 'added' | undefined;
}

export interface Holder extends Person {
  readonly at: number;
}

/** A call for help that this incident came from, or that belongs to it. */
export interface LinkedCall {
  readonly record: string;
  readonly channel: string;
  readonly threadTs: string;
  readonly asker: string | null;
}

export const MILESTONES = [
  'started',
  'detected',
  'acknowledged',
  'identified',
  'mitigated',
  'resolved',
] as const;
export type Milestone = (typeof MILESTONES)[number];
export const isMilestone = (name: string): name is Milestone =>
  (MILESTONES as readonly string[]).includes(name);

/**
 * When a milestone was reached. `how`: `recorded` as it happened; `implied` by a later step; `corrected` by a person,
 * which the way forward never replaces. A null `at` with `corrected` is "does not apply".
 */
export interface Stamp {
  readonly at: number | null;
  readonly how: 'recorded' | 'implied' | 'corrected';
}
export type Milestones = Readonly<Partial<Record<Milestone, Stamp>>>;

/** When each milestone of an incident was that is over by the time it is entered, as far as anybody knows. */
export type Over = Readonly<Partial<Record<Milestone, number>>>;

/** What another system said of an incident that was brought in from there. */
export interface Past {
  /** `notion:0a1b…`: by it the same incident is found again. */
  readonly externalId: string;
  /** Who brought it in. */
  readonly by: Person;
  /** Its page there. */
  readonly link: string | null;
  readonly closed: boolean;
  /** Where no milestone says when it was: the beginning of its day, epoch ms. */
  readonly day: number | null;
  readonly roles: Readonly<Record<string, Person>>;
  /** Stands above the rules. */
  readonly severity: { readonly severity: Severity; readonly reason: string } | null;
}

/** What another system says otherwise than before, of what nobody corrects here; what is absent stays as it is. */
export interface Retelling extends Pick<Past, 'by' | 'link'> {
  readonly declaredBy: Person | null;
  readonly people: readonly Person[];
  readonly roles?: Past['roles'];
  readonly closed?: boolean;
  readonly drill: boolean;
}

/** The severity from this instant on, until the next step. Epoch ms. */
export interface SeverityStep {
  readonly at: number;
  readonly severity: Severity;
}

/** What of an incident can be put right later. */
export interface Correctable extends Readonly<Record<Milestone, number | 'not-applicable' | null>> {
  readonly title: string;
  readonly description: string;
  /** Id of a service in toban.yaml. */
  readonly service: string | null;
  readonly inquiries: number;
  readonly vehicles: Amount | null;
  readonly users: Amount | null;
  /** Ids of legal duties. */
  readonly duties: readonly string[];
  /** Never empty, in order of time; the last is the one that counts. */
  readonly severities: readonly SeverityStep[];
}
export type Field = keyof Correctable;

/** One thing put right: what the record said, and what it says now. */
export type Change = {
  readonly [F in Field]: { readonly field: F; readonly from: Correctable[F]; readonly to: Correctable[F] };
}[Field];

export interface Room {
  readonly channel: string;
  readonly name: string;
  /** Who made it: the admin where Slack does not let the bot. */
  readonly madeBy: 'bot' | 'admin';
  /** `outside`: the bot was removed from it. */
  readonly state: 'open' | 'archived' | 'outside';
}

/** A message of ours about this incident, edited in place as it goes on. */
export interface Post {
  /** Id of the task that posted it. */
  readonly key: string;
  readonly channel: string;
  readonly ts: string;
}

/** A step of a legal duty that somebody has done. */
export interface DutyDone {
  readonly by: Person;
  readonly at: number;
}

/** Words to one or more audiences. */
export interface Update {
  readonly id: string;
  readonly audiences: readonly string[];
  readonly known: string;
  readonly doing: string;
  /** When the next is promised; null: none is. */
  readonly nextAt: number | null;
  readonly by: Person;
  readonly at: number;
}

/** A runbook was started for the incident, or has come to its end. */
export interface RunNote {
  /** Id of the run. */
  readonly run: string;
  /** Of the runbook. */
  readonly title: string;
  readonly what: 'started' | 'done' | 'stopped';
  /** Null: by a rule, or by itself. */
  readonly who: Person | null;
  readonly reason: string | null;
}
