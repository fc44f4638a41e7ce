import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { createWeb } from '../functions/web/handler.ts';
import type { LaptopLink, WebParts } from '../functions/web/parts.ts';
import { createIdTokenReader, googleKeys } from '../shared/adapters/google-credentials/id-token.ts';
import {
  createInstall,
  createRooms,
  createSignIn,
  createUserGroups,
} from '../shared/adapters/slack/index.ts';
import { openUpload } from '../shared/adapters/zip/index.ts';
import { createPeople } from '../shared/escalation/index.ts';
import { systemClock } from '../shared/platform/clock.ts';
import type { Env } from '../shared/platform/config.ts';
import type { Slack } from '../shared/ports/slack.ts';
import { adminScopes, threadUrl } from '../shared/slack/index.ts';
import type { SimulatedWorld } from './world.ts';

export type PagesOptions = Pick<
  WebParts,
  'store' | 'bus' | 'clock' | 'log' | 'config' | 'tokens' | 'cipher'
> & {
  readonly slack: Slack;
  readonly env: Env;
  readonly world: SimulatedWorld;
  readonly baseUrl: string;
  /** Stands between the pages and what they ask Google. */
  readonly wrap: <T extends object>(port: string, part: T) => T;
};

/** Toban's own pages on the laptop: signed in to by the simulated Slack, with links to what stands beside them. */
export function createPages(
  options: PagesOptions,
): (req: IncomingMessage, res: ServerResponse) => Promise<void> {
  const { env, world, slack, wrap, ...parts } = options;
  const asBot = { token: world.botToken, apiUrl: world.slackApiUrl };
  return createWeb({
    ...parts,
    people: createPeople(slack, parts.clock, parts.log, parts.config.workspace.locale),
    realClock: systemClock,
    accountOf: wrap('id-tokens', createIdTokenReader({ audience: parts.baseUrl, keys: googleKeys() })),
    signIn: createSignIn({ ...world.openIdClient, botToken: world.botToken, apiUrl: world.slackApiUrl }),
    account: slack.user,
    openArchive: openUpload,
    doctor: {
      slack,
      rooms: createRooms(asBot),
      userGroups: createUserGroups(asBot),
      botToken: world.botToken,
      // The laptop has a bus of its own.
      bus: null,
    },
    install: createInstall({
      ...world.openIdClient,
      userScopes: adminScopes,
      apiUrl: world.slackApiUrl,
    }),
    sessionKeys: env.sessionKeys.length > 0 ? env.sessionKeys : [ownKey(join(env.dataFolder, 'session-key'))],
    threadUrl: (team, channel, ts) => world.slack?.url ?? threadUrl(team, channel, ts),
    channelUrl: (team, channel) => world.slack?.url ?? `https://app.slack.com/client/${team}/${channel}`,
    balancer: null,
    laptop: linksOf(world),
  });
}

/** Made at the first start and kept, so that a restart signs nobody out. */
function ownKey(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

function linksOf({ slack, sheets }: SimulatedWorld): LaptopLink[] {
  const chat = { ja: 'チャット（Slack の代わり）', en: 'The chat, in place of Slack' };
  const rota = { ja: '当番表（Google スプレッドシートの代わり）', en: 'The rota, in place of Google Sheets' };
  return [
    ...(slack ? [{ url: slack.url, label: chat }] : []),
    ...(sheets ? [{ url: sheets.url, label: rota }] : []),
  ];
}
