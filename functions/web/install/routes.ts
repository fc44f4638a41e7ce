import { randomBytes } from 'node:crypto';
import { html } from 'hono/html';
import { z } from 'zod';
import { ADMIN_TOKEN, adminTokenText, install } from '../../../shared/admin-token/index.ts';
import { never } from '../../../shared/platform/errors.ts';
import { ring } from '../bell.ts';
import type { Cookies } from '../cookies.ts';
import { type Page, visitorOf, type WebContext } from '../env.ts';
import { page } from '../layout.ts';
import type { WebParts } from '../parts.ts';
import type { Sealer } from '../seal.ts';
import { installContext } from './context.ts';

/** As long as Slack's code lives. */
const LIFETIME_MS = 10 * 60_000;
const COOKIE = 'install';

/** What must come back, to whom: `csrf` is this very session's, so that another's browser cannot finish it. */
const Begun = z.object({ state: z.string().min(1), csrf: z.string().min(1) });

/** To Slack and back, to connect an administrator's account. Anybody may knock; who is connected, Slack decides. */
export function installRoutes(
  parts: WebParts,
  sealer: Sealer,
  cookies: Cookies,
): { readonly start: Page; readonly callback: Page } {
  const redirectUri = `${parts.baseUrl}/slack/oauth`;
  const ctx = installContext(parts);
  return {
    async start(c) {
      const state = randomBytes(24).toString('base64url');
      const begun = { state, csrf: visitorOf(c).csrf };
      cookies.set(c, COOKIE, await sealer.seal(COOKIE, begun, LIFETIME_MS), LIFETIME_MS);
      return c.redirect(parts.install.authorizeUrl({ state, redirectUri }), 303);
    },
    async callback(c) {
      const text = adminTokenText(c.var.locale);
      const visitor = visitorOf(c);
      const { code, state, error } = c.req.query();
      const sealed = cookies.get(c, COOKIE);
      const begun = Begun.safeParse(sealed ? await sealer.open(COOKIE, sealed) : null);
      cookies.drop(c, COOKIE);
      const own = begun.success && begun.data.state === state && begun.data.csrf === visitor.csrf;
      if (!own || !state) {
        parts.log.warn('install-refused', { reason: 'state', by: visitor.user });
        return outcome(c, text.stale, 401);
      }
      if (error === 'access_denied') return outcome(c, text.cancelled, 401);
      if (!code) return outcome(c, text.code, 401);
      const by = { user: visitor.user, name: visitor.name };
      const installed = await install(ctx, { state, code, redirectUri, by }, c.req.raw.signal);
      switch (installed.kind) {
        case 'connected':
          await ring(parts, ADMIN_TOKEN, ['work']);
          return c.redirect('/settings/slack?done=connected', 303);
        case 'used':
          return outcome(c, text.stale, 401);
        case 'code':
          return outcome(c, text.code, 401);
        case 'refused':
          return outcome(c, text.refused(installed.verdict.fault, installed.name), 403);
        default:
          return never(installed);
      }
    },
  };
}

function outcome(
  c: WebContext,
  sentence: { readonly title: string; readonly body: string },
  status: 401 | 403,
) {
  const { title, body } = sentence;
  const { page: words } = adminTokenText(c.var.locale);
  const main = html`<section class="narrow">
<h1>${title}</h1>
<p>${body}</p>
<p class="actions"><a class="button" href="/slack/install">${words.connect}</a> <a href="/settings/slack">${words.back}</a></p>
</section>`;
  return page(c, { title, main, status });
}
