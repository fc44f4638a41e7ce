import { readFileSync } from 'node:fs';
import { http } from '@google-cloud/functions-framework';
import { openFirestoreStore } from '../../shared/adapters/firestore/index.ts';
import { createIdTokenReader, googleKeys } from '../../shared/adapters/google-credentials/id-token.ts';
import { createKmsCipher } from '../../shared/adapters/kms/index.ts';
import { metadataToken } from '../../shared/adapters/pubsub/metadata-token.ts';
import { createRestPublisher } from '../../shared/adapters/pubsub/rest-publisher.ts';
import { createBusSetUp } from '../../shared/adapters/pubsub/rest-set-up.ts';
import {
  createInstall,
  createRooms,
  createSignIn,
  createSlack,
  createTokens,
  createUserGroups,
} from '../../shared/adapters/slack/index.ts';
import { openUpload } from '../../shared/adapters/zip/index.ts';
import { createPeople } from '../../shared/escalation/index.ts';
import { systemClock } from '../../shared/platform/clock.ts';
import { type Env, readEnv, required } from '../../shared/platform/config.ts';
import { createLog } from '../../shared/platform/log.ts';
import { topics } from '../../shared/ports/bus.ts';
import { adminScopes, threadUrl } from '../../shared/slack/index.ts';
import { parseConfig } from '../../shared/workspace/index.ts';
import { missingOf, notConfigured } from '../http/not-configured.ts';
import { createWeb } from './handler.ts';

let made: ReturnType<typeof createWeb> | null = null;

/** Joins configuration and adapters, once, at the first request: a wrong setting is an answer with a log line. */
function build(env: Env): ReturnType<typeof createWeb> {
  const log = createLog('web', { project: env.project, version: env.revision });
  const missing = missingOf({
    SLACK_BOT_TOKEN: env.slackBotToken,
    SLACK_CLIENT_ID: env.slackClientId,
    SLACK_CLIENT_SECRET: env.slackClientSecret,
    TOBAN_SESSION_KEY: env.sessionKeys[0],
  });
  if (missing.length > 0) return notConfigured(missing, log);
  const projectId = required(env.project, 'GOOGLE_CLOUD_PROJECT');
  const configPath = required(env.configPath, 'TOBAN_CONFIG');
  const botToken = required(env.slackBotToken, 'SLACK_BOT_TOKEN');
  const baseUrl = required(env.baseUrl, 'TOBAN_BASE_URL');
  const api = env.slackApiUrl ? { apiUrl: env.slackApiUrl } : {};
  const asBot = { token: botToken, ...api };
  const slack = createSlack(asBot);
  const client = {
    clientId: required(env.slackClientId, 'SLACK_CLIENT_ID'),
    clientSecret: required(env.slackClientSecret, 'SLACK_CLIENT_SECRET'),
    ...api,
  };
  const config = parseConfig(readFileSync(configPath, 'utf8'), configPath);
  const pubsub = {
    projectId,
    baseUrl: env.pubsubEmulator ? `http://${env.pubsubEmulator}` : 'https://pubsub.googleapis.com',
    token: env.pubsubEmulator ? async () => null : metadataToken,
  };
  return createWeb({
    store: openFirestoreStore({
      projectId,
      ...(env.firestoreDatabase && { databaseId: env.firestoreDatabase }),
      ...(env.firestoreEmulator && { emulatorHost: env.firestoreEmulator }),
    }),
    bus: createRestPublisher({ ...pubsub, timeoutMs: 2_000 }),
    clock: systemClock,
    realClock: systemClock,
    log,
    config,
    signIn: createSignIn({ ...client, botToken }),
    people: createPeople(slack, systemClock, log, config.workspace.locale),
    accountOf: createIdTokenReader({ audience: baseUrl, keys: googleKeys() }),
    account: slack.user,
    doctor: {
      ...{ slack, botToken },
      rooms: createRooms(asBot),
      userGroups: createUserGroups(asBot),
      bus: { setUp: createBusSetUp(pubsub), plans: topics, publishes: ['calls', 'work'] },
    },
    install: createInstall({ ...client, userScopes: adminScopes }),
    tokens: createTokens(asBot),
    cipher: createKmsCipher({ key: env.kms, token: metadataToken }),
    openArchive: openUpload,
    baseUrl,
    balancer: env.balancer,
    sessionKeys: env.sessionKeys,
    threadUrl,
    channelUrl: (team, channel) => `https://app.slack.com/client/${team}/${channel}`,
    laptop: [],
  });
}

http('web', (req, res) => {
  made ??= build(readEnv());
  return made(req, res);
});
