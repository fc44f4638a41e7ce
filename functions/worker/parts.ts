import type { MakeHands } from '../../shared/admin-token/index.ts';
import type { OpenArchive } from '../../shared/import/index.ts';
import type { Clock } from '../../shared/platform/clock.ts';
import type { Log } from '../../shared/platform/log.ts';
import type { Bus } from '../../shared/ports/bus.ts';
import type { Documents } from '../../shared/ports/documents.ts';
import type { Files } from '../../shared/ports/files.ts';
import type { Renderer } from '../../shared/ports/renderer.ts';
import type { Rooms } from '../../shared/ports/rooms.ts';
import type { SecretCipher } from '../../shared/ports/secrets.ts';
import type { Sheets } from '../../shared/ports/sheets.ts';
import type { Slack } from '../../shared/ports/slack.ts';
import type { Tokens } from '../../shared/ports/tokens.ts';
import type { UserGroups } from '../../shared/ports/user-groups.ts';
import type { Webhooks } from '../../shared/ports/webhooks.ts';
import type { Writer } from '../../shared/ports/writer.ts';
import type { Store } from '../../shared/store/port.ts';
import type { WorkspaceConfig } from '../../shared/workspace/index.ts';

/** What the worker works with: adapters, clock and configuration. */
export interface Parts {
  readonly store: Store;
  readonly slack: Slack;
  readonly rooms: Rooms;
  readonly files: Files;
  readonly renderer: Renderer;
  /** Asked only where the configuration has `postmortem.docs`. */
  readonly documents: Documents;
  /** Asked only where the configuration has `ai`. */
  readonly writer: Writer;
  /** The bot's. */
  readonly userGroups: UserGroups;
  readonly tokens: Tokens;
  readonly cipher: SecretCipher;
  /** `SLACK_ADMIN_TOKEN`; null where it is not set. */
  readonly environmentToken: string | null;
  /** The two ports with an administrator's token. */
  readonly adminHands: MakeHands;
  /** Public address of the pages, without a slash at its end; null where there is none. */
  readonly baseUrl: string | null;
  readonly sheets: Sheets;
  /** The most reads of spreadsheets in a minute; fewer than Google allows where nothing is said. */
  readonly readsPerMinute?: number;
  readonly webhooks: Webhooks;
  /** Opens an uploaded zip within limits. */
  readonly openArchive: OpenArchive;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly log: Log;
  readonly config: WorkspaceConfig;
  readonly sleep: (ms: number) => Promise<void>;
}
