import { announceBy, differs, type EventKind, type News } from '../delivery/index.ts';
import type { ActionItem } from './model.ts';

const SHOWN = [
  'title',
  'note',
  'owner',
  'due',
  'priority',
  'kind',
  'link',
  'incidents',
] as const satisfies readonly (keyof ActionItem)[];

/** What other systems hear of a change of an action item. Pure. */
export function actionItemNews(before: ActionItem | null, after: ActionItem): News {
  const { team, version, private: secret } = after;
  return {
    team,
    version,
    private: secret,
    kinds: before ? changesOf(before, after) : ['action_item.created'],
  };
}

function changesOf(before: ActionItem, after: ActionItem): readonly EventKind[] {
  return [
    ...(before.state !== after.state ? (['action_item.state_changed'] as const) : []),
    ...(differs(before, after, SHOWN) ? (['action_item.updated'] as const) : []),
  ];
}

export const announce = announceBy(actionItemNews);
