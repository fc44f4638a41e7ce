import type { Grant } from './grants.ts';
import type { HttpAnswer } from './http-answer.ts';
import { FOREIGN, type SimUser } from './model.ts';
import type { Sim } from './sim.ts';

/** In place of Slack's own page: whoever uses the laptop picks whom to be, or says no. */
export function consentPage(sim: Sim, purpose: Grant['purpose'], query: URLSearchParams): HttpAnswer {
  const hidden = [...query].map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  const people = sim.workspace.state.users
    .filter(({ kind, deactivated }) => kind !== 'bot' && !deactivated)
    .map((one) => choice(one.id, one.realName, roleOf(one)));
  const install = purpose === 'install';
  const elsewhere = install ? choice(FOREIGN.user, FOREIGN.name, '別のワークスペース another workspace') : '';
  const heading = install
    ? 'だれとして許可しますか？<small>Allow as</small>'
    : 'だれとしてサインインしますか？<small>Sign in as</small>';
  const body = `<!doctype html><html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Slack の代わり</title><link rel="stylesheet" href="/page/openid.css">
<main><h1>${heading}</h1>${install ? scopesOf(query) : ''}
<form method="post">${hidden.join('')}<ul>${people.join('')}${elsewhere}</ul>
<p><button name="deny" value="1">許可しない<small>Cancel</small></button></p></form></main></html>`;
  const policy = "default-src 'none'; style-src 'self'; frame-ancestors 'none'";
  return {
    status: 200,
    body,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
  };
}

const choice = (id: string, name: string, role: string): string =>
  `<li><button name="as" value="${escapeHtml(id)}">${escapeHtml(name)}${role ? `<small>${role}</small>` : ''}</button></li>`;

function roleOf({ kind, owner, admin }: SimUser): string {
  if (kind !== 'member') return 'ゲスト guest';
  return owner ? 'オーナー owner' : admin ? '管理者 admin' : '';
}

function scopesOf(query: URLSearchParams): string {
  const scopes = [query.get('scope'), query.get('user_scope')]
    .join(' ')
    .split(/[ ,]+/)
    .filter((one) => one !== '');
  const items = scopes.map((scope) => `<li><code>${escapeHtml(scope)}</code></li>`);
  return `<p>Toban は、あなたとして次のことを行う許可を求めています。<small>Toban asks to act as you:</small></p><ul class="scopes">${items.join('')}</ul>`;
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
