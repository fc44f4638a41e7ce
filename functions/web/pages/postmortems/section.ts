import { html } from 'hono/html';
import { type FoundPostmortem, postmortemAddress } from '../../../../shared/postmortem/index.ts';
import type { Html } from '../../html.ts';
import { press } from '../incidents/press.ts';
import type { Scene } from '../incidents/scene.ts';
import { dueOf, postmortemStates } from './rows.ts';
import { postmortemPageText } from './text.ts';

/** The postmortem of an incident, on its page: how it stands, or a button to begin it. */
export function postmortemSection(scene: Scene, found: FoundPostmortem | null): Html | '' {
  const { locale, incident, may } = scene;
  const text = postmortemPageText(locale);
  if (!found && (!may || incident.open)) return '';
  const begun = found
    ? html`<p class="states">${postmortemStates(found.state, locale)} <a href="${postmortemAddress(found.state)}"><bdi>${found.state.title}</bdi></a></p>
<p class="muted">${text.due}: ${dueOf(found.state, scene)}</p>`
    : html`<p class="muted">${text.none}</p>${press({ ...scene, address: '/postmortems' }, 'begin', text.begin, { incident: incident.id })}`;
  return html`<section aria-labelledby="postmortem"><h2 id="postmortem">${text.title}</h2>${begun}</section>`;
}
