import { html } from 'hono/html';
import { allows } from '../../../shared/access/index.ts';
import {
  ADMIN_TOKEN,
  type AdminToken,
  type AdminTokenText,
  adminTokenText,
  disconnect,
  lookNow,
  readAdminToken,
  warningsOf,
} from '../../../shared/admin-token/index.ts';
import { doctorText } from '../../../shared/doctor/index.ts';
import { momentIn } from '../../../shared/language/index.ts';
import { adminScopes } from '../../../shared/slack/index.ts';
import { ring } from '../bell.ts';
import { type Page, type Visitor, visitorOf } from '../env.ts';
import { csrfField, type Html } from '../html.ts';
import { installContext } from '../install/context.ts';
import { page } from '../layout.ts';
import type { WebParts } from '../parts.ts';
import { badge } from '../state.ts';
import type { Reader } from './board.ts';

const DONE = ['connected', 'disconnected', 'looking'] as const;

/** Whose administrator's account Toban may act with, whether it works, and how to change that. The token is never shown. */
export function slackSettingsPage({ store, clock, config }: WebParts): Page {
  return async (c) => {
    const { locale } = c.var;
    const visitor = visitorOf(c);
    const text = adminTokenText(locale);
    const state = await readAdminToken(store);
    const reader = { locale, zone: config.workspace.timezone, now: clock.now() };
    const done = DONE.find((one) => one === c.req.query('done'));
    const main = html`<section><h1>${text.page.title}</h1>
<p>${text.page.lead}</p>
<ul class="bullets"><li>${text.page.can}</li><li>${text.page.cannot}</li></ul>
${done ? html`<p role="status" class="notice">${text.page[done]}</p>` : ''}
</section>
<section aria-label="${text.page.holder}" id="account" data-live>${state?.holder ? account(state, text, reader) : nobody(text)}</section>
<section>${
      allows(visitor.role, 'admin')
        ? html`${controls(state, visitor, text)}
<p><a href="/settings/doctor">${doctorText(locale).page.title}</a></p>`
        : html`<p class="muted">${text.page.adminsOnly}</p>`
    }</section>`;
    return page(c, { title: text.page.title, main });
  };
}

const nobody = ({ page: words }: AdminTokenText): Html =>
  html`<p>${badge('off', words.none)}</p><p class="muted">${words.noneHelp}</p>`;

function account(state: AdminToken, text: AdminTokenText, reader: Reader): Html {
  const { holder, trouble, scopes, checkedAt } = state;
  const { page: words } = text;
  const { zone, now } = reader;
  const time = (at: number) =>
    html`<time datetime="${new Date(at).toISOString()}">${momentIn(at, reader)}</time>`;
  const missing = adminScopes.filter((scope) => !scopes.includes(scope));
  const warnings = warningsOf(state, now, zone);
  const code = trouble?.reason ? html` <code>${trouble.reason}</code>` : '';
  return html`<p>${trouble ? badge('open', words.lost) : badge('done', words.works)}</p>
${trouble ? html`<p>${text.faults[trouble.fault]}${code}</p>` : ''}
<dl class="facts-list">
${fact(words.holder, html`<bdi>${holder?.name}</bdi>`)}
${holder ? fact(words.since, time(holder.at)) : ''}
${holder?.by ? fact(words.by, html`<bdi>${holder.by.name}</bdi>`) : ''}
${fact(words.checked, checkedAt === null ? html`${words.never}` : time(checkedAt))}
${scopes.length > 0 ? fact(words.scopes, codes(scopes)) : ''}
${scopes.length > 0 && missing.length > 0 ? fact(words.missing, codes(missing)) : ''}
</dl>
${holder?.via === 'environment' ? html`<p class="muted">${words.environment}</p>` : ''}
${warnings.length > 0 ? html`<h2>${words.warnings}</h2><ul class="warnings">${warnings.map((one) => html`<li>${SIGN}<p>${text.warnings[one]}</p></li>`)}</ul>` : ''}`;
}

const fact = (label: string, value: Html): Html => html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
const codes = (scopes: readonly string[]): Html =>
  html`${scopes.map((scope) => html`<code>${scope}</code> `)}`;

/** Beside each warning, for eyes only: the sentence says it all. */
const SIGN = html`<svg viewBox="0 0 12 12" aria-hidden="true"><path fill="currentColor" d="M6 .5 11.8 11H.2ZM5.3 4.2v3.4h1.4V4.2Zm0 4.3v1.4h1.4V8.5Z"/></svg>`;

function controls(state: AdminToken | null, visitor: Visitor, { page: words }: AdminTokenText): Html {
  const holder = state?.holder;
  const connect = html`<p class="muted">${words.advice}</p>
<p class="actions"><a class="button" href="/slack/install">${holder ? words.again : words.connect}</a></p>`;
  const form = (verb: string, label: string) =>
    html`<form method="post" action="/settings/slack/${verb}">${csrfField(visitor)}<button class="second">${label}</button></form>`;
  if (!holder) return connect;
  const own = holder.via === 'install';
  return html`${connect}
<div class="side-by-side">${form('check', words.check)}${own ? form('disconnect', words.disconnect) : ''}</div>
${own ? html`<p class="muted">${words.disconnectHelp}</p>` : ''}`;
}

/** The buttons. What they made due gets its bell. */
export function slackSettingsVerbs(parts: WebParts): { readonly check: Page; readonly disconnect: Page } {
  const ctx = installContext(parts);
  return {
    async check(c) {
      if (await lookNow(ctx)) await ring(parts, ADMIN_TOKEN, ['work']);
      return c.redirect('/settings/slack?done=looking', 303);
    },
    async disconnect(c) {
      const { user, name } = visitorOf(c);
      if (await disconnect(ctx, { user, name })) await ring(parts, ADMIN_TOKEN, ['work']);
      return c.redirect('/settings/slack?done=disconnected', 303);
    },
  };
}
