import { html } from 'hono/html';
import { zipOf } from '../../../../shared/adapters/zip/index.ts';
import { archiveText, exportFiles, withheldFrom } from '../../../../shared/archive/index.ts';
import { auditDocument } from '../../../../shared/audit/index.ts';
import { type Page, visitorOf } from '../../env.ts';
import { csrfField } from '../../html.ts';
import { page } from '../../layout.ts';
import type { WebParts } from '../../parts.ts';

/** What an export holds, and the button. */
export function exportPage(): Page {
  return (c) => {
    const text = archiveText(c.var.locale);
    const main = html`<section class="narrow" aria-labelledby="title"><h1 id="title">${text.title}</h1><p>${text.lead}</p>
<ul class="bullets">${text.holds.map((one) => html`<li>${one}</li>`)}</ul><p class="muted">${text.careful}</p>
<form method="post" action="/settings/export">${csrfField(visitorOf(c))}<p class="actions"><button>${text.download}</button></p></form></section>`;
    return page(c, { title: text.title, main });
  };
}

/** The file itself, as it is made: what fails in the middle breaks the download off, so that half is never taken for all. */
export function exportAction({ store, config, baseUrl, clock }: WebParts): Page {
  return async (c) => {
    const { user, name, team } = visitorOf(c);
    const now = clock.now();
    const { incident, severity, workspace } = config;
    const withholds = await withheldFrom(store, user);
    const deed = {
      at: now,
      by: user,
      name,
      action: 'archive.exported',
      record: `audit/${team}`,
      target: team,
    };
    const { path, data } = auditDocument(deed);
    await store.put(path, data);
    const files = exportFiles({
      store,
      team,
      settings: { incident, severity },
      locale: workspace.locale,
      zone: workspace.timezone,
      baseUrl,
      now,
      withholds,
    });
    const day = new Date(now).toISOString().slice(0, 10);
    return c.body(ReadableStream.from(zipOf(files, now)) as ReadableStream, 200, {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="toban-${day}.zip"`,
      'cache-control': 'no-store',
    });
  };
}
