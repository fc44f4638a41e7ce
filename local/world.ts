import { join } from 'node:path';
import { type Env, required } from '../shared/platform/config.ts';
import type { Log } from '../shared/platform/log.ts';
import type { BusinessClock, TimedPart } from './clock.ts';
import { type DriveStandIn, startDriveStandIn } from './drive/index.ts';
import { type GeminiStandIn, startGeminiStandIn } from './gemini/index.ts';
import { type SheetsSimulator, startSheetsSimulator } from './sheets/index.ts';
import { sheetScript } from './sheets/script.ts';
import { SIMULATED_APP, type SlackSimulator, startSlackSimulator } from './slack/index.ts';

/** What lies outside Toban, simulated wherever the environment does not name the real thing. */
export interface SimulatedWorld {
  readonly slack: SlackSimulator | null;
  readonly sheets: SheetsSimulator | null;
  /** Null where the configuration asks for no language model, too. */
  readonly gemini: GeminiStandIn | null;
  readonly slackApiUrl: string;
  readonly sheetsApiUrl: string;
  readonly geminiApiUrl: string | null;
  /** Null where the configuration asks for no documents, too. */
  readonly drive: DriveStandIn | null;
  readonly driveApiUrl: string;
  readonly driveAccount: string | null;
  /** Whom the simulated spreadsheets are shared with; null for a real one's, which its credentials say. */
  readonly sheetsAccount: string | null;
  readonly botToken: string;
  /** The app as Sign in with Slack knows it. */
  readonly openIdClient: { readonly clientId: string; readonly clientSecret: string };
  /** Null where no administrator has lent Toban a token. */
  readonly adminToken: string | null;
  readonly signingSecrets: readonly string[];
  readonly sheetSecrets: readonly string[];
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
  /** False: no administrator's token stands in the environment; one may be connected. */
  readonly adminInEnvironment: boolean;
  /** Whether toban.yaml asks for a language model. */
  readonly ai: boolean;
  /** Whether it asks for Google Docs. */
  readonly docs: boolean;
}

/** The seeded sheet's, as in the sample toban.yaml. */
const SCENE_HANDOVER = '10:00';

const SHEET_SECRET = 'simulated-sheet-secret';

export async function startWorld({
  env,
  log,
  clock,
  mode,
  ports,
  tobanUrl,
  adminInEnvironment,
  ai,
  docs,
}: WorldOptions): Promise<SimulatedWorld> {
  const folder = env.dataFolder;
  const sheetSecret = env.sheetSecrets[0] ?? SHEET_SECRET;
  const sheets = env.sheetsApiUrl
    ? null
    : await startSheetsSimulator({
        port: ports.sheets,
        folder: join(folder, 'sheets'),
        clock,
        log,
        handover: SCENE_HANDOVER,
        // In a story only what the test does moves anything.
        ...(mode === 'auto' && { onEdit: sheetScript(tobanUrl, sheetSecret, log) }),
      });
  const drive = docs && !env.driveApiUrl ? await startDriveStandIn({ folder: join(folder, 'drive') }) : null;
  const gemini = ai && !env.geminiApiUrl ? await startGeminiStandIn() : null;
  const openIdClient = {
    clientId: env.slackClientId ?? SIMULATED_APP.clientId,
    clientSecret: env.slackClientSecret ?? SIMULATED_APP.clientSecret,
  };
  const simulatedAdmin = env.slackApiUrl || !adminInEnvironment ? null : SIMULATED_APP.adminToken;
  const adminToken = env.slackAdminToken ?? simulatedAdmin;
  const slack = env.slackApiUrl
    ? null
    : await startSlackSimulator({
        port: ports.slack,
        dataFile: join(folder, 'slack.jsonl'),
        clock,
        mode,
        app: {
          ...openIdClient,
          baseUrl: tobanUrl,
          publicUrl: env.baseUrl ?? tobanUrl,
          signingSecret: env.slackSigningSecrets[0] ?? SIMULATED_APP.signingSecret,
          botToken: env.slackBotToken ?? SIMULATED_APP.botToken,
          adminToken,
        },
        ...(sheets && { sheetsUrl: sheets.url }),
      });
  const secrets =
    env.slackSigningSecrets.length > 0 || !slack ? env.slackSigningSecrets : [SIMULATED_APP.signingSecret];
  if (secrets.length === 0) required(null, 'SLACK_SIGNING_SECRET (named together with SLACK_API_URL)');
  return {
    slack,
    sheets,
    gemini,
    drive,
    driveApiUrl: drive?.apiUrl ?? env.driveApiUrl ?? '',
    driveAccount: drive?.accountEmail ?? null,
    geminiApiUrl: gemini?.apiUrl ?? env.geminiApiUrl,
    slackApiUrl: slack?.apiUrl ?? env.slackApiUrl ?? '',
    sheetsApiUrl: sheets?.apiUrl ?? env.sheetsApiUrl ?? '',
    sheetsAccount: sheets?.accountEmail ?? null,
    botToken: slack
      ? (env.slackBotToken ?? SIMULATED_APP.botToken)
      : required(env.slackBotToken, 'SLACK_BOT_TOKEN'),
    openIdClient,
    adminToken,
    signingSecrets: secrets,
    sheetSecrets: [sheetSecret],
    timed: slack ? [slack] : [],
    names: [
      slack ? `Slack: simulated (${slack.url})` : `Slack: ${env.slackApiUrl}`,
      ...(drive ? [`documents: stand-in (${drive.apiUrl})`] : []),
      ...(gemini ? [`language model: stand-in (${gemini.apiUrl})`] : []),
      sheets ? `spreadsheet: simulated (${sheets.url})` : `spreadsheet: ${env.sheetsApiUrl}`,
    ],
    async close() {
      await Promise.all([slack?.close(), sheets?.close(), gemini?.close(), drive?.close()]);
    },
  };
}
