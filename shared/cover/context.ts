import type { Locale } from '../language/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { Slack, SlackUser } from '../ports/slack.ts';
import type { RotaConfig, RotaReader } from '../rota/index.ts';
import type { Store } from '../store/port.ts';

/** What covers work with. */
export interface CoverContext {
  readonly store: Store;
  readonly slack: Slack;
  readonly rotas: RotaReader;
  readonly rotaConfigs: readonly RotaConfig[];
  readonly people: { find(id: string, signal: AbortSignal): Promise<SlackUser | null> };
  readonly clock: Clock;
  readonly log: Log;
  readonly locale: Locale;
  readonly zone: string;
  /** The language of a person, by their Slack settings. */
  readonly localeOf: (user: string, signal: AbortSignal) => Promise<Locale>;
  /** Looks at the rota again, so that handover and user group follow at once. */
  readonly lookAgain: (rota: string, signal: AbortSignal) => Promise<unknown>;
}
