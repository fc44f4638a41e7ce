import type { Tokens } from '../../ports/tokens.ts';
import { adminScopes, botScopes } from '../../slack/index.ts';
import { codeOf } from '../code-of.ts';
import { type Finding, finding } from '../finding.ts';
import type { DoctorText } from '../text.ts';

interface Tested {
  /** Whose the token is; null where it is no good. */
  readonly user: string | null;
  readonly findings: readonly Finding[];
}

/** Whether a token works, and whether it was granted all that the manifest asks for. */
export async function checkToken(
  tokens: Pick<Tokens, 'test'>,
  name: 'SLACK_BOT_TOKEN' | 'SLACK_ADMIN_TOKEN',
  token: string,
  text: DoctorText,
  signal: AbortSignal,
): Promise<Tested> {
  try {
    const { user, team, scopes } = await tokens.test(token, signal);
    const wanted: readonly string[] = name === 'SLACK_BOT_TOKEN' ? botScopes : adminScopes;
    const missing = wanted.filter((scope) => !scopes.includes(scope));
    const granted =
      missing.length === 0
        ? finding('scopes', 'ok', name, text.scopesGranted(name, wanted.length))
        : finding('scopes', 'error', name, text.scopesMissing(name, missing));
    return { user, findings: [finding('slack', 'ok', name, text.tokenWorks(name, user, team)), granted] };
  } catch (error) {
    const code = codeOf(error);
    const said = GONE.has(code) ? text.tokenRefused(name, code) : text.slackUnreachable(code);
    return { user: null, findings: [finding('slack', 'error', name, said)] };
  }
}

/** https://docs.slack.dev/reference/methods/auth.test */
const GONE = new Set([
  'invalid_auth',
  'not_authed',
  'token_revoked',
  'token_expired',
  'account_inactive',
  'no_user',
]);
