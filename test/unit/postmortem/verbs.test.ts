import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createPostmortem } from '../../../shared/postmortem/create.ts';
import {
  addComment,
  applyPostmortem,
  type CreatedPostmortem,
  commentsOf,
  linkIncident,
  listPostmortems,
  movePostmortem,
  postmortemById,
  postmortemOf,
  resolveComment,
  saveSection,
  sectionsOf,
  setReviewers,
  unlinkIncident,
} from '../../../shared/postmortem/index.ts';
import { ONO } from '../incident/builders.ts';
import { MORI, PostmortemDesk, SATO } from './desk.ts';

let desk: PostmortemDesk;
beforeEach(() => {
  desk = new PostmortemDesk();
});
afterEach(() => desk.close());

const signal = new AbortController().signal;
const begin = async (texts: Record<string, string> = { summary: '1\n2\n3' }): Promise<CreatedPostmortem> =>
  createPostmortem(desk.verbs, await desk.incident(), (id) => texts[id] ?? '', null);
const found = async (path: string, reader = 'UMORI') => {
  const one = await postmortemById(desk.verbs, path.split('/')[1] ?? '', reader);
  if (!one) throw new Error('not found');
  return one;
};
/** Fills what the checklist asks for. */
async function fill(path: string): Promise<void> {
  const one = await found(path);
  for (const { id, version } of await sectionsOf(desk.verbs, one.state))
    await saveSection(desk.verbs, path, { section: id, base: version, text: `${id}です` }, MORI);
  await setReviewers(desk.verbs, one, ['USATO'], MORI, signal);
}

describe('a postmortem', () => {
  test('an incident has one, however often it is begun', async () => {
    const incident = await desk.incident();
    const made = await Promise.all(
      [1, 2, 3].map(() => createPostmortem(desk.verbs, incident, () => '', null)),
    );
    expect(made.map(({ kind }) => kind).sort()).toEqual(['already', 'already', 'created']);
    expect(new Set(made.map(({ path }) => path)).size).toBe(1);
    expect(made[0]?.state).toMatchObject({ state: 'draft', title: '返却できない', lead: { user: 'UONO' } });
    expect((await postmortemOf(desk.verbs, incident.id, 'UX'))?.path).toBe(made[0]?.path);
  });

  test('a day off is never its due date: five days from Tuesday is Monday at ten, for Sunday is none', async () => {
    desk.now = Date.parse('2026-11-24T13:00:00+09:00');
    const { state } = await begin();
    expect(state.dueAt).toBe(Date.parse('2026-11-30T10:00:00+09:00'));
  });

  test('one of a private incident is found by its people alone', async () => {
    const incident = await desk.incident({ private: true });
    const { path, state } = await createPostmortem(desk.verbs, incident, () => '', null);
    expect(await postmortemById(desk.verbs, state.id, 'UMORI')).toBeNull();
    expect((await postmortemById(desk.verbs, state.id, 'UONO'))?.path).toBe(path);
    const list = async (reader: string) =>
      (await listPostmortems(desk.verbs, { team: 'T1', reader, stand: null, cursor: null })).postmortems
        .length;
    expect([await list('UMORI'), await list('UONO')]).toEqual([0, 1]);
    const answer = await setReviewers(desk.verbs, await found(path, 'UONO'), ['UMORI'], ONO, signal);
    expect(answer.refusal).toEqual({ refused: 'outsider', name: '森' });
  });
});

