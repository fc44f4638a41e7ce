import { createSheets } from '../../shared/adapters/sheets/index.ts';
import {
  createRooms,
  createSlack,
  createTokens,
  createUserGroups,
} from '../../shared/adapters/slack/index.ts';
import { type Clock, systemClock } from '../../shared/platform/clock.ts';
import type { Env } from '../../shared/platform/config.ts';
import type { Rooms } from '../../shared/ports/rooms.ts';
import type { Sheets } from '../../shared/ports/sheets.ts';
import type { Slack } from '../../shared/ports/slack.ts';
import type { Tokens } from '../../shared/ports/tokens.ts';
import type { UserGroups } from '../../shared/ports/user-groups.ts';
import type { Store } from '../../shared/store/port.ts';
import { openStore } from '../store.ts';

/** What doctor asks; the same adapters as in production. */
export interface Parts {
  readonly slack: Pick<Slack, 'user' | 'userByEmail' | 'users'>;
  readonly tokens: Pick<Tokens, 'test'>;
  readonly rooms: Pick<Rooms, 'members'>;
  readonly userGroups: Pick<UserGroups, 'list'>;
  readonly sheets: Sheets;
  /** Null where the environment names none. */
  readonly store: Store | null;
  readonly clock: Clock;
}

/** Every part that the environment names; see docs/doctor.md. */
export async function openParts(env: Env): Promise<Parts> {
  const slackAt = { token: env.slackBotToken ?? '', ...(env.slackApiUrl && { apiUrl: env.slackApiUrl }) };
  return {
    slack: createSlack(slackAt),
    tokens: createTokens(slackAt),
    rooms: createRooms(slackAt),
    userGroups: createUserGroups(slackAt),
    sheets: createSheets(env.sheetsApiUrl ? { apiUrl: env.sheetsApiUrl } : {}),
    store: await openStore(env),
    clock: systemClock,
  };
}
