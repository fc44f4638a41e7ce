import type { ActionItem } from './model.ts';
import type { OwnerSum, Sum } from './reminder-model.ts';
import { isOverdue } from './rules.ts';
import { ownerKey } from './tags.ts';

const MOST_OWNERS = 20;

/** How many weeks it has been carried over: turns of the reminder that it was due in, without the first. */
export const carriedOver = ({ reminded }: Pick<ActionItem, 'reminded'>): number => Math.max(0, reminded - 1);

/** What the lead reads of what is due: by owner, who has most overdue first; nobody's last. Pure. */
export function sumOf(items: readonly ActionItem[], left: ReadonlySet<string>, today: string): Sum {
  const groups = new Map<string, ActionItem[]>();
  for (const item of items) {
    const key = ownerKey(item.owner);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  const late = (item: ActionItem) => isOverdue(item, today);
  const dated = (item: ActionItem) => item.due !== null && !late(item);
  const owners = [...groups.values()].map(
    (own): OwnerSum => ({
      name: own[0]?.owner?.name ?? '',
      overdue: own.filter(late).length,
      due: own.filter(dated).length,
      carried: Math.max(...own.map(carriedOver)),
      left: left.has(own[0]?.owner?.user ?? ''),
    }),
  );
  const ordered = owners.toSorted(
    (a, b) => Number(a.name === '') - Number(b.name === '') || b.overdue - a.overdue || b.carried - a.carried,
  );
  return {
    owners: ordered.slice(0, MOST_OWNERS),
    more: Math.max(0, ordered.length - MOST_OWNERS),
    overdue: items.filter(late).length,
    due: items.filter(dated).length,
    noDue: items.filter(({ due }) => due === null).length,
  };
}
