import type { Clock } from '../../shared/platform/clock.ts';
import type { Log } from '../../shared/platform/log.ts';
import type { Bus } from '../../shared/ports/bus.ts';
import type { Sheets } from '../../shared/ports/sheets.ts';
import type { Slack } from '../../shared/ports/slack.ts';
import type { Store } from '../../shared/store/port.ts';
import type { WorkspaceConfig } from '../../shared/workspace/index.ts';

/** What the worker works with: adapters, clock and configuration. */
export interface Parts {
  readonly store: Store;
  readonly slack: Slack;
  readonly sheets: Sheets;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly log: Log;
  readonly config: WorkspaceConfig;
  readonly sleep: (ms: number) => Promise<void>;
}
