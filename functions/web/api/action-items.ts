import { z } from 'zod';
import {
  type ActionItem as ActionItemState,
  actionItemFor,
  EVERY,
  isActionItemId,
  isOverdue,
  KINDS,
  listActionItems,
  PRIORITIES,
  SORTS,
  STATES,
  todayIn,
} from '../../../shared/action-item/index.ts';
import { labelOf } from '../../../shared/incident/index.ts';
import { itemVerbs } from '../pages/actions/verbs.ts';
import { type Call, cursor, iso, NO_QUERY, operation, Person, time } from './operation.ts';
import { Problem } from './problem.ts';

const ID = { item: 'The id of an action item.' };

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

type AnyCall = Pick<Call<unknown>, 'parts' | 'caller' | 'path' | 'now' | 'zone'>;

export function itemOut({ parts, now, zone }: AnyCall, item: ActionItemState): z.output<typeof ActionItem> {
  return {
    id: item.id,
    url: `${parts.baseUrl}/actions/${item.id}`,
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

/** Only where the caller may see it: for everybody else there is none. */
export async function itemOf({ parts, caller, path }: AnyCall): Promise<ActionItemState> {
  const id = path('item');
  const item = isActionItemId(id)
    ? await actionItemFor(itemVerbs(parts), caller.team, id, caller.user)
    : null;
  if (!item) throw new Problem('not-found');
  return item;
}

export const readActionItems = [
  operation({
    id: 'listActionItems',
    method: 'GET',
    path: '/action-items',
    tag: 'action-items',
    summary: { ja: 'アクションアイテムの一覧', en: 'Action items' },
    query: z.strictObject({
      state: z.enum([...STATES, 'unfinished']).optional(),
      owner: z.string().max(100).optional().describe('A Slack ID, or `none` for those that nobody has.'),
      kind: z.enum(KINDS).optional(),
      priority: z.enum(PRIORITIES).optional(),
      service: z.string().max(100).optional(),
      overdue: z.stringbool().default(false),
      q: z.string().max(100).default('').describe('Words of the title.'),
      sort: z.enum(SORTS).default('due'),
      cursor,
    }),
    item: ActionItem,
    list: true,
    run: async (call) => {
      const { parts, caller, query } = call;
      const { q, cursor, overdue, sort, state, owner, kind, priority, service } = query;
      const list = await listActionItems(itemVerbs(parts), {
        ...EVERY,
        team: caller.team,
        reader: caller.user,
        state: state ?? null,
        owner: owner ?? null,
        kind: kind ?? null,
        priority: priority ?? null,
        service: service ?? null,
        overdue,
        sort,
        text: q,
        cursor: cursor ?? null,
      });
      return { items: list.items.map((item) => itemOut(call, item)), cursor: list.cursor };
    },
  }),
  operation({
    id: 'getActionItem',
    method: 'GET',
    path: '/action-items/{item}',
    tag: 'action-items',
    summary: { ja: '1 件のアクションアイテム', en: 'One action item' },
    params: ID,
    query: NO_QUERY,
    item: ActionItem,
    list: false,
    run: async (call) => {
      const item = await itemOf(call);
      return { item: itemOut(call, item), version: String(item.version) };
    },
  }),
];
