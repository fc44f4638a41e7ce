import { html } from 'hono/html';
import { type ActionItem, actionItemText } from '../../../../shared/action-item/index.ts';
import type { Html } from '../../html.ts';
import type { Scene } from '../incidents/scene.ts';
import { type Offered, peopleList } from '../people-offered.ts';
import { addForm } from './add-form.ts';
import { itemRows } from './rows.ts';
import { actionPageText } from './text.ts';

/** What is to be done after an incident, on its page. */
export function itemsSection(scene: Scene, items: readonly ActionItem[], offered: readonly Offered[]): Html {
  const { incident, visitor, locale, zone, now, may } = scene;
  const here = `${scene.address}#actions`;
  const reader = { locale, zone, now, visitor, may, here };
  return html`<section aria-labelledby="actions"><h2 id="actions">${actionItemText(locale).name}</h2>
${items.length > 0 ? itemRows(items, reader, false) : html`<p class="muted">${actionPageText(locale).ownEmpty}</p>`}
${may ? addForm(visitor, locale, scene.address, { incident: incident.id, items: items.length }) : ''}${may ? peopleList(offered) : ''}</section>`;
}
