import { html } from 'hono/html';
import { type Allowance, archiveText, MOST_A_DAY, takeExport } from '../../../../shared/archive/index.ts';
import { moment, zoneName } from '../../../../shared/language/index.ts';
import { archiveOf, downloadHeaders } from '../../archive.ts';
import { type Page, visitorOf, type WebContext } from '../../env.ts';
import { csrfField } from '../../html.ts';
import { page } from '../../layout.ts';
import type { WebParts } from '../../parts.ts';

/** What an export holds, and the button. */
export const exportPage = (): Page => (c) => draw(c, null);

/** `tooMany`: when there may be another one, in words. */
function draw(c: WebContext, tooMany: string | null): Response | Promise<Response> {
  const text = archiveText(c.var.locale);
  const main = html`<section class="narrow" aria-labelledby="title"><h1 id="title">${text.title}</h1>
${tooMany === null ? '' : html`<p role="alert" class="notice">${text.tooMany(MOST_A_DAY, tooMany)}</p>`}<p>${text.lead}</p>
<ul class="bullets">${text.holds.map((one) => html`<li>${one}</li>`)}</ul><p class="muted">${text.careful}</p>
<form method="post" action="/settings/export">${csrfField(visitorOf(c))}<p class="actions"><button>${text.download}</button></p></form></section>`;
  return page(c, { title: text.title, main, ...(tooMany !== null && { status: 429 as const }) });
}

/** The file itself. */
export function exportAction(parts: WebParts): Page {
  return async (c) => {
    const visitor = visitorOf(c);
    const now = parts.clock.now();
    const { user, name, team } = visitor;
    const allowed = await takeExport(parts.store, { team, user, name }, now);
    if (!allowed.ok) return refused(c, parts, allowed, now);
    const download = archiveOf(parts, visitor, now);
    return c.body(download.stream, 200, downloadHeaders(download));
  };
}

async function refused(
  c: WebContext,
  { config }: Pick<WebParts, 'config'>,
  { seconds }: Extract<Allowance, { ok: false }>,
  now: number,
): Promise<Response> {
  const zone = config.workspace.timezone;
  const at = now + seconds * 1_000;
  c.header('retry-after', String(seconds));
  return draw(c, `${moment(at, now, zone, c.var.locale)} ${zoneName(at, zone)}`);
}
