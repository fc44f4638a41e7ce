import { html } from 'hono/html';
import { type ActionItem, actionItemsOf } from '../../../../shared/action-item/index.ts';
import type { Html } from '../../html.ts';
import type { WebParts } from '../../parts.ts';
import { addForm } from '../actions/add-form.ts';
import { itemRows } from '../actions/rows.ts';
import { itemVerbs } from '../actions/verbs.ts';
import type { PostmortemScene } from './scene.ts';

/** The section of a form that is about them. */
export const ACTIONS = 'action-items';

/** The action items of a postmortem and of its incidents, each once, as the visitor may see them. */
export async function itemsOf(
  parts: WebParts,
  { state, visitor }: PostmortemScene,
): Promise<readonly ActionItem[]> {
  const verbs = itemVerbs(parts);
  const lists = await Promise.all([
    actionItemsOf(verbs, state.team, { postmortem: state.id }, visitor.user),
    ...state.incidents.map((incident) => actionItemsOf(verbs, state.team, { incident }, visitor.user)),
  ]);
  return [...new Map(lists.flat().map((item) => [item.id, item])).values()];
}

/** What is to be done: added to its first incident, where it has one. */
export function actionsOf(scene: PostmortemScene, items: readonly ActionItem[]): Html {
  const { visitor, locale, zone, now, may, address, found, state } = scene;
  const here = `${address}#actions`;
  const [first] = found.incidents;
  const rows = items.length > 0 ? itemRows(items, { locale, zone, now, visitor, may, here }, false) : '';
  return html`${rows}${may ? addForm(visitor, locale, here, first ? { incident: first.id, items: items.length } : { postmortem: state.id, items: items.length }) : ''}`;
}
