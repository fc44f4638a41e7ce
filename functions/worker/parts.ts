import type { Clock } from '../../shared/platform/clock.ts';
import type { Log } from '../../shared/platform/log.ts';
import type { Bus } from '../../shared/ports/bus.ts';
import type { RoomMaker, Rooms } from '../../shared/ports/rooms.ts';
import type { Sheets } from '../../shared/ports/sheets.ts';
import type { Slack } from '../../shared/ports/slack.ts';
import type { UserGroups } from '../../shared/ports/user-groups.ts';
import type { Webhooks } from '../../shared/ports/webhooks.ts';
import type { Store } from '../../shared/store/port.ts';
import type { WorkspaceConfig } from '../../shared/workspace/index.ts';

/** What the worker works with: adapters, clock and configuration. */
export interface Parts {
  readonly store: Store;
  readonly slack: Slack;
  readonly rooms: Rooms;
  /** The workspace administrator's account, where one has lent its token. */
  readonly admin: RoomMaker | null;
  /** Public address of the pages, without a slash at its end; null where there is none. */
  readonly baseUrl: string | null;
  /** The bot's, then the administrator's where there is one. */
  readonly userGroups: readonly UserGroups[];
  readonly sheets: Sheets;
  /** The most reads of spreadsheets in a minute; fewer than Google allows where nothing is said. */
  readonly readsPerMinute?: number;
  readonly webhooks: Webhooks;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly log: Log;
  readonly config: WorkspaceConfig;
  readonly sleep: (ms: number) => Promise<void>;
}
