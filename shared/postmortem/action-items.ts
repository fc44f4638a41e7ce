import { actionItemsOf } from '../action-item/index.ts';
import type { PostmortemVerbs } from './context.ts';
import type { Reads } from './find.ts';

/**
 * The action items that a postmortem answers for: its own and those of its incidents, each once, without what was
 * dropped. Of a private one as its readers see them.
 */
export const actionItemsFor =
  (ctx: Reads): PostmortemVerbs['actionItems'] =>
  async ({ id, team, incidents, readers }) => {
    const reader = readers[0] ?? '';
    const lists = await Promise.all([
      actionItemsOf(ctx, team, { postmortem: id }, reader),
      ...incidents.map((incident) => actionItemsOf(ctx, team, { incident }, reader)),
    ]);
    const items = new Map(lists.flat().map((item) => [item.id, item]));
    return [...items.values()]
      .filter(({ state }) => state !== 'dropped')
      .map(({ title, owner, due, state }) => ({ title, owner, due, done: state === 'done' }));
  };
