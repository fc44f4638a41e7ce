import type { Locale } from '../language/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { Slack } from '../ports/slack.ts';
import type { Webhooks } from '../ports/webhooks.ts';
import type { RotaConfig, RotaReader } from '../rota/index.ts';
import type { Store } from '../store/port.ts';
import type { People } from './people.ts';
import type { RouteConfig, WebhookConfig } from './schemas.ts';

/** What the verbs of a call work with. */
export interface EscalationContext {
  readonly store: Store;
  readonly slack: Slack;
  readonly rotas: RotaReader;
  readonly people: People;
  readonly clock: Clock;
  readonly log: Log;
  readonly locale: Locale;
  readonly zone: string;
  /** The address of the pages, without a trailing slash; null where there are none. */
  readonly baseUrl: string | null;
  readonly routes: readonly RouteConfig[];
  readonly rotaConfigs: readonly RotaConfig[];
  readonly webhooks: Webhooks;
  readonly webhookConfigs: Readonly<Record<string, WebhookConfig>>;
}
