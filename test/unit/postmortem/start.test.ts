import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPostmortem } from '../../../shared/postmortem/create.ts';
import {
  postmortemOf,
  sectionsOf,
  startPostmortem,
  unlinkIncident,
} from '../../../shared/postmortem/index.ts';
import { MORI, PostmortemDesk } from './desk.ts';

let desk: PostmortemDesk;
beforeEach(() => {
  desk = new PostmortemDesk();
});
afterEach(() => desk.close());

const start = (more: Partial<Parameters<typeof startPostmortem>[1]> = {}) =>
  startPostmortem(
    desk.verbs,
    { team: 'T1', title: '夏のふり返り', template: null, incidents: [], cause: 'c1', ...more },
    MORI,
  );
async function started(more: Parameters<typeof start>[0] = {}) {
  const begun = await start(more);
  if (begun.refusal) throw new Error(begun.refusal.refused);
  return begun;
}
const numbered = async (more: object = {}) => {
  const incident = await desk.incident(more);
  await desk.store.put(`incident-numbers/T1-${incident.number}`, { record: `incidents/${incident.id}` });
  return incident;
};

test('about no incident: whoever begins it leads it and is told nothing; sent twice it is one', async () => {
  const { path, state } = await started({ template: 'light' });
  expect(state).toMatchObject({
    title: '夏のふり返り',
    lead: MORI,
    incidents: [],
    dueAt: null,
    state: 'draft',
  });
  expect(state.templates).toEqual(['light']);
  expect((await sectionsOf(desk.verbs, state)).every(({ blank }) => blank)).toBe(true);
  expect((await started()).path).toBe(path);
  expect((await started({ cause: 'c2' })).path).not.toBe(path);
});

test('about several: each is told of beneath its name, drafts give way, and any can be taken out again', async () => {
  const [one, two] = [await numbered(), await numbered({ title: '決済できない' })];
  await createPostmortem(desk.verbs, two, () => '言葉', null);
  const { path, state } = await started({ title: ' ', incidents: ['INC-1', 'inc-2', 'INC-1'] });
  expect(state).toMatchObject({ title: one.title, incidents: [one.id, two.id] });
  for (const { id } of [one, two]) expect((await postmortemOf(desk.verbs, id, 'UMORI'))?.path).toBe(path);
  const [summary] = await sectionsOf(desk.verbs, state);
  expect(summary?.text).toMatch(/^### INC-1 返却できない\n\n[\s\S]+\n\n### INC-2 決済できない\n\n/);
  expect((await unlinkIncident(desk.verbs, path, one.id, MORI)).state?.incidents).toEqual([two.id]);
});

test('what cannot be is said beside its field, and nothing is begun', async () => {
  const ready = await numbered();
  const made = await createPostmortem(desk.verbs, ready, () => 'x', null);
  await desk.store.put(made.path, { ...made.state, state: 'published' });
  await numbered({ private: true, people: [{ user: 'UMORI', name: '森', why: 'by', bot: false }] });
  await numbered();
  const refused = async (incidents: string[], title = 'x') => {
    const answer = await start({ incidents, title });
    return answer.refusal && [answer.refusal.refused, answer.field];
  };
  expect(await refused(['INC-1'])).toEqual(['elsewhere', 'incidents']);
  expect(await refused(['INC-99'])).toEqual(['incident-unknown', 'incidents']);
  expect(await refused([], ' ')).toEqual(['empty', 'title']);
  expect(await refused([], '長'.repeat(151))).toEqual(['too-long', 'title']);
  expect(await refused(['INC-2', 'INC-3'])).toEqual(['privacy-differs', 'incidents']);
});
