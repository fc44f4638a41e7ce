import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { http } from '@google-cloud/functions-framework';
import { createDrive } from '../../shared/adapters/drive/index.ts';
import { openFirestoreStore } from '../../shared/adapters/firestore/index.ts';
import { createGemini } from '../../shared/adapters/gemini/index.ts';
import { googleKeys } from '../../shared/adapters/google-credentials/id-token.ts';
import { createKmsCipher } from '../../shared/adapters/kms/index.ts';
import { createPubsubBus, createPushVerifier } from '../../shared/adapters/pubsub/index.ts';
import { metadataToken } from '../../shared/adapters/pubsub/metadata-token.ts';
import { createRenderer } from '../../shared/adapters/resvg/index.ts';
import { createSheets } from '../../shared/adapters/sheets/index.ts';
import {
  createFiles,
  createRooms,
  createSlack,
  createTokens,
  createUserGroups,
} from '../../shared/adapters/slack/index.ts';
import { createWebhooks } from '../../shared/adapters/webhook/index.ts';
import { openUpload } from '../../shared/adapters/zip/index.ts';
import { systemClock } from '../../shared/platform/clock.ts';
import { type Env, namedSecret, readEnv, required } from '../../shared/platform/config.ts';
import { createLog } from '../../shared/platform/log.ts';
import type { Lane } from '../../shared/tasks/index.ts';
import { parseConfig } from '../../shared/workspace/index.ts';
import { missingOf, notConfigured } from '../http/not-configured.ts';
import { assemble } from './assemble.ts';
import { createWorker } from './handler.ts';

/** The work lane polls all sheets, with an account of its own: nobody else uses its 60 reads a minute. */
const POLLING_READS = 57;

type Handler = ReturnType<typeof createWorker>;
const made = new Map<Lane, Handler>();

/** Joins configuration and adapters, once, at the first request: a wrong setting is an answer with a log line. */
function handlerOf(lane: Lane): Handler {
  const existing = made.get(lane);
  if (existing) return existing;
  const handler = build(lane, readEnv());
  made.set(lane, handler);
  return handler;
}

function build(lane: Lane, env: Env): Handler {
  const log = createLog(lane, { project: env.project, version: env.revision });
  const missing = missingOf({ SLACK_BOT_TOKEN: env.slackBotToken });
  if (missing.length > 0) return notConfigured(missing, log);
  const projectId = required(env.project, 'GOOGLE_CLOUD_PROJECT');
  const configPath = required(env.configPath, 'TOBAN_CONFIG');
  const bus = createPubsubBus({ projectId, ...(env.pubsubEmulator && { emulatorHost: env.pubsubEmulator }) });
  const slackAt = env.slackApiUrl ? { apiUrl: env.slackApiUrl } : {};
  const botToken = required(env.slackBotToken, 'SLACK_BOT_TOKEN');
  const config = parseConfig(readFileSync(configPath, 'utf8'), configPath);
  const work = assemble({
    bus,
    store: openFirestoreStore({
      projectId,
      ...(env.firestoreDatabase && { databaseId: env.firestoreDatabase }),
      ...(env.firestoreEmulator && { emulatorHost: env.firestoreEmulator }),
    }),
    slack: createSlack({ token: botToken, ...slackAt }),
    rooms: createRooms({ token: botToken, ...slackAt }),
    files: createFiles({ token: botToken, ...slackAt }),
    renderer: createRenderer(),
    documents: createDrive(env.driveApiUrl ? { apiUrl: env.driveApiUrl } : {}),
    writer: createGemini({
      project: projectId,
      settings: config.ai ?? null,
      ...(env.geminiApiUrl && { apiUrl: env.geminiApiUrl }),
    }),
    userGroups: createUserGroups({ token: botToken, ...slackAt }),
    tokens: createTokens({ token: botToken, ...slackAt }),
    cipher: createKmsCipher({ key: env.kms, token: metadataToken }),
    environmentToken: env.slackAdminToken,
    adminHands: (token) => ({
      rooms: createRooms({ token, ...slackAt }),
      userGroups: createUserGroups({ token, ...slackAt }),
    }),
    baseUrl: env.baseUrl,
    sheets: createSheets(env.sheetsApiUrl ? { apiUrl: env.sheetsApiUrl } : {}),
    ...(lane === 'work' && { readsPerMinute: POLLING_READS }),
    webhooks: createWebhooks({ secretOf: namedSecret }),
    openArchive: openUpload,
    clock: systemClock,
    log,
    config,
    sleep: (ms) => sleep(ms),
  });
  const verifier = createPushVerifier({
    audience: required(env.pushAudience, 'PUSH_AUDIENCE'),
    email: required(env.pushAccount, 'PUSH_ACCOUNT'),
    keys: googleKeys(),
  });
  return createWorker({ lane, ...work, bus, log, verifyCaller: verifier });
}

http('calls', (req, res) => handlerOf('calls')(req, res));
http('work', (req, res) => handlerOf('work')(req, res));
