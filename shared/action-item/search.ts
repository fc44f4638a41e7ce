import type { Described } from '../search-index/index.ts';
import type { ActionItem } from './model.ts';

/** What a search finds an action item by. Its incident's number finds the incident alone. */
export function describeActionItem(item: ActionItem): Described {
  const { id, team, createdAt, title, note, reason, link, owner, by } = item;
  return {
    id,
    part: null,
    team,
    at: createdAt,
    title,
    text: [note, reason, link].filter((one) => one !== null).join('\n'),
    people: [...(owner ? [owner.name, owner.user ?? ''] : []), by.name, by.user].filter((one) => one !== ''),
    exact: [],
    private: item.private,
  };
}
