import { consentPage } from './consent-page.ts';
import type { Grant } from './grants.ts';
import type { HttpAnswer } from './http-answer.ts';
import { FOREIGN, TEAM } from './model.ts';
import type { Sim } from './sim.ts';

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
  // Without it the app could not tell its own way back from a stranger's.
  if (purpose === 'install' && get('state') === '') return plain(400, 'missing_state');
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
  if (as === null) return consentPage(sim, purpose, query);
  const foreign = purpose === 'install' && as === FOREIGN.user;
  // Who is deactivated is not offered, but may have agreed a moment before.
  const person = sim.workspace.user(as);
  if (!foreign && (!person || person.kind === 'bot')) return plain(400, 'user_not_found');
  const code = sim.grants.give({
    purpose,
    user: as,
    team: foreign ? FOREIGN.team : TEAM,
    scopes,
    userScopes: asked,
    redirectUri,
    nonce: query.get('nonce'),
  });
  return back({ code });
}

const split = (scopes: string): string[] => scopes.split(/[ ,]+/).filter((scope) => scope !== '');

const plain = (status: number, body: string): HttpAnswer => ({
  status,
  body,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
});
