import { z } from 'zod';
import {
  type ActionItem as ActionItemState,
  isOverdue,
  KINDS,
  PRIORITIES,
  STATES,
  todayIn,
} from '../action-item/index.ts';
import { labelOf } from '../incident/index.ts';
import { iso, Person, type Place, time } from './common.ts';

/** An action item as the API tells it. */
export const ActionItem = z
  .object({
    id: z.string(),
    url: z.url(),
    title: z.string(),
    note: z.string(),
    owner: Person.nullable(),
    due: z.iso.date().nullable().describe('A day in the workspace’s time zone.'),
    overdue: z.boolean(),
    priority: z.enum(PRIORITIES),
    kind: z.enum(KINDS),
    state: z.enum(STATES),
    reason: z.string().nullable().describe('Why it was dropped.'),
    link: z.string().nullable().describe('A ticket elsewhere.'),
    incidents: z.array(z.object({ id: z.string(), label: z.string().nullable() })),
    createdAt: time,
    createdBy: Person,
    changedAt: time,
  })
  .meta({ id: 'ActionItem' });

export function itemOut(
  { baseUrl, zone }: Omit<Place, 'threadUrl'>,
  item: ActionItemState,
  now: number,
): z.output<typeof ActionItem> {
  return {
    id: item.id,
    url: `${baseUrl}/actions/${item.id}`,
    title: item.title,
    note: item.note,
    owner: item.owner && { id: item.owner.user, name: item.owner.name },
    due: item.due,
    overdue: isOverdue(item, todayIn(zone, now)),
    priority: item.priority,
    kind: item.kind,
    state: item.state,
    reason: item.reason,
    link: item.link,
    incidents: item.incidents.map(({ id, number }) => ({
      id,
      label: number === null ? null : labelOf(number),
    })),
    createdAt: iso(item.createdAt),
    createdBy: { id: item.by.user, name: item.by.name },
    changedAt: iso(item.changedAt),
  };
}
