import { WebClient } from '@slack/web-api';
import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose';
import { TobanError } from '../../platform/errors.ts';
import type { Identity, SignIn } from '../../ports/sign-in.ts';
import { mapError } from './errors.ts';

export interface SignInOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The bot's: it says which workspace is ours. */
  readonly botToken: string;
  /** The Web API's; issuer, keys and the page that asks stand at the same server. */
  readonly apiUrl?: string;
}

const TIMEOUT_MS = 8_000;
const TEAM = 'https://slack.com/team_id';
const USER = 'https://slack.com/user_id';

export function createSignIn(options: SignInOptions): SignIn {
  const { clientId, clientSecret, botToken, apiUrl = 'https://slack.com/api/' } = options;
  const issuer = new URL(apiUrl).origin;
  const web = (token?: string) =>
    new WebClient(token, {
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      timeout: TIMEOUT_MS,
      slackApiUrl: apiUrl,
    });
  const keys = createRemoteJWKSet(new URL('/openid/connect/keys', issuer), { timeoutDuration: TIMEOUT_MS });
  let team: string | null = null;

  async function ourTeam(): Promise<string> {
    team ??= (await asked(() => web(botToken).auth.test())).team_id ?? null;
    if (team === null)
      throw new TobanError('misconfigured', 'Slack does not say which workspace the bot is in');
    return team;
  }

  async function verified(token: string, nonce: string): Promise<JWTPayload> {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience: clientId,
      algorithms: ['RS256'],
      requiredClaims: ['exp', 'iat', 'nonce', TEAM, USER],
      clockTolerance: 60,
    }).catch((cause: unknown) => {
      throw refused('id-token', cause);
    });
    if (payload.nonce !== nonce) throw refused('nonce');
    return payload;
  }

  return {
    authorizeUrl({ state, nonce, redirectUri }) {
      const url = new URL('/openid/connect/authorize', issuer);
      const scope = 'openid profile';
      const query = {
        response_type: 'code',
        scope,
        client_id: clientId,
        state,
        nonce,
        redirect_uri: redirectUri,
      };
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
      return url.href;
    },
    async exchange({ code, nonce, redirectUri }, signal): Promise<Identity> {
      if (signal.aborted) throw new TobanError('unavailable', "the request's time is over");
      const { id_token: token } = await asked(() =>
        web().openid.connect.token({
          client_id: clientId,
          client_secret: clientSecret,
          code,
          redirect_uri: redirectUri,
          grant_type: 'authorization_code',
        }),
      );
      const claims = await verified(token ?? '', nonce);
      if (claims[TEAM] !== (await ourTeam())) throw refused('team');
      const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
      const user = String(claims[USER]);
      return {
        team: String(claims[TEAM]),
        user,
        name: text(claims.name) ?? user,
        locale: text(claims.locale),
      };
    },
  };
}

/** What Slack refuses here is a proof that does not hold; everything else may pass. */
async function asked<R>(request: () => Promise<R>): Promise<R> {
  try {
    return await request();
  } catch (error) {
    const mapped = mapError(error, false);
    throw mapped.code === 'refused' ? refused(mapped.reason ?? 'refused', error) : mapped;
  }
}

const refused = (reason: string, cause?: unknown): TobanError =>
  new TobanError('unauthorized', `sign in with Slack: ${reason}`, { reason, cause });
