import type { Grant } from './grants.ts';
import type { Sim } from './sim.ts';

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The page where a person agrees to an installation or a sign-in. `as` (or `user`) says who one is, `deny` that one
 * does not agree; without either it shows everybody to choose from.
 */
export function authorize(sim: Sim, purpose: Grant['purpose'], query: URLSearchParams): HttpAnswer {
  const get = (name: string) => query.get(name) ?? '';
  const redirectUri = get('redirect_uri');
  const [registered = ''] = sim.manifest.oauth_config.redirect_urls;
  // An address that is not the app's own is never redirected to.
  if (redirectUri !== registered && !redirectUri.startsWith(`${registered}/`))
    return plain(400, `redirect_uri did not match any configured URIs (${registered})`);
  if (get('client_id') !== sim.app.clientId) return plain(400, 'invalid_client_id');
  const back = (fields: Record<string, string>): HttpAnswer => {
    const url = new URL(redirectUri);
    for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, value);
    if (query.has('state')) url.searchParams.set('state', get('state'));
    return { status: 303, body: '', headers: { location: url.href } };
  };
  const { bot, user: userScopes } = sim.manifest.oauth_config.scopes;
  const scopes = split(get('scope'));
  const asked = split(get('user_scope'));
  const known = purpose === 'install' ? bot : userScopes;
  const unknown = [
    ...scopes.filter((one) => !known.includes(one)),
    ...asked.filter((one) => !userScopes.includes(one)),
  ];
  if (unknown.length > 0) return back({ error: 'invalid_scope', error_description: unknown.join(' ') });
  if (get('response_type') !== 'code' && purpose === 'sign-in')
    return back({ error: 'unsupported_response_type' });
  if (purpose === 'sign-in' && !scopes.includes('openid')) return back({ error: 'invalid_scope' });
  if (query.has('deny')) return back({ error: 'access_denied' });
  const as = query.get('as') ?? query.get('user');
  if (as === null) return choose(sim, purpose, query);
  // Who is deactivated is not offered, but may have agreed a moment before.
  const person = sim.workspace.user(as);
  if (!person || person.kind === 'bot') return plain(400, 'user_not_found');
  const code = sim.grants.give({
    purpose,
    user: person.id,
    scopes,
    userScopes: asked,
    redirectUri,
    nonce: query.get('nonce'),
  });
  return back({ code });
}

const split = (scopes: string): string[] => scopes.split(/[ ,]+/).filter((scope) => scope !== '');

/** In place of Slack's own page: whoever uses the laptop picks whom to be. */
function choose(sim: Sim, purpose: Grant['purpose'], query: URLSearchParams): HttpAnswer {
  const hidden = [...query].map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  const people = sim.workspace.state.users
    .filter(({ kind, deactivated }) => kind !== 'bot' && !deactivated)
    .map(({ id, realName, kind }) => {
      const guest = kind === 'member' ? '' : '<small>ゲスト guest</small>';
      return `<li><button name="as" value="${escapeHtml(id)}">${escapeHtml(realName)}${guest}</button></li>`;
    });
  const heading =
    purpose === 'install'
      ? 'だれとしてインストールしますか？<small>Install as</small>'
      : 'だれとしてサインインしますか？<small>Sign in as</small>';
  const body = `<!doctype html><html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Slack の代わり</title><link rel="stylesheet" href="/page/openid.css">
<main><h1>${heading}</h1>
<form method="post">${hidden.join('')}<ul>${people.join('')}</ul></form></main></html>`;
  const policy = "default-src 'none'; style-src 'self'; frame-ancestors 'none'";
  return {
    status: 200,
    body,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
  };
}

const plain = (status: number, body: string): HttpAnswer => ({
  status,
  body,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
});

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
