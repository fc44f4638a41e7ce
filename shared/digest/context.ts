import type { Locale } from '../language/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { Files } from '../ports/files.ts';
import type { Renderer } from '../ports/renderer.ts';
import type { Slack } from '../ports/slack.ts';
import type { RotaConfig } from '../rota/index.ts';
import type { Store } from '../store/port.ts';
import type { DigestConfig } from './schemas.ts';

/** What a digest is read from. */
export interface DigestReads {
  readonly store: Store;
  readonly zone: string;
  readonly rotaConfigs: readonly RotaConfig[];
}

export interface DigestContext extends DigestReads {
  readonly slack: Slack;
  readonly files: Files;
  readonly renderer: Renderer;
  readonly clock: Clock;
  readonly log: Log;
  readonly locale: Locale;
  /** Public address of the pages; null where there is none. */
  readonly baseUrl: string | null;
  /** Null: no digest is sent. */
  readonly config: DigestConfig | null;
}
