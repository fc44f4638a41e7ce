import { html } from 'hono/html';
import { incidentAddress } from '../../../../shared/incident/index.ts';
import { type Check, checkText } from '../../../../shared/postmortem/index.ts';
import type { Html } from '../../html.ts';
import { badge } from '../../state.ts';
import { press } from '../incidents/press.ts';
import type { PostmortemScene } from './scene.ts';

/** What must hold before it is ready: what is left says why, what to do, and leads to where it is done. */
export function checklistSection(scene: PostmortemScene, checks: readonly Check[]): Html {
  const { text, state } = scene;
  const done = checks.filter((one) => one.done).length;
  const rows = (of: boolean) =>
    checks.flatMap((one) => (one.done === of ? [html`<li class="effect">${line(scene, one)}</li>`] : []));
  const left = rows(false);
  const settled = html`<details id="settled"><summary>${text.settled(done)}</summary><ul class="effects">${rows(true)}</ul></details>`;
  return html`<section aria-labelledby="checklist"><h2 id="checklist">${text.checklist} <small class="muted num">${String(done)}/${String(checks.length)}</small></h2>
${left.length > 0 ? html`<p>${text.left(left.length)}${state.state === 'draft' || state.state === 'ready' ? text.afterwards[state.state] : ''}</p><ul class="effects">${left}</ul>` : html`<p>${badge('done', text.allDone)}</p>`}
${done > 0 ? settled : ''}</section>`;
}

function line(scene: PostmortemScene, item: Check): Html {
  const { label, why, todo } = checkText(item, scene.locale);
  const { text, state } = scene;
  const place = placeOf(scene, item);
  const words =
    place && !item.done ? html`<a href="${place}"><bdi>${label}</bdi></a>` : html`<bdi>${label}</bdi>`;
  const own = item.kind === 'own' && state.state !== 'archived';
  const told =
    why === null ? '' : html`<small class="facts"><bdi>${text.because(why, todo ?? '')}</bdi></small>`;
  return html`${badge(item.done ? 'done' : 'open', item.done ? text.tick : text.untick)}<p>${words}${told}</p>
${own ? press(scene, 'tick', item.done ? text.untick : text.tick, { item: item.id.replace(/^own:/, ''), done: String(!item.done) }) : ''}`;
}

/** Where what is left can be done. */
function placeOf({ address, found }: PostmortemScene, { kind, id }: Check): string | null {
  const [first] = found.incidents;
  switch (kind) {
    case 'section':
      return `${address}/sections/${id.replace(/^section:/, '')}`;
    case 'property':
      return '#change-properties';
    case 'reviewers':
      return '#change-reviewers';
    case 'actions':
      return '#actions';
    case 'times':
      return first ? incidentAddress(first) : null;
    default:
      return null;
  }
}
