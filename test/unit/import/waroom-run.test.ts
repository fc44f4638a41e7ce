import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decide, isRefusal } from '../../../shared/action-item/decide.ts';
import { dueItems } from '../../../shared/action-item/due-items.ts';
import { evolve } from '../../../shared/action-item/evolve.ts';
import type { ActionItem, ActionItemContext } from '../../../shared/action-item/index.ts';
import {
  countAll,
  importRows,
  NO_COUNTS,
  type Outcome,
  proposeMapping,
  readRows,
  sampleRows,
} from '../../../shared/import/index.ts';
import { mayTell, timelinePage } from '../../../shared/incident/index.ts';
import { postmortemOf } from '../../../shared/postmortem/index.ts';
import { actionItems } from '../../../shared/store/shapes.ts';
import { waroomExport, waroomIncident, waroomUuid } from '../../waroom-export.ts';
import { fileOf } from './files.ts';
import { NOW, openScene, type Scene } from './scene.ts';

const AROUND = { zone: 'Asia/Tokyo', services: [{ id: 'rental', name: '貸出・返却' }] };
const open = (value: unknown) =>
  ({ kind: 'file', file: fileOf('a.json', JSON.stringify(value), 65_536) }) as const;
const sample = (value: unknown, source: 'json' | 'waroom' = 'json') =>
  sampleRows(readRows(open(value), source), 300);

describe('two hundred of them', () => {
  let scene: Scene;
  beforeEach(() => {
    scene = openScene();
  });
  afterEach(() => scene.store.close());

  async function bring(value: unknown, dry = false) {
    const mapping = proposeMapping(await sample(value, 'waroom'), AROUND);
    const settings = {
      mapping,
      source: 'waroom',
      services: [],
      locale: 'ja',
      now: NOW,
      dry,
      run: randomUUID(),
      skip: 0,
    } as const;
    const outcomes: Outcome[] = [];
    for await (const step of importRows(scene.ctx, readRows(open(value), 'waroom'), settings))
      outcomes.push(...step.outcomes);
    return { counts: countAll(NO_COUNTS, outcomes), outcomes };
  }
  const items = async () => {
    const page = await scene.store.page<ActionItem>({
      shape: actionItems.everyTeam,
      values: { tags: 'f:::::' },
      limit: 1_000,
    });
    return page.docs.map(({ data }) => data);
  };

  test('in two languages come in once, and nothing is to be done or said of them', async () => {
    const value = waroomExport(200, 'both');
    const first = await bring(value);
    // Nobody of the four private ones has an account here.
    expect(first.counts).toEqual({ created: 196, changed: 0, same: 0, refused: 4 });
    expect(await scene.tasks()).toEqual([]);
    expect((await bring(value)).counts).toEqual({ created: 0, changed: 0, same: 196, refused: 4 });
    const all = await items();
    expect(all).toHaveLength(96 * 3);
    expect(all.filter(({ unfinished }) => unfinished)).toHaveLength(96);
    const ctx = { incidents: { calls: { store: scene.store } } } as unknown as ActionItemContext;
    expect(await dueItems(ctx, '2026-11-26')).toEqual([]);
    // Whoever takes one up is reminded of it as of any other.
    const [open] = all.filter(({ unfinished }) => unfinished);
    const by = { user: 'U0LEAD', name: '森' };
    const said = { type: 'edit', changes: { note: '続ける' }, seen: null, by, cause: 'c' } as const;
    const answer = decide(said, open as ActionItem, NOW, '2026-11-26');
    if (isRefusal(answer)) throw new Error(answer.refused);
    await scene.store.put(`action-items/${open?.id}`, answer.events.reduce(evolve, open as ActionItem));
    expect((await dueItems(ctx, '2026-11-26')).map(({ id }) => id)).toEqual([open?.id]);
  });

  test('a private one is seen by its people alone, with all that came with it', async () => {
    const incident = { ...waroomIncident(1, 'ja'), is_private: true, commander: { nickname: '森 由紀' } };
    const { postmortems } = waroomExport(2, 'ja');
    expect((await bring({ incidents: [incident], postmortems })).counts.created).toBe(1);
    const state = await scene.incident(`waroom:${waroomUuid(1)}`);
    expect(mayTell(state, 'page', 'U0LEAD')).toBe('all');
    expect(mayTell(state, 'page', 'U0CS')).toBe('nothing');
    const found = await postmortemOf(scene.looking, state.id, 'U0LEAD');
    expect(found?.state).toMatchObject({ private: true, readers: ['U0LEAD'] });
    expect(await postmortemOf(scene.looking, state.id, 'U0CS')).toBeNull();
    const secret = { shape: actionItems.everyTeam, values: { tags: 'secret' }, limit: 10 };
    expect((await scene.store.page<ActionItem>(secret)).docs).toHaveLength(3);
    expect(await items()).toEqual([]);
  });

  test('what changes at the source comes in beneath its incident, and what people changed here stays', async () => {
    const incident = waroomIncident(1, 'ja');
    await bring([incident]);
    const id = `waroom:${waroomUuid(1)}`;
    const state = await scene.incident(id);
    const lines = async () => {
      const found = { path: `incidents/${state.id}`, state: await scene.incident(id) };
      const query = {
        user: 'U0LEAD',
        order: 'oldest',
        limit: 100,
        cursor: null,
        locale: 'ja',
        zone: 'UTC',
      } as const;
      const page = await timelinePage(scene.store, found, {
        ...query,
        now: NOW,
        settings: scene.ctx.settings,
      });
      return page.lines.filter(({ mark }) => mark === 'note').map(({ text }) => text);
    };
    expect(await lines()).toEqual([
      'Waroomさん: 監視が検知しました <!channel>',
      '小野 健さん: ログを確認しました <!channel>',
      '小野 健さん: 設定を戻しました <!channel>',
    ]);
    const [timeline, actions] = [incident.timeline as object[], incident.action_items as object[]];
    const changed = {
      ...incident,
      timeline: [...timeline.slice(0, 2), { ...timeline[2], body: '設定を直しました' }],
      action_items: [
        { ...actions[0], status: 'closed' },
        ...actions.slice(1),
        { uuid: 'n', title: '手順を書く' },
      ],
    };
    const kinds = (outcomes: readonly Outcome[]) => outcomes.map(({ result }) => result);
    const expected = [{ kind: 'changed', changed: ['timeline', 'actions'], kept: [] }];
    expect(kinds((await bring([changed], true)).outcomes)).toEqual(expected);
    expect(await lines()).toHaveLength(3);
    expect(kinds((await bring([changed])).outcomes)).toEqual(expected);
    expect((await lines()).at(-1)).toBe('小野 健さん: 設定を直しました');
    expect(
      (await items()).map(({ title, state: stand, quiet }) => `${title} ${stand} ${quiet}`).toSorted(),
    ).toEqual([
      '手順を書く open true',
      '見張りを置く 1 done true',
      '見張りを置く 1 – dropped true',
      '見張りを置く 1 ✓ done true',
    ]);
    // Back to what it was: the line that was taken away stands again.
    expect(kinds((await bring([incident])).outcomes)).toEqual([
      { kind: 'changed', changed: ['timeline', 'actions'], kept: [] },
    ]);
    expect((await lines()).at(-1)).toBe('小野 健さん: 設定を戻しました <!channel>');
    expect(await lines()).toHaveLength(3);
    expect(await scene.tasks()).toEqual([]);
  });
});
