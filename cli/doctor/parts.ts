import { createDrive } from '../../shared/adapters/drive/index.ts';
import { createSheets } from '../../shared/adapters/sheets/index.ts';
import {
  createRooms,
  createSlack,
  createTokens,
  createUserGroups,
} from '../../shared/adapters/slack/index.ts';
import type { Asked } from '../../shared/doctor/index.ts';
import { systemClock } from '../../shared/platform/clock.ts';
import type { Env } from '../../shared/platform/config.ts';
import type { Sheets } from '../../shared/ports/sheets.ts';
import { openStore } from '../store.ts';

/** What doctor asks, and the sheets. */
export interface Parts extends Asked {
  readonly sheets: Sheets;
}

/** By which work is due, and this machine's own. They differ where a laptop's clock was moved by hand. */
export type Clocks = Pick<Asked, 'clock' | 'realClock'>;
export const systemClocks: Clocks = { clock: systemClock, realClock: systemClock };

/** Every part that the environment names; see docs/doctor.md. */
export async function openParts(env: Env, clocks: Clocks): Promise<Parts> {
  const slackAt = { token: env.slackBotToken ?? '', ...(env.slackApiUrl && { apiUrl: env.slackApiUrl }) };
  return {
    slack: createSlack(slackAt),
    tokens: createTokens(slackAt),
    rooms: createRooms(slackAt),
    userGroups: createUserGroups(slackAt),
    sheets: createSheets(env.sheetsApiUrl ? { apiUrl: env.sheetsApiUrl } : {}),
    documents: createDrive(env.driveApiUrl ? { apiUrl: env.driveApiUrl } : {}),
    store: await openStore(env),
    ...clocks,
  };
}