describe('from draft to published', () => {
  test('the checklist guards ready, and says what is left', async () => {
    const { path } = await begin();
    const { refusal } = await movePostmortem(desk.verbs, await found(path), 'ready', null, MORI);
    if (refusal?.refused !== 'not-complete') throw new Error('not refused');
    expect(refusal.checks.map(({ id }) => id)).toContain('section:impact');
    expect(refusal.checks.map(({ id }) => id)).toContain('reviewers');
    await fill(path);
    desk.actionItems = [{ title: '監視を足す', owner: null, due: null, done: false }];
    expect((await movePostmortem(desk.verbs, await found(path), 'ready', null, MORI)).refusal).toMatchObject({
      checks: [{ id: 'actions' }],
    });
    const owned = (user: string) => ({
      title: '監視を足す',
      owner: { user, name: '高橋' },
      due: '2026-11-30',
    });
    desk.actionItems = [{ ...owned('UGONE'), done: false }];
    expect((await movePostmortem(desk.verbs, await found(path), 'ready', null, MORI)).refusal).toMatchObject({
      checks: [{ id: 'actions', left: [{ title: '監視を足す', owner: '高橋' }] }],
    });
    desk.actionItems = [
      { ...owned('UGONE'), done: true },
      { ...owned('USATO'), done: false },
      { ...owned('UNOBODY'), done: false },
    ];
    expect((await movePostmortem(desk.verbs, await found(path), 'ready', null, MORI)).state?.state).toBe(
      'ready',
    );
  });

  test('the meeting can be set once it is ready, never before', async () => {
    const { path } = await begin();
    const meeting = { at: desk.now + 1, minutes: 45, link: 'https://meet.example/x' };
    const set = (more: Partial<typeof meeting> = {}) =>
      applyPostmortem(desk.verbs, path, { type: 'set-meeting', meeting: { ...meeting, ...more }, by: MORI });
    expect((await set()).refusal).toEqual({ refused: 'not-ready' });
    await fill(path);
    await movePostmortem(desk.verbs, await found(path), 'ready', null, MORI);
    expect((await set({ at: desk.now - 1 })).refusal).toEqual({ refused: 'in-the-past' });
    expect((await set({ link: 'javascript:alert(1)' })).refusal).toEqual({ refused: 'link-wrong' });
    expect((await set()).state?.meeting).toEqual(meeting);
  });

  test('ready, it cannot lose what made it so; back to draft it can', async () => {
    const { path } = await begin();
    await fill(path);
    await movePostmortem(desk.verbs, await found(path), 'ready', null, MORI);
    const empty = { section: 'summary', base: 2, text: ' ' };
    expect(await saveSection(desk.verbs, path, empty, MORI)).toMatchObject({
      refusal: { refused: 'section-needed', section: '概要' },
    });
    await movePostmortem(desk.verbs, await found(path), 'draft', null, MORI);
    expect(await saveSection(desk.verbs, path, empty, MORI)).toMatchObject({ kind: 'saved' });
  });

  test('published, going back needs a reason; archived, it takes no words', async () => {
    const { path } = await begin();
    await fill(path);
    const move = async (to: 'draft' | 'ready' | 'published' | 'archived', reason: string | null = null) =>
      movePostmortem(desk.verbs, await found(path), to, reason, MORI);
    expect((await move('published')).refusal).toMatchObject({ refused: 'no-such-step' });
    await move('ready');
    expect((await move('published')).state).toMatchObject({ state: 'published', publishedAt: desk.now });
    expect((await move('draft', ' ')).refusal).toEqual({ refused: 'reason-needed', to: 'draft' });
    expect((await move('archived')).state?.state).toBe('archived');
    const save = { section: 'summary', base: 2, text: 'x' };
    expect(await saveSection(desk.verbs, path, save, MORI)).toMatchObject({
      refusal: { refused: 'archived' },
    });
  });
});

describe('one for several incidents', () => {
  test('the draft of the other gives way, keeps its words, and is back when it is taken out', async () => {
    const { path, state } = await begin();
    const other = await desk.incident();
    const aside = await createPostmortem(
      desk.verbs,
      other,
      (id) => (id === 'summary' ? '別の文章' : ''),
      null,
    );
    await linkIncident(desk.verbs, path, other, MORI);
    expect((await postmortemOf(desk.verbs, other.id, 'UMORI'))?.path).toBe(path);
    expect((await found(path)).incidents.map(({ number }) => number)).toEqual([1, 2]);
    const archived = await found(aside.path);
    expect(archived.state).toMatchObject({ state: 'archived', mergedInto: state.id });
    expect((await sectionsOf(desk.verbs, archived.state))[0]?.text).toBe('別の文章');
    await unlinkIncident(desk.verbs, path, other.id, MORI);
    expect((await postmortemOf(desk.verbs, other.id, 'UMORI'))?.path).toBe(aside.path);
    expect((await unlinkIncident(desk.verbs, path, state.incidents[0] ?? '', MORI)).refusal).toEqual({
      refused: 'first-incident',
    });
  });

  test('what somebody is done with is not taken from them, and what is private stays apart', async () => {
    const { path } = await begin();
    const other = await desk.incident();
    const done = await createPostmortem(desk.verbs, other, () => '', null);
    await fill(done.path);
    await movePostmortem(desk.verbs, await found(done.path), 'ready', null, MORI);
    expect((await linkIncident(desk.verbs, path, other, MORI)).refusal).toMatchObject({
      refused: 'elsewhere',
    });
    const secret = await desk.incident({ private: true });
    expect((await linkIncident(desk.verbs, path, secret, MORI)).refusal).toEqual({
      refused: 'privacy-differs',
    });
  });
});

test('a comment sent twice is one; dealt with, it says by whom', async () => {
  const { path, state } = await begin();
  const said = { section: 'summary', text: 'ここは何分でしたか\u0000', cause: 'press-1' };
  await addComment(desk.verbs, path, said, SATO);
  await addComment(desk.verbs, path, said, SATO);
  const { comments } = await commentsOf(desk.verbs, path);
  expect(comments).toMatchObject([{ text: 'ここは何分でしたか', by: SATO, resolved: null }]);
  const answer = await resolveComment(desk.verbs, state, comments[0]?.id ?? '', true, MORI);
  expect(answer?.resolved).toEqual({ by: MORI, at: desk.now });
  expect(await addComment(desk.verbs, path, { ...said, section: 'nowhere', cause: '2' }, SATO)).toEqual({
    refusal: { refused: 'section-unknown' },
  });
});
