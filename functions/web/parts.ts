import type { Look } from '../../shared/doctor/index.ts';
import type { People } from '../../shared/escalation/index.ts';
import type { OpenArchive } from '../../shared/import/index.ts';
import type { Locale } from '../../shared/language/index.ts';
import type { Clock } from '../../shared/platform/clock.ts';
import type { Log } from '../../shared/platform/log.ts';
import type { Bus } from '../../shared/ports/bus.ts';
import type { AccountOf } from '../../shared/ports/id-tokens.ts';
import type { SecretCipher } from '../../shared/ports/secrets.ts';
import type { SignIn } from '../../shared/ports/sign-in.ts';
import type { Slack } from '../../shared/ports/slack.ts';
import type { Install, Tokens } from '../../shared/ports/tokens.ts';
import type { Store } from '../../shared/store/port.ts';
import type { WorkspaceConfig } from '../../shared/workspace/index.ts';

/** A place beside Toban that exists on the laptop only: the chat, the spreadsheet. */
export interface LaptopLink {
  readonly url: string;
  readonly label: Readonly<Record<Locale, string>>;
}

/** What the pages work with. */
export interface WebParts {
  readonly store: Store;
  readonly bus: Bus;
  /** The business clock: what pages show. Sessions run on `realClock`. */
  readonly clock: Clock;
  readonly realClock: Clock;
  readonly log: Log;
  readonly config: WorkspaceConfig;
  readonly signIn: SignIn;
  readonly people: People;
  /** Whom a Google ID token proves, made for `baseUrl`. */
  readonly accountOf: AccountOf;
  /** Of an account, as Slack says it now. */
  readonly account: Slack['user'];
  /** What doctor asks of Slack, as the bot, and of Pub/Sub. */
  readonly doctor: Pick<Look, 'slack' | 'rooms' | 'userGroups' | 'botToken' | 'bus'>;
  /** How an administrator is connected, and how the token is kept. */
  readonly install: Install;
  readonly tokens: Tokens;
  readonly cipher: SecretCipher;
  /** Opens an uploaded zip within limits. */
  readonly openArchive: OpenArchive;
  /** The address under which people open the pages, without a trailing slash. */
  readonly baseUrl: string;
  /** Own address of the load balancer before the pages; null where there is none. */
  readonly balancer: string | null;
  /** At least 32 characters each; the first seals, all of them open. */
  readonly sessionKeys: readonly string[];
  /** The address of a message's thread in Slack, for people to open. */
  readonly threadUrl: (team: string, channel: string, threadTs: string) => string;
  /** The address of a channel in Slack. */
  readonly channelUrl: (team: string, channel: string) => string;
  /** Empty in production. */
  readonly laptop: readonly LaptopLink[];
}
