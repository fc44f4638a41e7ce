import { join } from 'node:path';
import { type Env, required } from '../shared/platform/config.ts';
import type { Log } from '../shared/platform/log.ts';
import type { BusinessClock, TimedPart } from './clock.ts';
import { type SheetsSimulator, startSheetsSimulator } from './sheets/index.ts';
import { type SlackSimulator, startSlackSimulator } from './slack/index.ts';

/** What lies outside Toban, simulated wherever the environment does not name the real thing. */
export interface SimulatedWorld {
  readonly slack: SlackSimulator | null;
  readonly sheets: SheetsSimulator | null;
  readonly slackApiUrl: string;
  readonly sheetsApiUrl: string;
  readonly botToken: string;
  /** The app as Sign in with Slack knows it. */
  readonly openIdClient: { readonly clientId: string; readonly clientSecret: string };
  readonly signingSecrets: readonly string[];
  readonly timed: readonly TimedPart[];
  readonly names: readonly string[];
  close(): Promise<void>;
}

export interface WorldOptions {
  readonly env: Env;
  readonly log: Log;
  readonly clock: BusinessClock;
  readonly mode: 'auto' | 'manual';
  readonly ports: { readonly slack: number; readonly sheets: number };
  readonly tobanUrl: string;
}

/** The seeded sheet's, as in the sample toban.yaml. */
const SCENE_HANDOVER = '10:00';

const SIMULATED = {
  signingSecret: 'simulated-signing-secret',
  botToken: 'xoxb-simulated',
  clientId: '1.1',
  clientSecret: 'simulated-client-secret',
};

export async function startWorld({
  env,
  log,
  clock,
  mode,
  ports,
  tobanUrl,
}: WorldOptions): Promise<SimulatedWorld> {
  const folder = env.dataFolder;
  const sheets = env.sheetsApiUrl
    ? null
    : await startSheetsSimulator({
        port: ports.sheets,
        folder: join(folder, 'sheets'),
        clock,
        log,
        handover: SCENE_HANDOVER,
      });
  const openIdClient = {
    clientId: env.slackClientId ?? SIMULATED.clientId,
    clientSecret: env.slackClientSecret ?? SIMULATED.clientSecret,
  };
  const slack = env.slackApiUrl
    ? null
    : await startSlackSimulator({
        port: ports.slack,
        dataFile: join(folder, 'slack.json'),
        clock,
        mode,
        app: {
          eventsUrl: `${tobanUrl}/slack/events`,
          interactivityUrl: `${tobanUrl}/slack/interactivity`,
          commandsUrl: `${tobanUrl}/slack/commands`,
          signingSecret: env.slackSigningSecrets[0] ?? SIMULATED.signingSecret,
          botToken: env.slackBotToken ?? SIMULATED.botToken,
        },
        openId: { ...openIdClient, redirectUrl: `${env.baseUrl ?? tobanUrl}/sign-in/callback` },
        tobanUrl,
        ...(sheets && { sheetsUrl: sheets.url }),
      });
  const secrets =
    env.slackSigningSecrets.length > 0 || !slack ? env.slackSigningSecrets : [SIMULATED.signingSecret];
  if (secrets.length === 0) required(null, 'SLACK_SIGNING_SECRET (named together with SLACK_API_URL)');
  return {
    slack,
    sheets,
    slackApiUrl: slack?.apiUrl ?? env.slackApiUrl ?? '',
    sheetsApiUrl: sheets?.apiUrl ?? env.sheetsApiUrl ?? '',
    botToken: slack
      ? (env.slackBotToken ?? SIMULATED.botToken)
      : required(env.slackBotToken, 'SLACK_BOT_TOKEN'),
    openIdClient,
    signingSecrets: secrets,
    timed: slack ? [slack] : [],
    names: [
      slack ? `Slack: simulated (${slack.url})` : `Slack: ${env.slackApiUrl}`,
      sheets ? `spreadsheet: simulated (${sheets.url})` : `spreadsheet: ${env.sheetsApiUrl}`,
    ],
    async close() {
      await Promise.all([slack?.close(), sheets?.close()]);
    },
  };
}
