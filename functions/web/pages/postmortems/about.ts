import { html } from 'hono/html';
import { incidentAddress, labelOf } from '../../../../shared/incident/index.ts';
import { beganWith } from '../../../../shared/postmortem/index.ts';
import type { Html } from '../../html.ts';
import { field } from '../incidents/fields.ts';
import { errorIn, fold } from '../incidents/fold.ts';
import { press } from '../incidents/press.ts';
import { statesOf } from '../incidents/rows.ts';
import { typedIn } from '../incidents/scene.ts';
import { formsText } from './forms-text.ts';
import type { PostmortemScene } from './scene.ts';

/** The incidents it is about: one more is added by its number; all but the one it began with can be taken out. */
export function aboutSection(scene: PostmortemScene): Html {
  const { found, locale, may, state } = scene;
  const text = formsText(locale);
  const rows = found.incidents.map(
    (
      one,
    ) => html`<li class="effect"><span class="states">${statesOf(one, locale)}</span><p><a href="${incidentAddress(one)}">${labelOf(one.number)}</a> <bdi>${one.title}</bdi></p>
${!beganWith(state, one.id) && state.state !== 'archived' ? press(scene, 'unlink', text.unlink, { incident: one.id }) : ''}</li>`,
  );
  const form =
    may && state.state !== 'archived'
      ? html`<div class="folds">${fold(scene, 'link', text.join, field('link', 'text', { name: 'number', label: text.number, hint: text.numberHint, value: typedIn(scene, 'link', 'number', ''), error: errorIn(scene, 'link', 'number'), most: 40, required: true }))}</div>`
      : '';
  return html`<section aria-labelledby="about"><h2 id="about">${text.linked}</h2>
${rows.length > 0 ? html`<ul class="effects">${rows}</ul>` : html`<p class="muted">${scene.text.noIncident}</p>`}${form}</section>`;
}
