import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { systemClock } from '../../shared/platform/clock.ts';
import { type SimUser, TEAM } from './model.ts';
import type { Workspace } from './workspace.ts';

/** The app as Slack knows it for Sign in with Slack. */
export interface OpenIdClient {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Registered in the app's settings; any other is refused. */
  readonly redirectUrl: string;
}

export interface OpenIdAnswer {
  readonly status: number;
  readonly json?: object;
  readonly html?: string;
  readonly location?: string;
}

interface Grant {
  readonly user: string;
  readonly nonce: string;
  readonly redirectUri: string;
  readonly until: number;
}

const CODE_MS = 10 * 60_000;
const TOKEN_S = 5 * 60;

/** `openid.connect.*` as Slack documents it: a page that asks, a code that works once, a signed id_token, its keys. */
export class OpenId {
  readonly #workspace: Workspace;
  readonly #client: OpenIdClient;
  readonly #key = generateKeyPair('RS256', { extractable: true });
  readonly #kid = randomUUID();
  readonly #codes = new Map<string, Grant>();
  readonly #tokens = new Map<string, string>();

  constructor(workspace: Workspace, client: OpenIdClient) {
    this.#workspace = workspace;
    this.#client = client;
  }

  /** `user`: who presses "allow"; without it the page asks. */
  authorize(query: URLSearchParams, user: string | null): OpenIdAnswer {
    const redirectUri = query.get('redirect_uri') ?? '';
    if (query.get('client_id') !== this.#client.clientId)
      return { status: 400, json: error('invalid_client_id') };
    if (redirectUri !== this.#client.redirectUrl) return { status: 400, json: error('bad_redirect_uri') };
    if (query.get('response_type') !== 'code' || !/\bopenid\b/.test(query.get('scope') ?? ''))
      return { status: 400, json: error('invalid_scope') };
    const people = this.#workspace.state.users.filter(
      ({ kind, deactivated }) => kind !== 'bot' && !deactivated,
    );
    if (user === null) return { status: 200, html: consentPage(people, query) };
    if (!this.#workspace.user(user)) return { status: 400, json: error('user_not_found') };
    const code = randomUUID();
    const until = systemClock.now() + CODE_MS;
    this.#codes.set(code, { user, nonce: query.get('nonce') ?? '', redirectUri, until });
    const back = new URL(redirectUri);
    back.searchParams.set('code', code);
    back.searchParams.set('state', query.get('state') ?? '');
    return { status: 303, location: back.href };
  }

  async token(form: URLSearchParams, issuer: string): Promise<object> {
    const { clientId, clientSecret } = this.#client;
    if (form.get('client_id') !== clientId) return error('invalid_client_id');
    if (form.get('client_secret') !== clientSecret) return error('bad_client_secret');
    const code = form.get('code') ?? '';
    const grant = this.#codes.get(code);
    this.#codes.delete(code);
    if (!grant || grant.until < systemClock.now()) return error('invalid_code');
    if (grant.redirectUri !== form.get('redirect_uri')) return error('bad_redirect_uri');
    const accessToken = `xoxp-${randomUUID()}`;
    this.#tokens.set(accessToken, grant.user);
    const now = Math.floor(systemClock.now() / 1_000);
    const idToken = await new SignJWT({ ...this.#claims(grant.user), nonce: grant.nonce })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: this.#kid })
      .setIssuer(issuer)
      .setAudience(clientId)
      .setIssuedAt(now)
      .setExpirationTime(now + TOKEN_S)
      .sign((await this.#key).privateKey);
    return { ok: true, access_token: accessToken, token_type: 'Bearer', id_token: idToken };
  }

  userInfo(authorization: string | undefined): object {
    const user = this.#tokens.get(authorization?.replace(/^Bearer /, '') ?? '');
    return user ? { ok: true, ...this.#claims(user) } : error('invalid_auth');
  }

  async keys(): Promise<object> {
    const { kty, n, e } = await exportJWK((await this.#key).publicKey);
    return { keys: [{ kty, n, e, kid: this.#kid, alg: 'RS256', use: 'sig' }] };
  }

  #claims(id: string): Record<string, string> {
    const user = this.#workspace.user(id);
    return {
      sub: id,
      'https://slack.com/user_id': id,
      'https://slack.com/team_id': TEAM,
      name: user?.realName ?? id,
      locale: user?.locale ?? 'en-US',
    };
  }
}

const error = (code: string) => ({ ok: false, error: code });
const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** In place of Slack's own page: whoever uses the laptop picks whom to be. */
function consentPage(people: readonly SimUser[], query: URLSearchParams): string {
  const hidden = [...query].map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  const kinds: Readonly<Record<string, string>> = {
    guest: 'ゲスト guest',
    'single-channel-guest': 'ゲスト guest',
  };
  const buttons = people.map(
    ({ id, realName, kind }) =>
      `<li><button name="as" value="${escapeHtml(id)}">${escapeHtml(realName)}<small>${kinds[kind] ?? ''}</small></button></li>`,
  );
  return `<!doctype html><html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>サインイン · Slack の代わり</title><link rel="stylesheet" href="/page/openid.css">
<main><h1>だれとしてサインインしますか？<small>Sign in as</small></h1>
<form method="post" action="/openid/connect/authorize">${hidden.join('')}<ul>${buttons.join('')}</ul></form></main></html>`;
}
