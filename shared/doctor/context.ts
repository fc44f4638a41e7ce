import type { Locale } from '../language/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Topic, TopicPlan } from '../ports/bus.ts';
import type { BusSetUp } from '../ports/bus-set-up.ts';
import type { Documents } from '../ports/documents.ts';
import type { Rooms } from '../ports/rooms.ts';
import type { Slack } from '../ports/slack.ts';
import type { Tokens } from '../ports/tokens.ts';
import type { UserGroups } from '../ports/user-groups.ts';
import type { Writer } from '../ports/writer.ts';
import type { RotaConfig } from '../rota/index.ts';
import type { Store } from '../store/port.ts';
import type { WorkspaceConfig } from '../workspace/index.ts';
import type { Finding } from './finding.ts';
import type { SheetSeen } from './sheet-seen.ts';
import type { DoctorText } from './text.ts';

/** Whom doctor asks; the same adapters as in production. */
export interface Asked {
  readonly slack: Pick<Slack, 'user' | 'userByEmail' | 'users'>;
  readonly tokens: Pick<Tokens, 'test' | 'clock'>;
  readonly rooms: Pick<Rooms, 'members'>;
  readonly userGroups: Pick<UserGroups, 'list'>;
  /** Null where whoever looks has no part in Google Drive. */
  readonly documents: Pick<Documents, 'folder' | 'accountEmail'> | null;
  /** Null where whoever looks has no part in asking language models. */
  readonly writer: Pick<Writer, 'reach'> | null;
  /** Pub/Sub; null where the bus is another one. */
  readonly bus: {
    readonly setUp: BusSetUp;
    readonly plans: Readonly<Record<Topic, TopicPlan>>;
    /** To what whoever looks publishes. */
    readonly publishes: readonly Topic[];
  } | null;
  /** Null where the environment names none. */
  readonly store: Store | null;
  /** By which work is due. */
  readonly clock: Clock;
  /** This machine's own, by which signatures are judged. */
  readonly realClock: Clock;
}

/** What one look has in hand. */
export interface Look extends Asked {
  readonly botToken: string | null;
  /** Of the environment; a connected account is found in the store. */
  readonly adminToken: string | null;
  readonly config: WorkspaceConfig;
  /** A rota's sheet: as it stands now, or as it was read last. Null: never read. */
  readonly sheet: (rota: RotaConfig, signal: AbortSignal) => Promise<SheetSeen | null>;
  readonly text: DoctorText;
  readonly locale: Locale;
  /** The bot's account; null where its token is no good. */
  readonly self: string | null;
  /** How long one check may take, in ms. */
  readonly patienceMs: number;
}

/** What was found, in the language of whoever reads it. */
export type Tell = (reader: Pick<Look, 'text' | 'locale'>) => Finding[];
