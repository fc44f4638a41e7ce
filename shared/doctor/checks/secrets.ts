import { type Env, namedSecret } from '../../platform/config.ts';
import type { WorkspaceConfig } from '../../workspace/index.ts';
import { type Finding, finding } from '../finding.ts';
import type { DoctorText, SecretUse } from '../text.ts';

/** Which secrets this environment has, by their names. Those that doctor cannot do without are errors. */
export function checkSecrets(
  env: Env,
  vars: Readonly<Record<string, string | undefined>>,
  config: WorkspaceConfig | null,
  text: DoctorText,
): Finding[] {
  const wanted: readonly (readonly [name: string, there: boolean, use: SecretUse])[] = [
    ['SLACK_BOT_TOKEN', env.slackBotToken !== null, 'bot'],
    ['SLACK_SIGNING_SECRET', env.slackSigningSecrets.length > 0, 'edge'],
    ['SLACK_CLIENT_SECRET', env.slackClientSecret !== null, 'pages'],
    ['TOBAN_SESSION_KEY', env.sessionKeys.length > 0, 'pages'],
    ...(config?.alerts ? [['TOBAN_ALERT_TOKEN', env.alertTokens.length > 0, 'alerts'] as const] : []),
    ...Object.values(config?.webhooks ?? {}).map(
      ({ secret }) => [secret, namedSecret(secret, vars) !== null, 'webhook'] as const,
    ),
    ...(config?.runbooks.secrets ?? []).map(
      (secret) => [secret, namedSecret(secret, vars) !== null, 'runbook'] as const,
    ),
  ];
  return wanted.map(([name, there, use]) =>
    there
      ? finding('secrets', 'ok', name, text.secretThere(name))
      : finding('secrets', use === 'bot' ? 'error' : 'warning', name, text.secretMissing(name, use)),
  );
}
