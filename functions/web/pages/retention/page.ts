import { html } from 'hono/html';
import { holdText } from '../../../../shared/legal-hold/index.ts';
import { type Page, visitorOf, type WebContext } from '../../env.ts';
import { page } from '../../layout.ts';
import type { WebParts } from '../../parts.ts';
import { settingsText } from '../settings/text.ts';
import { holdsSection, type RefusedHold } from './holds.ts';

const HERE = '/settings/retention';

/** How long what is kept, and what stays whatever the rules say. */
export const retentionPage =
  (parts: WebParts): Page =>
  (c) =>
    drawRetention(c, parts, {});

export async function drawRetention(
  c: WebContext,
  parts: WebParts,
  refused: { readonly hold?: RefusedHold },
): Promise<Response> {
  const { locale } = c.var;
  const visitor = visitorOf(c);
  const reader = { locale, zone: parts.config.workspace.timezone, now: parts.clock.now() };
  const title = settingsText(locale).places[HERE].name;
  const done = (['set', 'lifted'] as const).find((one) => one === c.req.query('done'));
  const main = html`<section aria-labelledby="title"><h1 id="title">${title}</h1>
${done ? html`<p role="status" class="notice">${holdText(locale).done[done]}</p>` : ''}</section>
${await holdsSection(parts, visitor, reader, refused.hold ?? null)}`;
  return page(c, { title, main, ...(refused.hold && { status: 422 as const }) });
}
