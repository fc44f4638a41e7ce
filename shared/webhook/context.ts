import type { Place } from '../api-schema/index.ts';
import type { Locale } from '../language/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { SecretCipher } from '../ports/secrets.ts';
import type { Slack } from '../ports/slack.ts';
import type { Webhooks } from '../ports/webhooks.ts';
import type { Store } from '../store/port.ts';

/** What the pages and the worker both work with. */
export interface Common {
  readonly store: Store;
  readonly clock: Clock;
  readonly cipher: SecretCipher;
}

export interface WebhookContext extends Common {
  readonly slack: Slack;
  readonly webhooks: Webhooks;
  readonly log: Log;
  readonly locale: Locale;
  readonly place: Place;
  /** Who hears that a webhook was switched off. */
  readonly owners: readonly string[];
}
