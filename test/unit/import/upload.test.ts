import { afterEach, beforeEach, expect, test } from 'vitest';
import { openUpload } from '../../../shared/adapters/zip/index.ts';
import {
  changeUpload,
  importNoun,
  type NO_COUNTS,
  takeUpload,
  type Upload,
  uploadPath,
} from '../../../shared/import/index.ts';
import type { Task } from '../../../shared/tasks/index.ts';
import { BY, NOW, openScene, type Scene } from './scene.ts';

let scene: Scene;
beforeEach(() => {
  scene = openScene();
});
afterEach(() => scene.store.close());

const verbs = () => ({ store: scene.store, clock: { now: () => NOW }, openArchive: openUpload });
const csv = (rows: number) =>
  `ID,タイトル,発生日時,復旧日時\n${Array.from({ length: rows }, (_, i) => `I-${i},障害 ${i},2024-03-05 14:03,2024-03-05 15:00\n`).join('')}`;
const take = (text: string, nonce = 'n') =>
  takeUpload(
    verbs(),
    { name: 'a.csv', bytes: new TextEncoder().encode(text), source: 'csv', guessed: false, mapping: null },
    { team: 'T1', by: BY, nonce, zone: 'Asia/Tokyo', services: [] },
  );
const stateOf = async ({ id }: Upload) => (await scene.store.get<Upload>(uploadPath(id)))?.data as Upload;
const noun = () =>
  importNoun({
    store: scene.store,
    settings: scene.ctx.settings,
    locale: 'ja',
    openArchive: openUpload,
    users: async () => [],
  });
/** One attempt at the step that is due; its answer is not noted, as when the process dies. */
const attempt = (state: Upload) =>
  noun().kinds.step?.perform(
    state,
    { step: { round: state.round } } as Task,
    {
      now: NOW,
      signal: new AbortController().signal,
    } as never,
  ) as Promise<{ done: number; ended: boolean; counts: typeof NO_COUNTS; pages: string[] }>;

test('an upload sent twice is one, goes after seven days, and is tried before it is run', async () => {
  const upload = await take(csv(2));
  expect((await take(csv(2))).id).toBe(upload.id);
  const erase = (await scene.store.get<Task>(`${uploadPath(upload.id)}/tasks/erase`))?.data;
  expect(erase?.dueAt).toBe(NOW + 7 * 86_400_000);
  const of = { id: upload.id, team: 'T1', by: BY };
  expect((await changeUpload(verbs(), of, { type: 'run' }))?.phase).toBe('mapping');
  expect(await changeUpload(verbs(), { ...of, team: 'T2' }, { type: 'run' })).toBeNull();
  expect((await changeUpload(verbs(), of, { type: 'try', mapping: upload.mapping }))?.phase).toBe('trying');
  expect((await changeUpload(verbs(), of, { type: 'discard' }))?.phase).toBe('trying');
});

test('a step that died before it was noted is done once: its pages say what came of it', async () => {
  const upload = await take(csv(450));
  const of = { id: upload.id, team: 'T1', by: BY };
  await changeUpload(verbs(), of, { type: 'try', mapping: upload.mapping });
  const tried = await stateOf(upload);
  const running: Upload = { ...tried, phase: 'running' };
  const first = await attempt(running);
  expect(first).toMatchObject({ done: 300, ended: false, counts: { created: 300 } });
  // The next attempt finds the pages, and goes on.
  const second = await attempt(running);
  expect(second).toMatchObject({ done: 450, ended: true, counts: { created: 450, same: 0 } });
  expect(second.pages).toHaveLength(2);
});

test('what cannot be read any more ends the import with its reason', async () => {
  const upload = await take(csv(1));
  const step = noun().kinds.step;
  const decision = step?.refused?.(
    upload,
    {} as Task,
    { code: 'bad-input', reason: 'not-text' } as never,
    NOW,
  );
  expect(decision).toEqual({ events: [{ type: 'failed', at: NOW, reason: 'not-text' }], tasks: [] });
});
