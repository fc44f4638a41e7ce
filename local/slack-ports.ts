import type { Parts } from '../functions/worker/parts.ts';
import { createRenderer } from '../shared/adapters/resvg/index.ts';
import {
  createFiles,
  createRooms,
  createSlack,
  createTokens,
  createUserGroups,
} from '../shared/adapters/slack/index.ts';
import type { SimulatedWorld } from './world.ts';

type Wrap = <T extends object>(port: string, part: T) => T;

/** Slack's ports on the real client, whichever Slack it is, and what draws its pictures; `wrap` is what fault tests put between. */
export function slackPorts(
  { botToken, adminToken, slackApiUrl: apiUrl }: SimulatedWorld,
  wrap: Wrap,
): Pick<
  Parts,
  'slack' | 'rooms' | 'files' | 'renderer' | 'userGroups' | 'tokens' | 'environmentToken' | 'adminHands'
> {
  return {
    slack: wrap('slack', createSlack({ token: botToken, apiUrl })),
    rooms: wrap('rooms', createRooms({ token: botToken, apiUrl })),
    renderer: createRenderer(),
    files: wrap('files', createFiles({ token: botToken, apiUrl })),
    userGroups: createUserGroups({ token: botToken, apiUrl }),
    tokens: createTokens({ token: botToken, apiUrl }),
    environmentToken: adminToken,
    adminHands: (token) => ({
      rooms: wrap('admin', createRooms({ token, apiUrl })),
      userGroups: createUserGroups({ token, apiUrl }),
    }),
  };
}
