import { createServer } from 'node:http';
import { metadataToken } from '../../shared/adapters/pubsub/metadata-token.ts';
import { createRestPublisher } from '../../shared/adapters/pubsub/rest-publisher.ts';
import { systemClock } from '../../shared/platform/clock.ts';
import { type Env, readEnv, required } from '../../shared/platform/config.ts';
import { createLog } from '../../shared/platform/log.ts';
import { missingOf, notConfigured } from '../http/not-configured.ts';
import { createEdgeSlack } from './edge-slack.ts';
import { createIngress } from './handler.ts';
import { edgeRules } from './rules.ts';

function build(env: Env): ReturnType<typeof createIngress> {
  const log = createLog('ingress', { project: env.project, version: env.revision });
  const missing = missingOf({ SLACK_SIGNING_SECRET: env.slackSigningSecrets[0] });
  if (missing.length > 0) return notConfigured(missing, log);
  // Calls for help need no token: the edge starts without one, and says loudly what it cannot do.
  if (env.slackBotToken === null) log.error('bot-token-missing', { consequence: 'no modal can be opened' });
  return createIngress({
    bus: createRestPublisher({
      projectId: required(env.project, 'GOOGLE_CLOUD_PROJECT'),
      baseUrl: env.pubsubEmulator ? `http://${env.pubsubEmulator}` : 'https://pubsub.googleapis.com',
      token: env.pubsubEmulator ? async () => null : metadataToken,
      timeoutMs: 2_000,
    }),
    signingSecrets: env.slackSigningSecrets,
    sheetSecrets: env.sheetSecrets,
    alertTokens: env.alertTokens,
    balancer: env.balancer,
    clock: systemClock,
    realClock: systemClock,
    log,
    responseHosts: ['hooks.slack.com'],
    slack: createEdgeSlack({
      apiUrl: env.slackApiUrl ?? 'https://slack.com/api/',
      token: env.slackBotToken,
      timeoutMs: 1_000,
    }),
    rules: edgeRules,
  });
}

// Cloud Run wants every interface; on a laptop the system has its own listener and never comes here.
const env = readEnv();
const server = createServer(build(env));
server.listen(env.port);
process.on('SIGTERM', () => server.close(() => process.exit(0)));
