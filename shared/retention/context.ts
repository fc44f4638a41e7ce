import type { Locale } from '../language/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Slack } from '../ports/slack.ts';
import type { Store } from '../store/port.ts';
import type { RetentionConfig } from './schemas.ts';

export interface RetentionContext {
  readonly store: Store;
  readonly slack: Slack;
  readonly clock: Clock;
  readonly locale: Locale;
  /** Of the workspace; an IANA name. */
  readonly zone: string;
  /** Public address of the pages, without a slash at its end; null where there is none. */
  readonly baseUrl: string | null;
  readonly config: RetentionConfig;
  /** Channels and people who hear of a rule before it is followed. */
  readonly owners: readonly string[];
}
