import { randomUUID } from 'node:crypto';
import { adminScopes } from '../../../shared/slack/index.ts';
import { APP, APP_USER, type SimToken, TEAM } from '../model.ts';
import type { Sim } from '../sim.ts';

export const ADMIN_USER = 'U0ADMIN';

/** The tokens the app was started with. Their scopes are the manifest's of today; a revocation is remembered. */
export function installTokens({ workspace, app, manifest }: Sim): void {
  const keep = (token: string, kind: SimToken['kind'], user: string, scopes: readonly string[]) => {
    const revoked = workspace.get('tokens', token)?.revoked ?? false;
    const known = workspace.get('tokens', token);
    const fresh = { token, kind, user, scopes: [...scopes], revoked };
    workspace.save('tokens', known ? Object.assign(known, fresh) : fresh);
  };
  keep(app.botToken, 'bot', APP_USER, manifest.oauth_config.scopes.bot);
  const { user } = manifest.oauth_config.scopes;
  const admin = adminScopes.filter((scope) => user.includes(scope));
  if (app.adminToken) keep(app.adminToken, 'user', ADMIN_USER, admin);
}

/**
 * Who agrees again keeps the token they have, with the scopes of both times: assumed, and the harder case for an app
 * that ends tokens it was not to take.
 */
export function givePersonToken(sim: Sim, user: string, team: string, scopes: readonly string[]): SimToken {
  const before = sim.workspace.state.tokens.find(
    (one) => one.kind === 'user' && one.user === user && !one.revoked,
  );
  if (!before) {
    const fresh: SimToken = {
      token: `xoxp-${randomUUID()}`,
      kind: 'user',
      user,
      scopes: [...scopes],
      revoked: false,
    };
    const given = team === TEAM ? fresh : { ...fresh, team };
    sim.workspace.save('tokens', given);
    return given;
  }
  before.scopes = [...new Set([...before.scopes, ...scopes])];
  sim.workspace.save('tokens', before);
  return before;
}

export function giveToken(sim: Sim, kind: SimToken['kind'], user: string, scopes: readonly string[]): string {
  const token = `${kind === 'bot' ? 'xoxb' : 'xoxp'}-${randomUUID()}`;
  sim.workspace.save('tokens', { token, kind, user, scopes: [...scopes], revoked: false });
  return token;
}

/** Ends a token; the app is told whose it was, never which. */
export function revokeToken(sim: Sim, value: string): void {
  const token = sim.workspace.get('tokens', value);
  if (!token || token.revoked) return;
  token.revoked = true;
  sim.workspace.save('tokens', token);
  const bot = token.kind === 'bot';
  sim.events.emit({
    type: 'tokens_revoked',
    api_app_id: APP,
    tokens: { oauth: bot ? [] : [token.user], bot: bot ? [token.user] : [] },
  });
}
