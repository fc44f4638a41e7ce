import { html } from 'hono/html';
import { listTemplates, type Template, templateProblemText } from '../../../../shared/postmortem/index.ts';
import type { Page } from '../../env.ts';
import type { Html } from '../../html.ts';
import { page } from '../../layout.ts';
import { markdown } from '../../markdown.ts';
import type { WebParts } from '../../parts.ts';
import { errorPage } from '../error.ts';
import { nameOf, read, statesOf, usesOf } from './templates.ts';
import { type TemplatesText, templatesText } from './templates-text.ts';

/** One template: its sections with what belongs in them, its further fields, and its source to copy. */
export function templatePage(parts: WebParts): Page {
  return async (c) => {
    const { locale } = c.var;
    const text = templatesText(locale);
    const entries = await listTemplates(parts.store);
    const entry = entries.find((one) => nameOf(one) === c.req.param('name'));
    if (!entry) return errorPage(c, 404, 'notFound');
    const { source, template, problems } = await read(parts, entry);
    const wrong = problems.map(
      (problem) => html`<li><span>${templateProblemText(problem, locale)}</span></li>`,
    );
    const main = html`<article class="story"><section>
<p><a href="/postmortems/templates">${text.back}</a></p>
<p class="states">${statesOf(entry, template !== null, locale)}</p>
<h1><bdi>${entry.title}</bdi> <small class="muted">${nameOf(entry)}</small></h1>
${problems.length > 0 ? html`<p role="alert" class="notice wrong">${text.broken}</p><ul class="problems">${wrong}</ul>` : ''}
<h2>${text.uses}</h2><p>${usesOf(entry, parts, locale)}</p></section>
${template ? contents(template, text) : ''}
<section aria-labelledby="source"><h2 id="source">${text.source}</h2><p class="muted">${text.copy}</p>
<pre class="source" tabindex="0" dir="auto">${source}</pre></section></article>`;
    return page(c, { title: entry.title, main });
  };
}

function contents({ sections, properties, checklist }: Template, text: TemplatesText): Html {
  const rows = sections.map(
    ({ id, title, required, guidance }) =>
      html`<li><p><strong><bdi>${title}</bdi></strong> <small class="muted">${id}${required ? ` · ${text.required}` : ''}</small></p>${guidance ? markdown(guidance, { heading: 3 }) : ''}</li>`,
  );
  const fields = properties.map(
    ({ id, name, type, options, required }) =>
      html`<li><p><bdi>${name}</bdi> <small class="muted">${id} · ${text.types[type]}${options.length > 0 ? `: ${options.join(text.list)}` : ''}${required ? ` · ${text.required}` : ''}</small></p></li>`,
  );
  const checks = checklist.map(({ name }) => html`<li><p><bdi>${name}</bdi></p></li>`);
  const part = (id: string, title: string, items: readonly Html[]) =>
    items.length > 0
      ? html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2><ol class="updates">${items}</ol></section>`
      : '';
  return html`${part('sections', text.section, rows)}${part('properties', text.properties, fields)}${part('own-checks', text.checklist, checks)}`;
}
