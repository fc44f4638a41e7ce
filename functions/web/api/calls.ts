import { z } from 'zod';
import { Call, callOut } from '../../../shared/api-schema/index.ts';
import { filters, listCalls, readCall, tellStory } from '../../../shared/ledger/index.ts';
import { namesOf } from '../pages/names.ts';
import type { WebParts } from '../parts.ts';
import { cursor, iso, NO_QUERY, operation, time } from './operation.ts';
import { Problem } from './problem.ts';

const StoryLine = z.object({ at: time, mark: z.string(), text: z.string(), facts: z.array(z.string()) });

const ID = { call: 'The id of a call, such as esc_….' };

async function found({ store }: WebParts, team: string, id: string) {
  const story = await readCall(store, id);
  if (story?.call.team !== team) throw new Problem('not-found');
  return story;
}

export const readCalls = [
  operation({
    id: 'listCalls',
    method: 'GET',
    path: '/calls',
    tag: 'calls',
    summary: { ja: '呼び出しの一覧（新しい順）', en: 'Calls for help, latest first' },
    query: z.strictObject({
      filter: z
        .enum(filters)
        .default('all')
        .describe(
          '`late`: somebody who was called did not answer in time; `failed`: something of it was given up.',
        ),
      rota: z.string().max(100).default('').describe('The id of a rota.'),
      person: z.string().max(100).default('').describe('Name or id of who asked, was called or has it.'),
      q: z.string().max(100).default('').describe('Words of the request.'),
      cursor,
    }),
    item: Call,
    list: true,
    run: async ({ parts, query: { q, cursor: from, ...rest } }) => {
      const list = await listCalls(parts.store, {
        ...rest,
        text: q,
        from: null,
        to: null,
        cursor: from ?? null,
      });
      return { items: list.rows.map((row) => callOut(parts, row)), cursor: list.cursor };
    },
  }),
  operation({
    id: 'getCall',
    method: 'GET',
    path: '/calls/{call}',
    tag: 'calls',
    summary: { ja: '1 件の呼び出し', en: 'One call for help' },
    params: ID,
    query: NO_QUERY,
    item: Call,
    list: false,
    run: async ({ parts, caller, path }) => {
      const story = await found(parts, caller.team, path('call'));
      return { item: callOut(parts, story), version: String(story.call.version) };
    },
  }),
  operation({
    id: 'listCallStory',
    method: 'GET',
    path: '/calls/{call}/story',
    tag: 'calls',
    summary: { ja: '呼び出しの経緯（古い順）', en: 'What happened to a call, in order' },
    params: ID,
    query: NO_QUERY,
    item: StoryLine,
    list: true,
    run: async ({ parts, caller, path, now, zone, signal }) => {
      const story = await found(parts, caller.team, path('call'));
      const { asker } = story.call;
      const names = await namesOf(parts.people, asker ? [asker] : [], signal);
      const lines = tellStory(story, { locale: caller.locale, zone, now, names });
      const items = lines.map(({ at, mark, text, facts }) => ({
        at: iso(at),
        mark,
        text,
        facts: [...facts],
      }));
      return { items, cursor: null };
    },
  }),
];
