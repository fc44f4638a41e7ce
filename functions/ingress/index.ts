import { createServer } from 'node:http';
import { metadataToken } from '../../shared/adapters/pubsub/metadata-token.ts';
import { createRestPublisher } from '../../shared/adapters/pubsub/rest-publisher.ts';
import { systemClock } from '../../shared/platform/clock.ts';
import { readEnv, required } from '../../shared/platform/config.ts';
import { TobanError } from '../../shared/platform/errors.ts';
import { createLog } from '../../shared/platform/log.ts';
import { createEdgeSlack } from './edge-slack.ts';
import { createIngress } from './handler.ts';
import { edgeRules } from './rules.ts';

const env = readEnv();
const log = createLog('ingress');
if (env.slackSigningSecrets.length === 0)
  throw new TobanError('misconfigured', 'SLACK_SIGNING_SECRET is not set');

// Calls for help need no token: the edge starts without one, and says loudly what it cannot do.
if (env.slackBotToken === null) log.error('bot-token-missing', { consequence: 'no modal can be opened' });

const handler = createIngress({
  bus: createRestPublisher({
    projectId: required(env.project, 'GOOGLE_CLOUD_PROJECT'),
    baseUrl: env.pubsubEmulator ? `http://${env.pubsubEmulator}` : 'https://pubsub.googleapis.com',
    token: env.pubsubEmulator ? async () => null : metadataToken,
    timeoutMs: 2_000,
  }),
  signingSecrets: env.slackSigningSecrets,
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

// Cloud Run wants every interface; on a laptop the system has its own listener and never comes here.
const server = createServer(handler);
server.listen(env.port);
process.on('SIGTERM', () => server.close(() => process.exit(0)));
