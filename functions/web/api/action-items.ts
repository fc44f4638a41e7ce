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
import { ActionItem, itemOut } from '../../../shared/api-schema/index.ts';
import { itemVerbs } from '../pages/actions/verbs.ts';
import { type Call, cursor, NO_QUERY, operation, placeOf } from './operation.ts';
import { Problem } from './problem.ts';

export const ID = { item: 'The id of an action item.' };

type AnyCall = Pick<Call<unknown>, 'parts' | 'caller' | 'path' | 'now' | 'zone'>;

/** Only where the caller may see it: for everybody else there is none. */
export async function itemOf({ parts, caller, path }: AnyCall): Promise<ActionItemState> {
  const id = path('item');
  const item = isActionItemId(id)
    ? await actionItemFor(itemVerbs(parts), caller.team, id, caller.user)
    : null;
  if (!item) throw new Problem('not-found');
  return item;
}

/** Changes with what people see of it: with each change by a person, and with the day on which it is overdue. */
export const versionOfItem = (item: ActionItemState, { now, zone }: Pick<AnyCall, 'now' | 'zone'>): string =>
  `${item.revision}${isOverdue(item, todayIn(zone, now)) ? '.overdue' : ''}`;

export const told = (call: AnyCall, item: ActionItemState) => ({
  item: itemOut(placeOf(call), item, call.now),
  version: versionOfItem(item, call),
});

export const readActionItems = [
  operation({
    id: 'listActionItems',
    method: 'GET',
    path: '/action-items',
    tag: 'action-items',
    summary: { ja: 'アクションアイテムの一覧', en: 'Action items' },
    query: z.strictObject({
      state: z
        .enum([...STATES, 'unfinished'])
        .optional()
        .describe('`unfinished`: neither done nor dropped.'),
      owner: z
        .string()
        .max(100)
        .optional()
        .describe('A Slack ID, `me` for the owner of the token, or `none` for those that nobody has.'),
      kind: z.enum(KINDS).optional().describe('What it is for.'),
      priority: z.enum(PRIORITIES).optional().describe('Of one priority.'),
      service: z.string().max(100).optional().describe('The id of a service in toban.yaml.'),
      overdue: z.stringbool().default(false).describe('`true`: only what is past its due date.'),
      q: z.string().max(100).default('').describe('Words of the title.'),
      sort: z.enum(SORTS).default('due').describe('In which order.'),
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
        owner: owner === 'me' ? caller.user : (owner ?? null),
        kind: kind ?? null,
        priority: priority ?? null,
        service: service ?? null,
        overdue,
        sort,
        text: q,
        cursor: cursor ?? null,
      });
      return { items: list.items.map((item) => itemOut(placeOf(call), item, call.now)), cursor: list.cursor };
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
    run: async (call) => told(call, await itemOf(call)),
  }),
];
