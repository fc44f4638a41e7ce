import type { Escalation } from '../escalation/index.ts';
import type { Duty, Span } from '../rota/index.ts';
import type { RecordState } from '../tasks/index.ts';

/** One person's Home tab: it stands for showing it, and keeps nothing of what it shows. */
export interface AppHome extends RecordState {
  readonly team: string;
  readonly user: string;
}

/** One duty column as it stands and as it will be. `names` follow the people of each. */
export interface DutyNow {
  readonly column: string;
  readonly duty: Duty;
  readonly names: readonly string[];
  readonly next: { readonly span: Span; readonly names: readonly string[] } | null;
}

/** A rota as it could be read. `readAt` is null and `columns` empty where there is no copy that may be used. */
export interface RotaNow {
  readonly name: string;
  readonly spreadsheet: string;
  readonly columns: readonly DutyNow[];
  readonly readAt: number | null;
  /** An older copy, because the sheet could not be read. */
  readonly stale: boolean;
}

export interface Shift {
  readonly rota: string;
  readonly spreadsheet: string;
  readonly column: string;
  readonly span: Span;
}

/** A call under way that the person made, was called for or has. */
export interface OwnCall {
  /** Id of the record. */
  readonly id: string;
  readonly call: Escalation;
  /** Of its thread; null where there is none that the person can open. */
  readonly permalink: string | null;
}

export interface HomeFacts {
  readonly now: number;
  readonly rotas: readonly RotaNow[];
  readonly shifts: readonly Shift[];
  readonly calls: readonly OwnCall[];
  /** Their unfinished action items, each a line of mrkdwn. */
  readonly items: readonly string[];
}
