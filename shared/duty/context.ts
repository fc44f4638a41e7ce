import type { Locale } from '../language/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { Slack } from '../ports/slack.ts';
import type { UserGroups } from '../ports/user-groups.ts';
import type { RotaConfig, RotaReader } from '../rota/index.ts';
import type { Store } from '../store/port.ts';
import type { AskMemberships } from './memberships.ts';

/** Something still open when a shift ends: a call, an incident, an action item. Already escaped for Slack. */
export interface OpenWork {
  readonly text: string;
}

/** What watching over the rotas works with. */
export interface DutyContext {
  readonly store: Store;
  readonly slack: Slack;
  /** The bot's, then the administrator's where there is one. */
  readonly userGroups: readonly UserGroups[];
  readonly rotas: RotaReader;
  readonly memberships: AskMemberships;
  readonly clock: Clock;
  readonly log: Log;
  readonly locale: Locale;
  readonly zone: string;
  readonly rotaConfigs: readonly RotaConfig[];
  /** The language of a person, by their Slack settings. */
  readonly localeOf: (user: string, signal: AbortSignal) => Promise<Locale>;
  /** What the next person, who reads it, should know of; at most ten. */
  readonly openWork: (rota: string, reader: string, locale: Locale) => Promise<readonly OpenWork[]>;
}
