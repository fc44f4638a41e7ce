import { html } from 'hono/html';
import { moment } from '../../../../shared/language/index.ts';
import { listRunbooks, runbookSource, type Saved, savedVersions } from '../../../../shared/runbook/index.ts';
import { diffTable } from '../../diff.ts';
import type { Page } from '../../env.ts';
import type { Html } from '../../html.ts';
import { page } from '../../layout.ts';
import type { WebParts } from '../../parts.ts';
import { errorPage } from '../error.ts';
import { runbookPageText, shortVersion } from './text.ts';

/** Any two versions of a runbook side by side, line by line. */
export function changesPage({ store, clock, config }: WebParts): Page {
  return async (c) => {
    const { locale } = c.var;
    const text = runbookPageText(locale);
    const entry = (await listRunbooks(store)).find(({ id }) => id === c.req.param('id'));
    if (!entry) return errorPage(c, 404, 'notFound');
    const { id, title } = entry;
    const [from = '', to = ''] = ['from', 'to'].map((name) => c.req.query(name) || entry.version);
    const [before, after, history] = await Promise.all([
      runbookSource(store, id, from),
      runbookSource(store, id, to),
      savedVersions(store, id),
    ]);
    if (!before || !after) return errorPage(c, 404, 'notFound');
    const name = ({ version, at, by }: Saved) =>
      `${text.changed(moment(at, clock.now(), config.workspace.timezone, locale), by)} · ${shortVersion(version)}`;
    const choice = (field: string, label: string, chosen: string): Html => {
      const options = [...new Map(history.map((saved) => [saved.version, saved])).values()].map(
        (saved) =>
          html`<option value="${saved.version}" ${saved.version === chosen ? html`selected` : ''}>${name(saved)}</option>`,
      );
      return html`<label>${label}<select name="${field}">${options}</select></label>`;
    };
    const main = html`<section>
<h1><bdi>${title}</bdi> <small class="muted">${id}</small></h1>
<p><a href="/runbooks/${id}">${text.back}</a></p>
<form class="fields" action="/runbooks/${id}/changes">${choice('from', text.from, from)}${choice('to', text.to, to)}
<p class="actions"><button class="second">${text.compare}</button></p></form>
<h2>${text.changes(shortVersion(from), shortVersion(to))}</h2>
${diffTable(before.source, after.source, locale)}
</section>`;
    return page(c, { title: `${text.compare} · ${title}`, main });
  };
}
