import { html } from 'hono/html';
import { allows } from '../../../../shared/access/index.ts';
import { type Incident, incidentPath, labelOf } from '../../../../shared/incident/index.ts';
import type { Locale } from '../../../../shared/language/index.ts';
import {
  isPostmortemStand,
  listPostmortems,
  POSTMORTEM_STANDS,
  type Postmortem,
  type PostmortemStand,
  type PostmortemVerbs,
  postmortemText,
} from '../../../../shared/postmortem/index.ts';
import { type Page, visitorOf } from '../../env.ts';
import type { Html } from '../../html.ts';
import { page } from '../../layout.ts';
import type { WebParts } from '../../parts.ts';
import { newText } from './new-text.ts';
import { postmortemRows } from './rows.ts';
import { templatesText } from './templates-text.ts';
import { postmortemPageText } from './text.ts';
import { postmortemVerbs } from './verbs.ts';

/** Every postmortem that the visitor may know of, by how it stands; first those that are being written. */
export function postmortemsPage(parts: WebParts): Page {
  const verbs = postmortemVerbs(parts);
  return async (c) => {
    const { locale } = c.var;
    const { team, user, role } = visitorOf(c);
    const text = postmortemPageText(locale);
    const asked = c.req.query('state') ?? 'open';
    const stand = isPostmortemStand(asked) ? asked : null;
    const cursor = c.req.query('cursor') || null;
    const { postmortems, cursor: next } = await listPostmortems(verbs, { team, reader: user, stand, cursor });
    const labels = await labelsFor(parts, postmortems);
    const reader = { locale, zone: parts.config.workspace.timezone, now: parts.clock.now() };
    const any =
      postmortems.length > 0 || cursor !== null || stand === null || (await some(verbs, team, user));
    const nothing = stand === null || !any ? text.empty : stand === 'open' ? text.noneOpen : text.noneFound;
    const main = html`<section aria-labelledby="title">
<div class="actions apart"><h1 id="title">${text.title}</h1>${allows(role, 'responder') ? html`<p class="actions"><a class="button second" href="/postmortems/new">${newText(locale).title}</a></p>` : ''}</div>
${tabs(stand, locale)}
<div id="list" data-live>${
      postmortems.length > 0
        ? postmortemRows(postmortems, labels, reader)
        : html`<div class="empty"><h2>${nothing.title}</h2><p>${nothing.body}</p></div>`
    }</div>
<p class="actions paging">${cursor ? html`<a href="${addressOf(stand)}">${text.newest}</a>` : ''}
${next ? html`<a href="${addressOf(stand, next)}" rel="next">${text.older}</a>` : ''}</p>
<p><a href="/postmortems/templates">${templatesText(locale).title}</a></p>
<p class="muted keys">${text.keys}</p>
</section>`;
    return page(c, { title: text.title, main });
  };
}

/** Whether there is one at all, however it stands. */
async function some(verbs: PostmortemVerbs, team: string, reader: string): Promise<boolean> {
  const all = await listPostmortems(verbs, { team, reader, stand: null, cursor: null });
  return all.postmortems.length > 0;
}

function addressOf(stand: PostmortemStand | null, cursor: string | null = null): string {
  const pairs = { state: stand ?? 'all', ...(cursor && { cursor }) };
  return `/postmortems?${new URLSearchParams(pairs)}`;
}

function tabs(chosen: PostmortemStand | null, locale: Locale): Html {
  const text = postmortemPageText(locale);
  const words = { ...postmortemText(locale).states, open: text.tabs.open };
  const links = [...POSTMORTEM_STANDS, null].map((stand) => {
    const here = stand === chosen ? html`aria-current="true"` : '';
    return html`<li><a class="tab" href="${addressOf(stand)}" ${here}>${stand === null ? text.tabs.all : words[stand]}</a></li>`;
  });
  return html`<nav class="tabs" aria-label="${text.title}"><ul>${links}</ul></nav>`;
}

/** The labels of the incidents that a page of postmortems is about, by id. */
async function labelsFor(
  { store }: WebParts,
  postmortems: readonly Postmortem[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(postmortems.flatMap(({ incidents }) => incidents))];
  const found = await Promise.all(ids.map((id) => store.get<Incident>(incidentPath(id))));
  return new Map(found.flatMap((one) => (one ? [[one.data.id, labelOf(one.data.number)] as const] : [])));
}
