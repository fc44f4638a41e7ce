import { TobanError } from './errors.ts';

/** The environment, read once at start; an empty value counts as absent. The names are part of the product. */
export interface Env {
  readonly project: string | null;
  readonly configPath: string | null;
  readonly dataFolder: string;
  readonly port: number;
  readonly baseUrl: string | null;
  readonly slackApiUrl: string | null;
  /** Current first, then the one before while it is being rotated. */
  readonly slackSigningSecrets: readonly string[];
  readonly slackBotToken: string | null;
  readonly slackAdminToken: string | null;
  /** The app's own, for Sign in with Slack and for connecting an administrator. */
  readonly slackClientId: string | null;
  readonly slackClientSecret: string | null;
  /** What sessions are sealed with. Current first, then the one before while it is being rotated. */
  readonly sessionKeys: readonly string[];
  readonly sheetsApiUrl: string | null;
  readonly geminiApiUrl: string | null;
  readonly driveApiUrl: string | null;
  /** What the spreadsheets' script signs with when it says that they were edited. */
  readonly sheetSecrets: readonly string[];
  /** What other systems carry that send alerts. Current first, then the one before while it is being rotated. */
  readonly alertTokens: readonly string[];
  /** Own address of the load balancer before the two public services; null where there is none. */
  readonly balancer: string | null;
  readonly firestoreEmulator: string | null;
  readonly firestoreDatabase: string | null;
  readonly pubsubEmulator: string | null;
  /** What a push from the bus must carry in its OIDC token. */
  readonly pushAudience: string | null;
  readonly pushAccount: string | null;
  /** `projects/…/cryptoKeys/…`: the key in Cloud KMS with which tokens are kept. Its name is no secret. */
  readonly kms: string | null;
  /** Which version of the service this is; Cloud Run says it. */
  readonly revision: string | null;
}

export function readEnv(env: Readonly<Record<string, string | undefined>> = process.env): Env {
  const read = (name: string) => env[name]?.trim() || null;
  const port = Number(read('PORT') ?? 8080);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new TobanError('misconfigured', `PORT must be a port number, not "${env.PORT}"`);
  }
  return {
    project: read('GOOGLE_CLOUD_PROJECT'),
    configPath: read('TOBAN_CONFIG'),
    dataFolder: read('TOBAN_DATA') ?? '.toban',
    port,
    baseUrl: read('TOBAN_BASE_URL'),
    slackApiUrl: read('SLACK_API_URL'),
    slackSigningSecrets: [read('SLACK_SIGNING_SECRET'), read('SLACK_SIGNING_SECRET_PREVIOUS')].filter(
      (secret) => secret !== null,
    ),
    slackBotToken: read('SLACK_BOT_TOKEN'),
    slackAdminToken: read('SLACK_ADMIN_TOKEN'),
    slackClientId: read('SLACK_CLIENT_ID'),
    slackClientSecret: read('SLACK_CLIENT_SECRET'),
    sessionKeys: [read('TOBAN_SESSION_KEY'), read('TOBAN_SESSION_KEY_PREVIOUS')].filter(
      (key) => key !== null,
    ),
    sheetsApiUrl: read('SHEETS_API_URL'),
    geminiApiUrl: read('GEMINI_API_URL'),
    driveApiUrl: read('DRIVE_API_URL'),
    sheetSecrets: [read('TOBAN_SHEET_SECRET')].filter((secret) => secret !== null),
    alertTokens: [read('TOBAN_ALERT_TOKEN'), read('TOBAN_ALERT_TOKEN_PREVIOUS')].filter(
      (token) => token !== null,
    ),
    balancer: read('TOBAN_BALANCER'),
    firestoreEmulator: read('FIRESTORE_EMULATOR_HOST'),
    firestoreDatabase: read('FIRESTORE_DATABASE'),
    pubsubEmulator: read('PUBSUB_EMULATOR_HOST'),
    pushAudience: read('PUSH_AUDIENCE'),
    pushAccount: read('PUSH_ACCOUNT'),
    kms: read('TOBAN_KMS'),
    revision: read('K_REVISION'),
  };
}

/** A value that this service cannot do without. */
export function required(value: string | null, name: string): string {
  if (value === null) throw new TobanError('misconfigured', `${name} is not set; this service needs it`);
  return value;
}

/** A secret whose name stands in toban.yaml; null where the environment has none. */
export const namedSecret = (
  name: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): string | null => env[name]?.trim() || null;
