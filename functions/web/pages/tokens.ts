import { html } from 'hono/html';
import {
  type ApiToken,
  apiTokenText,
  CHOSEN_SCOPES,
  LIFETIMES,
  LONGEST_NAME,
  listTokens,
  makeToken,
  revokeToken,
  standingOf,
} from '../../../shared/api-token/index.ts';
import { momentIn } from '../../../shared/language/index.ts';
import { type Page, visitorOf, type WebContext } from '../env.ts';
import { csrfField, type Form, formOf, formValue, formValues, type Html } from '../html.ts';
import { page } from '../layout.ts';
import type { WebParts } from '../parts.ts';
import { badge } from '../state.ts';
import type { Reader } from './board.ts';
import { errorPage } from './error.ts';
import { field, select, ticks } from './incidents/fields.ts';

type Errors = Readonly<Partial<Record<'name' | 'days', string>>>;

/** The keys of programs: which there are, how they stand, and a form for another. A token itself is never shown again. */
export function tokensPage(parts: WebParts): Page {
  return (c) => draw(c, parts, [], {});
}

async function draw(c: WebContext, parts: WebParts, typed: Form, errors: Errors): Promise<Response> {
  const { store, clock, config } = parts;
  const { locale } = c.var;
  const text = apiTokenText(locale);
  const cursor = c.req.query('cursor') || null;
  const list = await listTokens(store, visitorOf(c).team, cursor);
  const reader = { locale, zone: config.workspace.timezone, now: clock.now() };
  const rows = html`<ul class="feeds">${list.tokens.map((token) => row(c, token, reader))}</ul>`;
  const none = html`<div class="empty"><h3>${text.none.title}</h3><p>${text.none.body}</p></div>`;
  const main = html`<section aria-labelledby="title"><h1 id="title">${text.title}</h1>
<p>${text.intro} <a href="/api">${text.reference}</a></p>
${c.req.query('revoked') === '1' ? html`<p role="status" class="notice">${text.revoked}</p>` : ''}</section>
<section aria-labelledby="list"><h2 id="list">${text.list}</h2>${list.tokens.length > 0 ? rows : none}
${list.cursor ? html`<p><a href="/settings/tokens?cursor=${list.cursor}" rel="next">${text.older}</a></p>` : ''}</section>
${makeForm(c, typed, errors)}`;
  const failed = Object.keys(errors).length > 0;
  return page(c, { title: text.title, main, ...(failed && { status: 422 as const }) });
}

const BADGES = { active: 'done', expired: 'late', revoked: 'off' } as const;

function row(c: WebContext, token: ApiToken, { locale, zone, now }: Reader): Html {
  const text = apiTokenText(locale);
  const time = (at: number) => momentIn(at, { now, zone, locale });
  const standing = standingOf(token, now);
  const { revoked, expiresAt, lastUsedAt } = token;
  const facts = [
    token.scopes.map((scope) => text.scopes[scope]).join(locale === 'ja' ? '、' : ', '),
    `${text.owner}: ${token.owner.name}`,
    `${text.madeAt}: ${time(token.createdAt)}`,
    `${text.expires}: ${expiresAt === null ? text.never : time(expiresAt)}`,
    lastUsedAt === null ? text.unused : `${text.lastUsed}: ${time(lastUsedAt)}`,
    ...(revoked ? [text.revokedBy(revoked.name, time(revoked.at))] : []),
  ];
  const form = html`<form method="post" action="/settings/tokens/revoke">${csrfField(visitorOf(c))}
<input type="hidden" name="id" value="${token.id}"><button class="second" aria-label="${text.revoke}: ${token.name}">${text.revoke}</button></form>`;
  return html`<li><p>${badge(BADGES[standing], text.standings[standing])} <bdi>${token.name}</bdi> <code>…${token.hint}</code><br>
<small class="muted">${facts.join(' · ')}</small></p>${standing === 'active' ? form : ''}</li>`;
}

function makeForm(c: WebContext, typed: Form, errors: Errors): Html {
  const text = apiTokenText(c.var.locale);
  const value = (name: string, otherwise: string) => formValue(typed, name) ?? otherwise;
  const scopes = CHOSEN_SCOPES.map((id) => ({ id, name: text.scopes[id] }));
  const days = LIFETIMES.map((one) => ({ id: String(one), name: text.days(one) }));
  return html`<section class="narrow" aria-labelledby="make"><h2 id="make">${text.make}</h2>
<form method="post" action="/settings/tokens" class="stack">${csrfField(visitorOf(c))}
${field('token', 'text', { name: 'name', label: text.name, hint: text.nameHint, value: value('name', ''), most: LONGEST_NAME, required: true, error: errors.name })}
${ticks('scope', text.may, scopes, formValues(typed, 'scope'))}<p class="muted">${text.mayHint}</p>
${select('token', 'days', text.expires, days, value('days', '90'), errors.days)}
<p class="actions"><button>${text.create}</button></p></form></section>`;
}

/** The button's: the token stands on the answer itself and nowhere else, so that no history or log holds it. */
export function makeTokenPage(parts: WebParts): Page {
  return async (c) => {
    const { locale } = c.var;
    const text = apiTokenText(locale);
    const form = await formOf(c);
    const name = (formValue(form, 'name') ?? '').trim();
    const days = LIFETIMES.find((one) => String(one) === formValue(form, 'days'));
    const errors: Errors = {
      ...((name === '' || name.length > LONGEST_NAME) && { name: text.errors.name }),
      ...(days === undefined && { days: text.errors.choice }),
    };
    if (days === undefined || errors.name) return draw(c, parts, form, errors);
    const { user, name: person, role, team } = visitorOf(c);
    const scopes = CHOSEN_SCOPES.filter((scope) => formValues(form, 'scope').includes(scope));
    const said = { team, name, scopes, days, owner: { user, name: person }, role };
    const token = await makeToken(parts.store, said, parts.clock.now());
    const { made } = text;
    const main = html`<section class="narrow" aria-labelledby="title"><h1 id="title">${made.title}</h1>
<p role="status" class="notice">${made.once}</p>
<label>${made.token}<textarea class="secret" readonly rows="2" spellcheck="false">${token}</textarea></label>
<p>${made.use}</p><pre class="scroll" tabindex="0"><code>curl -H "Authorization: Bearer $TOBAN_TOKEN" ${parts.baseUrl}/api/v1/me</code></pre>
<p class="muted">${made.leaked}</p>
<p><a href="/settings/tokens">${made.back}</a> · <a href="/api">${text.reference}</a></p></section>`;
    c.header('referrer-policy', 'no-referrer');
    const answer = await page(c, { title: made.title, main });
    answer.headers.set('cache-control', 'no-store');
    return answer;
  };
}

export function revokeTokenAction({ store, clock }: WebParts): Page {
  return async (c) => {
    const { user, name, team } = visitorOf(c);
    const id = formValue(await formOf(c), 'id') ?? '';
    const found =
      /^tok_[0-9a-f]{32}$/.test(id) && (await revokeToken(store, team, id, { user, name }, clock.now()));
    return found ? c.redirect('/settings/tokens?revoked=1', 303) : errorPage(c, 404, 'notFound');
  };
}
