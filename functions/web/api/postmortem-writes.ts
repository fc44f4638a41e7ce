import { z } from 'zod';
import { Postmortem } from '../../../shared/api-schema/index.ts';
import {
  addComment,
  beginPostmortem,
  MOST_TEXT,
  movePostmortem,
  STATES,
  saveSection,
} from '../../../shared/postmortem/index.ts';
import { ring } from '../bell.ts';
import { postmortemVerbs } from '../pages/postmortems/verbs.ts';
import { ID as INCIDENT, incidentOf } from './incidents.ts';
import { mustBeCurrent } from './match.ts';
import { NO_QUERY, operation } from './operation.ts';
import { Comment, commentOut, Section, sectionRows } from './postmortem-parts.ts';
import { postmortemProblem } from './postmortem-problem.ts';
import { ID, postmortemAt, told } from './postmortems.ts';
import { Problem } from './problem.ts';
import { apiText } from './text.ts';

const needs = { scope: 'postmortems:write', role: 'responder' } as const;

export const writePostmortems = [
  operation({
    id: 'beginPostmortem',
    method: 'POST',
    path: '/incidents/{incident}/postmortem',
    tag: 'postmortems',
    summary: {
      ja: 'インシデントのポストモーテムを始める（すでにあれば、それを返します）',
      en: 'Begin the postmortem of an incident; the one there is, where there is one',
    },
    params: INCIDENT,
    query: NO_QUERY,
    item: Postmortem,
    list: false,
    needs,
    body: z.strictObject({}),
    key: 'accepted',
    status: 201,
    run: async (call) => {
      const { state: incident } = await incidentOf(call);
      const { path, state } = await beginPostmortem(postmortemVerbs(call.parts), incident, call.by);
      await ring(call.parts, path, ['work']);
      return { ...told(call, { state }), at: `/postmortems/${state.id}` };
    },
  }),
  operation({
    id: 'setPostmortemState',
    method: 'POST',
    path: '/postmortems/{postmortem}/state',
    tag: 'postmortems',
    summary: {
      ja: '状態を変える（足りないものがあれば 409 の errors に並びます）',
      en: 'Change its state; what the checklist misses stands in the errors of the 409',
    },
    params: ID,
    query: NO_QUERY,
    item: Postmortem,
    list: false,
    needs,
    body: z.strictObject({
      state: z.enum(STATES),
      reason: z
        .string()
        .max(1_000)
        .nullable()
        .default(null)
        .describe(
          'Needed to take a published one back, out of the archive, or away without being published.',
        ),
    }),
    key: 'accepted',
    match: 'accepted',
    run: async (call) => {
      const { parts, caller, body, by, seen } = call;
      const found = await postmortemAt(call);
      if (found.state.state !== body.state) mustBeCurrent(seen, String(found.state.version), caller);
      const moved = await movePostmortem(postmortemVerbs(parts), found, body.state, body.reason, by);
      if (moved.refusal) throw postmortemProblem(moved.refusal, caller.locale);
      if (!moved.state) throw new Problem('not-found');
      await ring(parts, found.path, ['work']);
      return told(call, { state: moved.state });
    },
  }),
  operation({
    id: 'savePostmortemSection',
    method: 'PUT',
    path: '/postmortems/{postmortem}/sections/{section}',
    tag: 'postmortems',
    summary: {
      ja: 'セクションを書き換える（ほかの人が別の行を変えていれば、両方が残ります）',
      en: 'Write a section; where somebody changed other lines meanwhile, both stay',
    },
    params: { ...ID, section: 'The id of a section.' },
    query: NO_QUERY,
    item: Section,
    list: false,
    needs,
    body: z.strictObject({
      text: z
        .string()
        .max(MOST_TEXT * 2)
        .describe('Markdown.'),
    }),
    match: 'required',
    run: async (call) => {
      const { parts, caller, body, by, seen, path } = call;
      const found = await postmortemAt(call);
      const section = path('section');
      const head = found.state.sections[section];
      if (!head) throw new Problem('not-found');
      const base = seen === null ? head.version : Number(seen);
      if (!Number.isInteger(base) || base > head.version) mustBeCurrent(seen, String(head.version), caller);
      const said = { section, base, text: body.text };
      const saved = await saveSection(postmortemVerbs(parts), found.path, said, by);
      if (saved.kind === 'refused') throw postmortemProblem(saved.refusal, caller.locale);
      if (saved.kind === 'conflict') throw new Problem('changed-meanwhile', apiText(caller.locale).sameLines);
      await ring(parts, found.path, ['work']);
      const [item] = await sectionRows(call, await postmortemAt(call), section);
      if (!item) throw new Problem('not-found');
      return { item, version: String(item.version) };
    },
  }),
  operation({
    id: 'addPostmortemComment',
    method: 'POST',
    path: '/postmortems/{postmortem}/comments',
    tag: 'postmortems',
    summary: { ja: 'コメントを付ける', en: 'Comment on it' },
    params: ID,
    query: NO_QUERY,
    item: Comment,
    list: false,
    needs,
    body: z.strictObject({
      text: z.string().max(20_000),
      section: z.string().max(100).nullable().default(null).describe('Null: about the whole.'),
    }),
    key: 'accepted',
    status: 201,
    run: async (call) => {
      const { parts, caller, body, by, cause } = call;
      const found = await postmortemAt(call);
      const commented = await addComment(postmortemVerbs(parts), found.path, { ...body, cause }, by);
      if ('refusal' in commented) {
        const { refusal } = commented;
        if (refusal.refused !== 'section-unknown') throw postmortemProblem(refusal, caller.locale);
        const { detail } = postmortemProblem(refusal, caller.locale);
        throw new Problem('invalid', detail, { errors: [{ pointer: '/section', detail: detail ?? '' }] });
      }
      await ring(parts, found.path, ['work']);
      return { item: commentOut(commented.comment) };
    },
  }),
];
