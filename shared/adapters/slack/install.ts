import { WebClient } from '@slack/web-api';
import { TobanError } from '../../platform/errors.ts';
import type { Install } from '../../ports/tokens.ts';
import { read } from './requests.ts';

export interface InstallOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly userScopes: readonly string[];
  /** The Web API's; the page that asks stands at the same server. */
  readonly apiUrl?: string;
}

const TIMEOUT_MS = 8_000;

/** The port of installation on Slack's OAuth. Only user scopes are asked for: the bot stays as it is installed. */
export function createInstall(options: InstallOptions): Install {
  const { clientId, clientSecret, userScopes, apiUrl = 'https://slack.com/api/' } = options;
  const client = new WebClient(undefined, {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: TIMEOUT_MS,
    slackApiUrl: apiUrl,
  });
  return {
    authorizeUrl({ state, redirectUri }) {
      const url = new URL('/oauth/v2/authorize', new URL(apiUrl).origin);
      const query = {
        client_id: clientId,
        user_scope: userScopes.join(','),
        redirect_uri: redirectUri,
        state,
      };
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
      return url.href;
    },
    async exchange({ code, redirectUri }, signal) {
      const { authed_user: person, team } = await read(signal, () =>
        client.oauth.v2.access({
          client_id: clientId,
          client_secret: clientSecret,
          code,
          redirect_uri: redirectUri,
        }),
      );
      if (!person?.id || !person.access_token || !team?.id)
        throw new TobanError('refused', 'Slack gave no token of a person', { reason: 'no_user_token' });
      const scopes = (person.scope ?? '').split(',').filter((scope) => scope !== '');
      return { token: person.access_token, user: person.id, team: team.id, scopes };
    },
  };
}
