import { html } from 'hono/html';
import { checklistFor, type FoundPostmortem, sectionsOf } from '../../../../shared/postmortem/index.ts';
import type { Page, WebContext } from '../../env.ts';
import { page } from '../../layout.ts';
import type { WebParts } from '../../parts.ts';
import { errorPage } from '../error.ts';
import type { Refused } from '../incidents/scene.ts';
import { checklistSection } from './checklist.ts';
import { documentSection } from './document.ts';
import { editorText } from './editor-text.ts';
import { headSection } from './head.ts';
import { findPostmortem, sceneOf } from './scene.ts';
import { postmortemVerbs } from './verbs.ts';

/** One postmortem to read; who may not know of it sees that there is no such page. */
export function postmortemPage(parts: WebParts): Page {
  return async (c) => {
    const found = await findPostmortem(c, parts);
    return found ? drawPostmortem(c, parts, found, null) : errorPage(c, 404, 'notFound');
  };
}

/** `refused`: the form of the page that could not be done, to be shown again as it was typed. */
export async function drawPostmortem(
  c: WebContext,
  parts: WebParts,
  found: FoundPostmortem,
  refused: Refused | null,
): Promise<Response> {
  const verbs = postmortemVerbs(parts);
  const scene = sceneOf(c, parts, found, refused);
  const [sections, checks] = await Promise.all([sectionsOf(verbs, found.state), checklistFor(verbs, found)]);
  const done = c.req.query('done');
  const words = editorText(c.var.locale);
  const notice = done === 'saved' || done === 'merged' || done === 'unchanged' ? words[done] : null;
  const main = html`<article class="story">
${headSection(scene, notice)}
${checklistSection(scene, checks)}
${documentSection(scene, sections)}
</article>`;
  return page(c, { title: found.state.title, main, ...(refused && { status: 422 }) });
}
