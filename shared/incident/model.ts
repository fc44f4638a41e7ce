import type { Assessment, Facts, Severity } from '../severity/index.ts';
import type { Decision, EventBase, RecordState } from '../tasks/index.ts';
import type {
  Change,
  Correctable,
  DutyDone,
  Field,
  Holder,
  LinkedCall,
  Milestones,
  Over,
  Past,
  Person,
  Post,
  Retelling,
  Room,
  RunNote,
  SeverityStep,
  Update,
} from './parts.ts';

/** In the order of an incident's life. */
export const STATUSES = ['detected', 'investigating', 'fixing', 'resolved', 'closed'] as const;
export type Status = (typeof STATUSES)[number];
export const isStatus = (value: string): value is Status => (STATUSES as readonly string[]).includes(value);

export type Source = 'command' | 'shortcut' | 'call' | 'web' | 'api' | 'alert' | 'import';

/** What a declare states. Ids of people are Slack's; names are kept beside them, as they were then. */
export interface Declared {
  readonly id: string;
  readonly team: string;
  readonly title: string;
  readonly description: string;
  /** Id of a service in toban.yaml. */
  readonly service: string | null;
  readonly private: boolean;
  readonly drill: boolean;
  readonly source: Source;
  readonly by: Person | null;
  /** When it began, as far as is known; epoch ms. */
  readonly startedAt: number | null;
  /** When the first person noticed: the earliest linked call, else the declare itself. */
  readonly detectedAt: number;
  /** When somebody first had it in hand: a linked call's acknowledgement. */
  readonly acknowledgedAt: number | null;
  readonly facts: Facts;
  readonly calls: readonly LinkedCall[];
  readonly people: readonly Person[];
  /** It is over already and is only entered, with its times: no room, no word to anybody. Absent: it is under way. */
  readonly over?: Over | null;
  /** Of one that was brought in from another system. */
  readonly past?: Past | null;
}

export interface Override {
  readonly severity: Severity;
  readonly reason: string;
  readonly by: Person;
  readonly at: number;
}

export interface Incident
  extends RecordState,
    Omit<Declared, 'startedAt' | 'detectedAt' | 'acknowledgedAt' | 'by' | 'over'> {
  /** The n of INC-n; null until its own task has taken one. */
  readonly number: number | null;
  readonly declaredBy: Person | null;
  /** Of one that was entered when it was over: when it was noticed, else when it began or ended. Lists go by it. */
  readonly declaredAt: number;
  /** When one that was over by then was entered; null for all others. Nothing is ever announced of it. */
  readonly enteredAt: number | null;
  readonly status: Status;
  readonly statusAt: number;
  /** Neither resolved nor closed. */
  readonly open: boolean;
  readonly milestones: Milestones;
  /** By id of a role; a role that is not there is free. */
  readonly roles: Readonly<Record<string, Holder>>;
  /** When each legal duty was ticked. */
  readonly dutySince: Readonly<Record<string, number>>;
  /** Steps of legal duties that are done, by their key. */
  readonly dutyDone: Readonly<Record<string, DutyDone>>;
  /** Links to tickets, newest last; the last 200. */
  readonly tickets: readonly string[];
  /** What the rules say; an override may stand above it. */
  readonly assessment: Assessment;
  readonly override: Override | null;
  /** The one that counts. */
  readonly severity: Severity;
  /** How it rose and fell, oldest first; the last step is `severity`. The last 100. */
  readonly severities: readonly SeverityStep[];
  /** The version at which each thing that can be corrected last changed. */
  readonly revised: Readonly<Partial<Record<Field, number>>>;
  /** When each was last put right by hand, epoch ms; missing in records that are older than this. */
  readonly correctedAt?: Readonly<Partial<Record<Field, number>>>;
  readonly room: Room | null;
  /** Ids of those who are in the room by our doing. */
  readonly joined: readonly string[];
  /** Ids of those whom the rules have called in: nobody is called twice. */
  readonly calledIn: readonly string[];
  readonly posts: readonly Post[];
  /** The last 20. */
  readonly updates: readonly Update[];
  readonly nextUpdateAt: number | null;
  /** What lists find it by (search-tags.ts). */
  readonly tags: readonly string[];
  /** Causes (presses, submissions) already carried out; the last 100. */
  readonly heard: readonly string[];
}

