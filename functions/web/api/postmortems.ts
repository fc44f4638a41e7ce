import { z } from 'zod';
import { Postmortem, postmortemOut } from '../../../shared/api-schema/index.ts';
import {
  checklistFor,
  checkText,
  commentsOf,
  type FoundPostmortem,
  listPostmortems,
  POSTMORTEM_STANDS,
  postmortemAtAddress,
  toMarkdown,
} from '../../../shared/postmortem/index.ts';
import { exported } from '../pages/postmortems/export.ts';
import { postmortemVerbs } from '../pages/postmortems/verbs.ts';
import { type Call, cursor, NO_QUERY, operation, placeOf } from './operation.ts';
import { Check, Comment, commentOut, Markdown, Section, sectionRows } from './postmortem-parts.ts';
import { Problem } from './problem.ts';

export const ID = {
  postmortem: 'The id of a postmortem, or the number of an incident that it is about, such as INC-7.',
};

/** Only where the caller may know of it: for everybody else there is none. */
export async function postmortemAt({
  parts,
  caller,
  path,
}: Pick<Call, 'parts' | 'caller' | 'path'>): Promise<FoundPostmortem> {
  const found = await postmortemAtAddress(
    postmortemVerbs(parts),
    caller.team,
    path('postmortem'),
    caller.user,
  );
  if (!found) throw new Problem('not-found');
  return found;
}

export const told = (call: Pick<Call, 'parts' | 'zone'>, { state }: Pick<FoundPostmortem, 'state'>) => ({
  item: postmortemOut(placeOf(call), state),
  version: String(state.version),
});

export const readPostmortems = [
  operation({
    id: 'listPostmortems',
    method: 'GET',
    path: '/postmortems',
    tag: 'postmortems',
    summary: { ja: 'ポストモーテムの一覧（新しい順）', en: 'Postmortems, newest first' },
    query: z.strictObject({
      state: z.enum(POSTMORTEM_STANDS).optional().describe('`open`: neither published nor archived.'),
      cursor,
    }),
    item: Postmortem,
    list: true,
    run: async (call) => {
      const { parts, caller, query } = call;
      const asked = {
        team: caller.team,
        reader: caller.user,
        stand: query.state ?? null,
        cursor: query.cursor ?? null,
      };
      const list = await listPostmortems(postmortemVerbs(parts), asked);
      return { items: list.postmortems.map((one) => postmortemOut(placeOf(call), one)), cursor: list.cursor };
    },
  }),
  operation({
    id: 'getPostmortem',
    method: 'GET',
    path: '/postmortems/{postmortem}',
    tag: 'postmortems',
    summary: { ja: '1 件のポストモーテム', en: 'One postmortem' },
    params: ID,
    query: NO_QUERY,
    item: Postmortem,
    list: false,
    run: async (call) => told(call, await postmortemAt(call)),
  }),
  operation({
    id: 'listPostmortemSections',
    method: 'GET',
    path: '/postmortems/{postmortem}/sections',
    tag: 'postmortems',
    summary: { ja: 'セクションとその本文', en: 'Its sections with their text' },
    params: ID,
    query: NO_QUERY,
    item: Section,
    list: true,
    run: async (call) => ({ items: await sectionRows(call, await postmortemAt(call)), cursor: null }),
  }),
  operation({
    id: 'getPostmortemSection',
    method: 'GET',
    path: '/postmortems/{postmortem}/sections/{section}',
    tag: 'postmortems',
    summary: {
      ja: '1 つのセクション（ETag は編集に使います）',
      en: 'One section; its ETag is for editing it',
    },
    params: { ...ID, section: 'The id of a section.' },
    query: NO_QUERY,
    item: Section,
    list: false,
    run: async (call) => {
      const [item] = await sectionRows(call, await postmortemAt(call), call.path('section'));
      if (!item) throw new Problem('not-found');
      return { item, version: String(item.version) };
    },
  }),
  operation({
    id: 'listPostmortemChecks',
    method: 'GET',
    path: '/postmortems/{postmortem}/checklist',
    tag: 'postmortems',
    summary: { ja: '「準備完了」にするために必要なこと', en: 'What has to hold before it is ready' },
    params: ID,
    query: NO_QUERY,
    item: Check,
    list: true,
    run: async (call) => {
      const checks = await checklistFor(postmortemVerbs(call.parts), await postmortemAt(call));
      const items = checks.map((check) => {
        const { label, todo } = checkText(check, call.caller.locale);
        return { id: check.id, done: check.done, label, todo };
      });
      return { items, cursor: null };
    },
  }),
  operation({
    id: 'listPostmortemComments',
    method: 'GET',
    path: '/postmortems/{postmortem}/comments',
    tag: 'postmortems',
    summary: { ja: 'コメント（古い順）', en: 'What people said about it, in order' },
    params: ID,
    query: z.strictObject({ cursor }),
    item: Comment,
    list: true,
    run: async (call) => {
      const { path } = await postmortemAt(call);
      const page = await commentsOf(postmortemVerbs(call.parts), path, call.query.cursor ?? null);
      return { items: page.comments.map(commentOut), cursor: page.cursor };
    },
  }),
  operation({
    id: 'getPostmortemMarkdown',
    method: 'GET',
    path: '/postmortems/{postmortem}/markdown',
    tag: 'postmortems',
    summary: { ja: '全体を Markdown で', en: 'The whole as Markdown' },
    params: ID,
    query: z.strictObject({
      flavour: z
        .enum(['markdown', 'notion'])
        .default('markdown')
        .describe('For any tool, or ready for Notion.'),
    }),
    item: Markdown,
    list: false,
    run: async (call) => {
      const found = await postmortemAt(call);
      const document = await exported(call.parts, found, call.signal);
      return { item: { markdown: toMarkdown(document, call.query.flavour) } };
    },
  }),
];
