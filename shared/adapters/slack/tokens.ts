import { TobanError } from '../../platform/errors.ts';
import type { Tokens } from '../../ports/tokens.ts';
import { createClient, ensure, read, type SlackOptions } from './requests.ts';

/** Codes that say that a token has ended already. */
const OVER = ['token_revoked', 'invalid_auth', 'account_inactive', 'not_authed', 'token_expired'];

/** The port of tokens on Slack's Web API. `options.token` is the bot's. */
export function createTokens(options: SlackOptions): Tokens {
  const as = (token: string) => createClient({ ...options, token });
  const bot = as(options.token);
  return {
    async test(token, signal) {
      const {
        user_id: user,
        team_id: team,
        response_metadata: about,
      } = await read(signal, () => as(token).auth.test());
      if (!user || !team)
        throw new TobanError('refused', 'Slack does not say whose token it is', { reason: 'no_user' });
      return { user, team, scopes: about?.scopes ?? [] };
    },
    revoke: (token, signal) => ensure(signal, OVER, () => as(token).auth.revoke()),
    async clock(signal) {
      let date: string | null = null;
      const seen: typeof fetch = async (...request) => {
        const answer = await fetch(...request);
        date = answer.headers.get('date');
        return answer;
      };
      await read(signal, () => createClient({ ...options, fetch: seen }).auth.test());
      const at = Date.parse(date ?? '');
      return Number.isNaN(at) ? null : at;
    },
    async ownTeam(signal) {
      return (await read(signal, () => bot.auth.test())).team_id ?? '';
    },
  };
}
