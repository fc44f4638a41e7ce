import { createDrive } from '../../shared/adapters/drive/index.ts';
import { createGemini } from '../../shared/adapters/gemini/index.ts';
import { googleAccessToken } from '../../shared/adapters/google-credentials/index.ts';
import { createBusSetUp } from '../../shared/adapters/pubsub/index.ts';
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
import { topics } from '../../shared/ports/bus.ts';
import type { Sheets } from '../../shared/ports/sheets.ts';
import type { WorkspaceConfig } from '../../shared/workspace/index.ts';
import { openStore } from '../store.ts';

/** What doctor asks, and the sheets. */
export interface Parts extends Asked {
  readonly sheets: Sheets;
}

/** By which work is due, and this machine's own. They differ where a laptop's clock was moved by hand. */
export type Clocks = Pick<Asked, 'clock' | 'realClock'>;
export const systemClocks: Clocks = { clock: systemClock, realClock: systemClock };

/** Every part that the environment names; see docs/doctor.md. */
export async function openParts(env: Env, config: WorkspaceConfig, clocks: Clocks): Promise<Parts> {
  const slackAt = { token: env.slackBotToken ?? '', ...(env.slackApiUrl && { apiUrl: env.slackApiUrl }) };
  return {
    slack: createSlack(slackAt),
    tokens: createTokens(slackAt),
    rooms: createRooms(slackAt),
    userGroups: createUserGroups(slackAt),
    sheets: createSheets(env.sheetsApiUrl ? { apiUrl: env.sheetsApiUrl } : {}),
    documents: createDrive(env.driveApiUrl ? { apiUrl: env.driveApiUrl } : {}),
    writer: writerOf(env, config),
    bus: busOf(env),
    store: await openStore(env),
    ...clocks,
  };
}

/** Null where nothing says which project's models are meant, as on a laptop. */
const writerOf = ({ project, geminiApiUrl }: Env, { ai }: WorkspaceConfig) =>
  project === null
    ? null
    : createGemini({ project, settings: ai ?? null, ...(geminiApiUrl && { apiUrl: geminiApiUrl }) });

/** Doctor looks as the work lane, which rings the other one only. */
function busOf({ project, pubsubEmulator }: Env): Parts['bus'] {
  if (project === null) return null;
  const setUp = pubsubEmulator
    ? createBusSetUp({ projectId: project, baseUrl: `http://${pubsubEmulator}`, token: async () => null })
    : createBusSetUp({
        projectId: project,
        baseUrl: 'https://pubsub.googleapis.com',
        token: googleAccessToken,
      });
  return { setUp, plans: topics, publishes: ['calls'] };
}