export type IncidentEvent = EventBase &
  (
    | ({ readonly type: 'declared'; readonly assessment: Assessment } & Declared)
    | { readonly type: 'numbered'; readonly number: number }
    | {
        readonly type: 'described';
        readonly by: Person;
        readonly title: string;
        readonly description: string;
        readonly service: string | null;
      }
    | {
        readonly type: 'status-changed';
        readonly by: Person | null;
        readonly to: Status;
        readonly reason: string | null;
        readonly stamps: Milestones;
      }
    | {
        readonly type: 'corrected';
        readonly by: Person;
        readonly reason: string;
        readonly changes: readonly Change[];
        /** What the rules say of the corrected facts, and whether a person stands above them. */
        readonly assessment: Assessment;
        readonly override: Override | null;
      }
    | ({ readonly type: 'retold' } & Retelling)
    | { readonly type: 'role-given'; readonly role: string; readonly to: Person; readonly by: Person }
    | { readonly type: 'role-freed'; readonly role: string; readonly by: Person }
    | { readonly type: 'impact-changed'; readonly by: Person | null; readonly facts: Facts }
    | {
        readonly type: 'inquiries-added';
        readonly by: Person | null;
        readonly count: number;
        readonly ticket: string | null;
      }
    | { readonly type: 'severity-assessed'; readonly assessment: Assessment }
    | { readonly type: 'severity-overridden'; readonly override: Override }
    | { readonly type: 'override-cleared'; readonly by: Person }
    | { readonly type: 'call-linked'; readonly call: LinkedCall }
    | { readonly type: 'people-wanted'; readonly people: readonly Person[] }
    | { readonly type: 'room-opened'; readonly room: Room }
    | { readonly type: 'room-changed'; readonly room: Room }
    | { readonly type: 'joined'; readonly user: string; readonly by: 'bot' | 'admin' | 'hand' }
    | { readonly type: 'left'; readonly user: string }
    | { readonly type: 'duties-ticked'; readonly by: Person; readonly done: readonly string[] }
    | { readonly type: 'called-in'; readonly users: readonly string[] }
    /** The name of somebody who was known by their id only. */
    | { readonly type: 'named'; readonly user: string; readonly name: string }
    | { readonly type: 'posted'; readonly post: Post }
    | { readonly type: 'update-posted'; readonly update: Update }
    | { readonly type: 'update-edited'; readonly update: Update; readonly by: Person }
    | ({ readonly type: 'run-noted' } & RunNote)
    | { readonly type: 'heard'; readonly cause: string }
  );

export type IncidentDecision = Decision<IncidentEvent>;

interface By {
  readonly by: Person;
  /** Id of the press or submission, so that twice is once. */
  readonly cause: string;
}

export type Command =
  | ({ readonly type: 'declare' } & Omit<Declared, 'detectedAt'> & { readonly detectedAt: number | null })
  | ({
      readonly type: 'describe';
      readonly title: string;
      readonly description: string;
      readonly service: string | null;
    } & By)
  | ({ readonly type: 'set-status'; readonly to: Status; readonly reason: string | null } & By)
  | ({
      readonly type: 'correct';
      readonly set: Partial<Correctable>;
      /** The version that whoever corrects has seen: what others changed since is not written over. Null: not asked. */
      readonly seen: number | null;
      readonly reason: string;
    } & By)
  | ({ readonly type: 'give-role'; readonly role: string; readonly to: Person } & By)
  | ({ readonly type: 'free-role'; readonly role: string } & By)
  | ({ readonly type: 'set-impact'; readonly facts: Pick<Facts, 'vehicles' | 'users' | 'duties'> } & By)
  | ({ readonly type: 'add-inquiries'; readonly count: number; readonly ticket: string | null } & By)
  | ({ readonly type: 'override-severity'; readonly severity: Severity; readonly reason: string } & By)
  | ({ readonly type: 'clear-override' } & By)
  | ({ readonly type: 'post-update'; readonly update: Omit<Update, 'id' | 'by' | 'at'> } & By)
  | ({
      readonly type: 'edit-update';
      readonly id: string;
      readonly known: string;
      readonly doing: string;
    } & By)
  /** All that is ticked, as a form knows it; or one step alone, whatever others tick at the same time. */
  | ({ readonly type: 'tick-duties'; readonly done: readonly string[] } & By)
  | ({ readonly type: 'tick-duty'; readonly key: string; readonly done: boolean } & By)
  | ({ readonly type: 'want-people'; readonly people: readonly Person[] } & By)
  /** What Slack tells of the room; null where that did not change. */
  | { readonly type: 'note-room'; readonly state: Room['state'] | null; readonly name: string | null }
  | { readonly type: 'note-joined'; readonly person: Person }
  | { readonly type: 'note-left'; readonly user: string }
  | ({ readonly type: 'note-run'; readonly cause: string } & RunNote)
  /** `asker`: comes into the room with their call; null for a bot's. */
  | {
      readonly type: 'link-call';
      readonly call: LinkedCall;
      readonly asker: Person | null;
      readonly cause: string;
    }
  | { readonly type: 'set-alerts'; readonly alerts: Facts['alerts']; readonly cause: string };

/** Why a command was not carried out: each is a sentence for the one who gave it. */
export type Refusal =
  | { readonly refused: 'reason-needed'; readonly why: 'back' | 'reopen' | 'override' | 'correct' }
  | { readonly refused: 'resolve-first' }
  | { readonly refused: 'closed' }
  | { readonly refused: 'entered-afterwards' }
  | { readonly refused: 'role-held'; readonly by: string }
  | { readonly refused: 'role-for-people' }
  | { readonly refused: 'role-unknown'; readonly known: readonly string[] }
  | { readonly refused: 'ticket-known' }
  | { readonly refused: 'below-zero'; readonly count: number }
  | { readonly refused: 'update-gone' }
  | { readonly refused: 'in-the-future' }
  | { readonly refused: 'in-the-past' }
  | { readonly refused: 'cannot-correct'; readonly field: Field; readonly why: WhyNot }
  | { readonly refused: 'changed-meanwhile'; readonly fields: readonly Field[] }
  | { readonly refused: 'not-allowed' };

/** Why something cannot be put right as wanted. `order`: steps of the severity that do not follow each other in time. */
export type WhyNot = 'empty' | 'unknown' | 'in-the-future' | 'not-resolved' | 'not-a-count' | 'order';
