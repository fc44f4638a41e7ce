import { z } from 'zod';
import {
  type Applied,
  actionItemPath,
  actionItemRefusal,
  addActionItem,
  changeActionItem,
  editActionItem,
  fieldOfRefusal,
  KINDS,
  ownerNamed,
  PRIORITIES,
  type Refusal,
  STATES,
} from '../../../shared/action-item/index.ts';
import { ActionItem } from '../../../shared/api-schema/index.ts';
import type { Locale } from '../../../shared/language/index.ts';
import { ring } from '../bell.ts';
import { itemVerbs } from '../pages/actions/verbs.ts';
import { ID, itemOf, told, versionOfItem } from './action-items.ts';
import { mustBeCurrent } from './match.ts';
import { type Call, NO_QUERY, operation } from './operation.ts';
import { Problem } from './problem.ts';

const needs = { scope: 'actions:write', role: 'responder' } as const;

const title = z.string().max(1_000);
const note = z.string().max(10_000);
const owner = z
  .string()
  .max(80)
  .nullable()
  .describe('A Slack ID, or the name of somebody who has no account; null: nobody.');
const due = z.iso
  .date()
  .meta({ pattern: undefined })
  .nullable()
  .describe('A day in the workspace’s time zone.');
const link = z.string().max(500).nullable().describe('Of a ticket elsewhere; https only.');
const priority = z.enum(PRIORITIES);
const kind = z.enum(KINDS);

/** Why an item was left as it was, in the words that people hear, with the field that is to blame. */
function itemProblem(refusal: Refusal, locale: Locale): Problem {
  const detail = actionItemRefusal(refusal, locale);
  if (refusal.refused === 'gone') return new Problem('not-found');
  if (refusal.refused === 'changed-meanwhile') return new Problem('changed-meanwhile', detail);
  const field = fieldOfRefusal(refusal);
  const pointer = field === null ? '' : `/${field === 'incident' ? 'incidents' : field}`;
  return new Problem('invalid', detail, { errors: [{ pointer, detail }] });
}

async function done(call: Call, { item, refusal }: Applied) {
  if (refusal) throw itemProblem(refusal, call.caller.locale);
  await ring(call.parts, actionItemPath(item.id), ['work']);
  return { ...told(call, item), at: `/action-items/${item.id}` };
}

export const writeActionItems = [
  operation({
    id: 'addActionItem',
    method: 'POST',
    path: '/action-items',
    tag: 'action-items',
    summary: { ja: 'アクションアイテムを追加する', en: 'Add an action item' },
    query: NO_QUERY,
    item: ActionItem,
    list: false,
    needs,
    body: z.strictObject({
      title,
      note: note.default(''),
      owner: owner.default(null),
      due: due.default(null),
      priority: priority.default('medium'),
      kind: kind.default('prevent'),
      link: link.default(null),
      incidents: z
        .array(z.string().max(100))
        .max(20)
        .default([])
        .describe('Numbers or ids of the incidents it comes from.'),
    }),
    key: 'accepted',
    status: 201,
    run: async (call) => {
      const { parts, caller, body, by, cause, signal } = call;
      const said = { ...body, owner: ownerNamed(body.owner ?? ''), team: caller.team, by };
      const rest = { cause: ['api', cause], postmortem: null, message: null, source: 'api' } as const;
      return done(call, await addActionItem(itemVerbs(parts), { ...said, ...rest }, signal));
    },
  }),
  operation({
    id: 'editActionItem',
    method: 'PATCH',
    path: '/action-items/{item}',
    tag: 'action-items',
    summary: { ja: 'アクションアイテムを編集する', en: 'Edit an action item' },
    params: ID,
    query: NO_QUERY,
    item: ActionItem,
    list: false,
    needs,
    body: z.strictObject({
      title: title.optional(),
      note: note.optional(),
      owner: owner.optional(),
      due: due.optional(),
      priority: priority.optional(),
      kind: kind.optional(),
      link: link.optional(),
    }),
    match: 'required',
    run: async (call) => {
      const { parts, caller, body, by, cause, seen, signal } = call;
      const before = await itemOf(call);
      mustBeCurrent(seen, versionOfItem(before, call), caller);
      const { owner: named, ...fields } = body;
      const given = Object.entries(fields).filter(([, value]) => value !== undefined);
      const changes = {
        ...Object.fromEntries(given),
        ...(named !== undefined && { owner: ownerNamed(named ?? '') }),
      };
      // What somebody writes between the look and the change is found by the verb itself.
      const edit = { changes, seen: seen === null ? null : before.revision, by, cause };
      return done(call, await editActionItem(itemVerbs(parts), caller.team, before.id, edit, signal));
    },
  }),
  operation({
    id: 'setActionItemState',
    method: 'POST',
    path: '/action-items/{item}/state',
    tag: 'action-items',
    summary: { ja: '進める・完了する・取りやめる', en: 'Start it, close it, or drop it' },
    params: ID,
    query: NO_QUERY,
    item: ActionItem,
    list: false,
    needs,
    body: z.strictObject({
      state: z.enum(STATES),
      reason: z.string().max(1_000).nullable().default(null).describe('Needed to drop it.'),
    }),
    key: 'accepted',
    match: 'accepted',
    run: async (call) => {
      const { parts, caller, body, by, cause, seen } = call;
      const item = await itemOf(call);
      if (!item.heard.includes(cause)) mustBeCurrent(seen, versionOfItem(item, call), caller);
      const command = { type: 'set-state', to: body.state, reason: body.reason, by, cause } as const;
      return done(call, await changeActionItem(itemVerbs(parts), caller.team, item.id, command));
    },
  }),
];
