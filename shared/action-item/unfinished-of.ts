import { every } from '../store/every.ts';
import type { Store } from '../store/port.ts';
import { actionItems } from '../store/shapes.ts';
import type { ActionItem, Owner } from './model.ts';
import { facetTag, ownerKey, SECRET } from './tags.ts';

/** What somebody has to do still, of every team and private ones too: for programs, not to be shown as it is. */
export async function unfinishedOf(store: Store, owner: Owner): Promise<readonly ActionItem[]> {
  const key = ownerKey(owner);
  const open = facetTag({ state: 'unfinished', owner: key, kind: null, priority: null, service: null });
  const items: ActionItem[] = [];
  for (const tags of [open, SECRET.unfinished])
    for await (const { data } of every<ActionItem>(store, { shape: actionItems.everyTeam, values: { tags } }))
      if (ownerKey(data.owner) === key) items.push(data);
  return items;
}
