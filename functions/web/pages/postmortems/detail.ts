import { html } from 'hono/html';
import { actionItemText } from '../../../../shared/action-item/index.ts';
import {
  checklistFor,
  commentsOf,
  type FoundPostmortem,
  sectionsOf,
} from '../../../../shared/postmortem/index.ts';
import type { Page, WebContext } from '../../env.ts';
import { page } from '../../layout.ts';
import type { WebParts } from '../../parts.ts';
import type { Refused } from '../incidents/scene.ts';
import { gonePage } from '../retention/gone.ts';
import { aboutSection } from './about.ts';
import { checklistSection } from './checklist.ts';
import { commentsSection } from './comments.ts';
import { documentSection } from './document.ts';
import { editorText } from './editor-text.ts';
import { exportSection } from './export.ts';
import { headSection } from './head.ts';
import { ACTIONS, actionsOf, itemsOf } from './items.ts';
import { meetingSection } from './meeting-section.ts';
import { candidatesFor, peopleSection } from './people.ts';
import { propertiesSection } from './properties.ts';
import { proseSection } from './prose.ts';
import { findPostmortem, sceneOf } from './scene.ts';
import { postmortemVerbs } from './verbs.ts';

/** One postmortem to read; who may not know of it sees that there is no such page. */
export function postmortemPage(parts: WebParts): Page {
  return async (c) => {
    const found = await findPostmortem(c, parts);
    return found ? drawPostmortem(c, parts, found, null) : gonePage(c, parts, 'incidents');
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
  const [sections, checks, comments, items, people] = await Promise.all([
    sectionsOf(verbs, found.state),
    checklistFor(verbs, found),
    commentsOf(verbs, found.path, c.req.query('comments') || null),
    itemsOf(parts, scene),
    candidatesFor(parts, scene, c.req.raw.signal),
  ]);
  const done = c.req.query('done');
  const words = editorText(c.var.locale);
  const notice = done === 'saved' || done === 'merged' || done === 'unchanged' ? words[done] : null;
  const { locale } = c.var;
  const actions = actionsOf(scene, items);
  // Where the form has a section for them, they stand in it.
  const own = sections.some(({ id }) => id === ACTIONS);
  const main = html`<article class="story">
${headSection(
  scene,
  notice,
  checks.every(({ done: so }) => so),
)}
${checklistSection(scene, checks)}
${proseSection(scene)}
${documentSection(scene, sections, own ? actions : null)}
${propertiesSection(scene, people.all)}
${own ? '' : html`<section aria-labelledby="actions"><h2 id="actions">${actionItemText(locale).name}</h2>${actions}</section>`}
${commentsSection(scene, comments)}
${meetingSection(scene, items.filter(({ state }) => state !== 'dropped').length, verbs.config.meeting)}
${aboutSection(scene)}
${peopleSection(scene, people)}
${exportSection(scene)}
</article>`;
  return page(c, { title: found.state.title, main, ...(refused && { status: 422 }) });
}
