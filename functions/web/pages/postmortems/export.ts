import { html } from 'hono/html';
import { labelOf } from '../../../../shared/incident/index.ts';
import {
  type ExportedPostmortem,
  exportOf,
  exportText,
  type Flavour,
  type FoundPostmortem,
  postmortemAddress,
  toMarkdown,
} from '../../../../shared/postmortem/index.ts';
import type { Page } from '../../env.ts';
import type { Html } from '../../html.ts';
import { page } from '../../layout.ts';
import { markdown, safeAddress } from '../../markdown.ts';
import type { WebParts } from '../../parts.ts';
import { errorPage } from '../error.ts';
import { namesOf } from '../names.ts';
import { docExport } from './doc.ts';
import { findPostmortem, type PostmortemScene } from './scene.ts';
import { postmortemPageText } from './text.ts';
import { postmortemVerbs } from './verbs.ts';

/** What leaves, whatever the format; people are named as far as Slack can be asked. */
export async function exported(
  parts: WebParts,
  found: FoundPostmortem,
  signal: AbortSignal,
): Promise<ExportedPostmortem> {
  const { form, properties } = found.state;
  const users = form.properties
    .filter(({ type }) => type === 'person')
    .flatMap(({ id }) => (typeof properties[id] === 'string' ? [properties[id]] : []));
  const names = await namesOf(parts.people, users, signal);
  return exportOf(postmortemVerbs(parts), found, (user) => names.get(user) ?? user);
}

/** The whole postmortem as a Markdown file, for any tool or for Notion. */
export function markdownFile(parts: WebParts, flavour: Flavour): Page {
  return async (c) => {
    const found = await findPostmortem(c, parts);
    if (!found) return errorPage(c, 404, 'notFound');
    const [first] = found.incidents;
    const name = [
      'postmortem',
      first ? labelOf(first.number) : found.state.id,
      ...(flavour === 'notion' ? ['notion'] : []),
    ];
    return c.body(toMarkdown(await exported(parts, found, c.req.raw.signal), flavour), 200, {
      'content-type': 'text/markdown; charset=utf-8',
      'content-disposition': `attachment; filename="${name.join('-')}.md"`,
      'cache-control': 'private, no-cache',
    });
  };
}

/** The same as a document to print, or to keep as PDF. */
export function printedPostmortem(parts: WebParts): Page {
  return async (c) => {
    const found = await findPostmortem(c, parts);
    if (!found) return errorPage(c, 404, 'notFound');
    const document = await exported(parts, found, c.req.raw.signal);
    const { locale, title, facts, sections, items } = document;
    const words = exportText(locale);
    const list = items.map(
      ({ title: what, owner, due, done }) =>
        html`<li><span aria-hidden="true">${done ? '☑' : '☐'}</span> <bdi>${what}</bdi> <span class="muted"><bdi>${owner ? words.san(owner.name) : words.nobody}</bdi> · ${due ?? words.noDue}</span></li>`,
    );
    const actions = html`<ul class="lines">${list}</ul>`;
    const own = sections.some(({ id }) => id === 'action-items');
    const rows = facts.map(({ name, value, url }) => {
      const href = url === null ? null : safeAddress(url);
      return html`<div><dt><bdi>${name}</bdi></dt><dd>${href ? html`<a href="${href}">${value}</a>` : html`<bdi>${value}</bdi>`}</dd></div>`;
    });
    const chapters = sections.map(
      (section) => html`<section><h2><bdi>${section.title}</bdi></h2>
${section.text.trim() === '' && (section.id !== 'action-items' || items.length === 0) ? html`<p class="muted">${words.blank}</p>` : markdown(section.text, { heading: 3 })}
${section.id === 'action-items' ? actions : ''}</section>`,
    );
    const main = html`<article class="story paper" lang="${locale}">
<section><p class="actions screen"><a href="${postmortemAddress(found.state)}">${postmortemPageText(c.var.locale).title}</a></p>
<h1><bdi>${title}</bdi></h1><dl class="facts-list">${rows}</dl></section>
${chapters}
${own || items.length === 0 ? '' : html`<section><h2>${words.actionItems}</h2>${actions}</section>`}
</article>`;
    return page(c, { title, main });
  };
}

/** Where each format is found. */
export function exportSection(scene: PostmortemScene): Html {
  const { address, text } = scene;
  return html`<section aria-labelledby="export"><h2 id="export">${text.exports.title}</h2>
<p class="actions"><a href="${address}/print">${text.exports.print}</a><a href="${address}/export.md" download>${text.exports.markdown}</a><a href="${address}/notion.md" download>${text.exports.notion}</a></p>
<p class="muted">${text.exports.hint}</p>
${docExport(scene)}</section>`;
}
