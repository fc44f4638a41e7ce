import type { Clock } from '../../platform/clock.ts';
import type { Log } from '../../platform/log.ts';
import type { Sheets } from '../../ports/sheets.ts';
import type { Slack } from '../../ports/slack.ts';
import type { Store } from '../../store/port.ts';
import type { Rota, SpanKind } from '../model.ts';
import type { Cover } from '../overrides/covers.ts';
import type { Picture } from '../picture.ts';
import type { RotaConfig } from '../schemas.ts';

export type TroubleCode =
  | 'not-shared'
  | 'not-found'
  | 'api-disabled'
  | 'rate-limited'
  | 'unavailable'
  | 'tab-missing'
  | 'nothing-understood'
  | 'too-old'
  | 'slack-unreachable';

/** Why the sheet could not be read as it stands now. `detail` is material for the sentence; user text, not escaped. */
export interface SourceTrouble {
  readonly code: TroubleCode;
  readonly detail: Readonly<Record<string, string>>;
}

/** An edit that made the duty of now worse is not followed yet: `after` is what the cell says, `before` who is called. */
export interface Held {
  readonly cell: string | null;
  readonly column: string;
  readonly before: string;
  readonly after: string;
  /** What the sheet would mean now. */
  readonly kind: SpanKind;
}

/** The rota as a call may use it, and how sure that is. */
export interface Current {
  /** With the covers laid over the sheet. Null: nothing may be taken from the sheet; the fallback is to be called. */
  readonly rota: Rota | null;
  /** The same without covers: what the sheet alone says. */
  readonly sheet: Rota | null;
  /** The covers that stand now or later, or ended within a day, in the order in which they were asked for. */
  readonly covers: readonly Cover[];
  /** When that copy was read (epoch ms), and how long ago that is; null with `sheet`. */
  readonly readAt: number | null;
  readonly ageMs: number | null;
  /** `fresh`: read for this call; `recent`: a moment ago; `last-good`: an older copy, because of `trouble`. */
  readonly source: 'fresh' | 'recent' | 'last-good' | 'none';
  readonly trouble: SourceTrouble | null;
  /** Whom to share the spreadsheet with; only with `not-shared`. */
  readonly accountEmail: string | null;
  readonly held: Held | null;
  /** Draws the sheet around some cells (`当番表!C14`) as it was read for this answer; missing with an older copy. */
  readonly draw?: (cells: readonly string[]) => Picture;
}

export interface RotaReader {
  /**
   * The rota of `toban.yaml` by its id, read now where that is possible within 2 s. Never fails because of Google,
   * Slack or the store: `trouble` says so. Throws `misconfigured` for an unknown id, `unavailable` when `signal` ends.
   */
  current(rotaId: string, signal?: AbortSignal): Promise<Current>;
  /** Resolves when the copies that are being kept have been written. */
  settled(): Promise<void>;
}

export interface ReaderParts {
  readonly sheets: Sheets;
  readonly slack: Pick<Slack, 'user' | 'userByEmail' | 'users'>;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly rotas: readonly RotaConfig[];
  /** Zone of the rotas that name none. */
  readonly workspaceZone: string;
  /** The most reads that this instance asks of Google in a minute; 38 otherwise. */
  readonly readsPerMinute?: number;
}
