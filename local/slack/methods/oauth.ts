import { timingSafeEqual } from 'node:crypto';
import { givePersonToken, giveToken } from '../acts/tokens.ts';
import { refuse } from '../errors.ts';
import { APP, APP_USER, FOREIGN, TEAM, TEAM_NAME } from '../model.ts';
import { type Call, maybe, method, text, userOf } from './define.ts';

const exchange = {
  client_id: maybe,
  client_secret: maybe,
  code: text,
  redirect_uri: maybe,
  grant_type: maybe,
};
interface Exchange {
  readonly client_id?: string | undefined;
  readonly client_secret?: string | undefined;
  readonly code: string;
  readonly redirect_uri?: string | undefined;
}

export const oauth = {
  'oauth.v2.access': method(
    4,
    exchange,
    (call, args) => {
      const { user, team, scopes, userScopes } = redeem(call, args, 'install');
      const authed = userScopes.length > 0 ? givePersonToken(call, user, team, userScopes) : null;
      return {
        app_id: APP,
        team: { id: team, name: team === TEAM ? TEAM_NAME : FOREIGN.name },
        enterprise: null,
        is_enterprise_install: false,
        ...(scopes.length > 0 && {
          access_token: giveToken(call, 'bot', APP_USER, scopes),
          token_type: 'bot',
          scope: scopes.join(','),
          bot_user_id: APP_USER,
        }),
        authed_user: {
          id: user,
          ...(authed && { access_token: authed.token, token_type: 'user', scope: authed.scopes.join(',') }),
        },
      };
    },
    { open: true },
  ),
  'openid.connect.token': method(
    4,
    exchange,
    async (call, args) => {
      const { user, scopes, nonce } = redeem(call, args, 'sign-in');
      const access_token = giveToken(call, 'sign-in', user, scopes);
      return {
        access_token,
        token_type: 'Bearer',
        id_token: await call.signIn.idToken({
          user: userOf(call, user),
          scopes,
          nonce,
          issuer: call.url,
          audience: call.app.clientId,
        }),
      };
    },
    { open: true },
  ),
  'openid.connect.userInfo': method(3, {}, (call) => {
    if (call.token.kind !== 'sign-in')
      refuse('missing_scope', { needed: 'openid', provided: call.token.scopes.join(',') });
    return call.signIn.claims(userOf(call, call.token.user), call.token.scopes);
  }),
};

/** Trades a code for what was agreed to: once, by the app that asked, for the address that it named. */
function redeem(call: Call, args: Exchange, purpose: 'install' | 'sign-in') {
  if (args.client_id !== call.app.clientId) refuse('invalid_client_id');
  if (!equal(args.client_secret ?? '', call.app.clientSecret)) refuse('bad_client_secret');
  const grant = call.grants.redeem(args.code);
  if (!grant || grant.purpose !== purpose) return refuse('invalid_code');
  // It stood in the question, so it must stand in the exchange, and be the same.
  if (args.redirect_uri !== grant.redirectUri) refuse('bad_redirect_uri');
  return grant;
}

function equal(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
