import { html } from 'hono/html';
import { moment } from '../../../../shared/language/index.ts';
import type { Section } from '../../../../shared/postmortem/index.ts';
import type { Html } from '../../html.ts';
import { markdown } from '../../markdown.ts';
import { badge } from '../../state.ts';
import { ACTIONS } from './items.ts';
import { isWriting, proseBadge } from './prose.ts';
import type { PostmortemScene } from './scene.ts';

/** The document as it is read; each section leads to its editor and its history. `actions`: what stands in the section of action items. */
export function documentSection(
  scene: PostmortemScene,
  sections: readonly Section[],
  actions: Html | null,
): Html {
  return html`<div class="story" id="document">${sections.map((section) => one(scene, section, section.id === ACTIONS ? actions : null))}</div>`;
}

function one(scene: PostmortemScene, section: Section, more: Html | null): Html {
  const { text, may, state, address, now, zone, locale } = scene;
  const { id, title, required, blank, open, by, at, version } = section;
  const here = `${address}/sections/${id}`;
  const saved = at === null ? '' : text.saved(moment(at, now, zone, locale), by?.name ?? null);
  // Not around a form, which somebody may be filling in.
  const live = more === null && isWriting(state) ? html`data-live` : '';
  return html`<section id="read-${id}" ${live} aria-labelledby="section-${id}">
<div class="actions apart"><h2 id="section-${id}"><bdi>${title}</bdi>${required ? html` <small class="muted">${text.required}</small>` : ''}</h2>
<p class="actions">${proseBadge(scene, id)}${open > 0 ? badge('open', text.toConfirm(open)) : ''}
${may && state.state !== 'archived' ? html`<a href="${here}" aria-describedby="section-${id}">${text.edit}</a>` : ''}</p></div>
${blank ? (more ? '' : html`<p class="muted">${text.blank}</p>`) : markdown(section.text, { heading: 3 })}
${version > 0 ? html`<p class="muted"><bdi>${saved}</bdi> · <a href="${here}/history" aria-describedby="section-${id}">${text.history}</a></p>` : ''}
${more ? html`<div id="actions" class="stack">${more}</div>` : ''}</section>`;
}
