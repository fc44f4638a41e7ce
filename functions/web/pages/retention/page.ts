import { html } from 'hono/html';
import { ownersOf } from '../../../../shared/admin-token/index.ts';
import { holdText } from '../../../../shared/legal-hold/index.ts';
import { retentionText } from '../../../../shared/retention/index.ts';
import { type Page, visitorOf, type WebContext } from '../../env.ts';
import { page } from '../../layout.ts';
import type { WebParts } from '../../parts.ts';
import { settingsText } from '../settings/text.ts';
import { holdsSection, type RefusedHold } from './holds.ts';
import { logSection } from './log.ts';
import { rulesSection } from './rules.ts';
import { trySection } from './try.ts';

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
  const text = retentionText(locale);
  const { config } = parts;
  const nobody = ownersOf(config).length === 0 && config.web.admins.length === 0;
  const title = settingsText(locale).places[HERE].name;
  const done = (['set', 'lifted'] as const).find((one) => one === c.req.query('done'));
  const main = html`<section aria-labelledby="title"><h1 id="title">${title}</h1>
<p>${text.lead}</p><p class="muted">${text.file} <a href="#holds">${holdText(locale).title}</a> · <a href="#try">${text.tryTitle}</a></p>
${nobody ? html`<p role="alert" class="notice wrong">${text.nobody}</p>` : ''}
${done ? html`<p role="status" class="notice">${holdText(locale).done[done]}</p>` : ''}</section>
${await rulesSection(parts, visitor, reader)}
${await holdsSection(parts, visitor, reader, refused.hold ?? null)}
${await trySection(c, parts, reader)}
${await logSection(parts, reader)}`;
  return page(c, { title, main, ...(refused.hold && { status: 422 as const }) });
}
