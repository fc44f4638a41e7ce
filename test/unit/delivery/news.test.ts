import { describe, expect, test } from 'vitest';
import { actionItemNews } from '../../../shared/action-item/news.ts';
import {
  announceBy,
  deliveryOf,
  evolveDelivery,
  listenersPath,
  type News,
} from '../../../shared/delivery/index.ts';
import { callNews } from '../../../shared/escalation/news.ts';
import { incidentNews } from '../../../shared/incident/news.ts';
import { postmortemNews } from '../../../shared/postmortem/news.ts';

const T0 = Date.parse('2026-11-24T03:00:00Z');
/** Of a state only what the rule looks at. */
const state = <S>(part: object) => part as S;

describe('a call', () => {
  type Call = Parameters<typeof callNews>[1];
  const call = (part: object) =>
    state<Call>({
      team: 'T1',
      version: 2,
      status: 'open',
      called: [1],
      holder: null,
      exhausted: false,
      ...part,
    });
  const kinds = (before: object | null, after: object) => callNews(before && call(before), call(after)).kinds;
  test.each([
    ['comes in', null, {}, ['call.created']],
    ['climbs', {}, { called: [1, 2] }, ['call.person_called']],
    ['is taken', {}, { status: 'acknowledged', holder: { user: 'U1' } }, ['call.acknowledged']],
    [
      'changes hands',
      { status: 'acknowledged', holder: { user: 'U1' } },
      { status: 'acknowledged', holder: { user: 'U2' } },
      ['call.acknowledged'],
    ],
    ['has nobody left', {}, { exhausted: true }, ['call.unanswered']],
    ['ends', { status: 'acknowledged' }, { status: 'done' }, ['call.done']],
    ['becomes an incident', {}, { status: 'incident' }, ['call.became_incident']],
    ['is posted', {}, { posts: [1] }, []],
  ])('that %s', (_what, before, after, news) => expect(kinds(before, after)).toEqual(news));
});

describe('an incident', () => {
  type Incident = Parameters<typeof incidentNews>[1];
  const base = {
    team: 'T1',
    version: 3,
    number: 7,
    enteredAt: null,
    private: false,
    drill: false,
    status: 'detected',
  };
  const incident = (part: object) =>
    state<Incident>({ ...base, severity: 'SEV3', title: 'a', posts: [], ...part });
  const kinds = (before: object | null, after: object) =>
    incidentNews(before && incident(before), incident(after))?.kinds ?? null;
  test.each([
    ['is told once it has a number', { number: null }, {}, ['incident.declared']],
    ['is no news before', null, { number: null }, []],
    ['goes on', {}, { status: 'fixing', milestones: { fixing: 1 } }, ['incident.status_changed']],
    ['is graver', {}, { severity: 'SEV1', facts: 1 }, ['incident.severity_changed']],
    ['has another title', {}, { title: 'b' }, ['incident.updated']],
    ['has a card', {}, { posts: [1] }, []],
    ['is a drill', {}, { drill: true, status: 'fixing' }, null],
    ['was entered when it was over', {}, { enteredAt: 1, status: 'closed' }, null],
  ])('that %s', (_what, before, after, news) => expect(kinds(before, after)).toEqual(news));

  test('that is private says so', () => {
    expect(incidentNews(incident({}), incident({ private: true, status: 'fixing' }))?.private).toBe(true);
  });
});

test('an action item and a postmortem: begun, another state, other content; what Toban notes of them is no news', () => {
  type Item = Parameters<typeof actionItemNews>[1];
  type One = Parameters<typeof postmortemNews>[1];
  const item = (part: object) =>
    state<Item>({ team: 'T1', version: 1, private: false, state: 'todo', ...part });
  const items = (before: object | null, after: object) =>
    actionItemNews(before && item(before), item(after)).kinds;
  expect(items(null, {})).toEqual(['action_item.created']);
  expect(items({}, { state: 'done' })).toEqual(['action_item.state_changed']);
  expect(items({}, { due: '2026-12-01' })).toEqual(['action_item.updated']);
  expect(items({}, { reminded: 2 })).toEqual([]);
  const one = (part: object) =>
    state<One>({ team: 'T1', version: 1, private: true, state: 'draft', ...part });
  const ones = (before: object | null, after: object) =>
    postmortemNews(before && one(before), one(after)).kinds;
  expect(ones(null, {})).toEqual(['postmortem.created']);
  expect(ones({}, { state: 'ready', title: 'b' })).toEqual([
    'postmortem.state_changed',
    'postmortem.updated',
  ]);
  expect(ones({}, { posts: [1] })).toEqual([]);
});

describe('who is told', () => {
  const news: News = { team: 'T1', version: 4, private: false, kinds: ['call.done'] };
  const told = (more: Partial<News>, ...listeners: object[]) => {
    const announced = announceBy<object>(() => ({ ...news, ...more }))('escalations/esc_1', null, {}, T0);
    expect(announced?.path).toBe(listenersPath('T1'));
    return announced?.tell({ listeners }) ?? [];
  };
  const listener = { id: 'wh_1', kinds: ['call.done'], private: false };

  test('whoever asked for it, by a record, its first event and its task', () => {
    const documents = told({}, listener, { ...listener, id: 'wh_2', kinds: ['call.created'] });
    const [record, event, task] = documents;
    expect(documents).toHaveLength(3);
    expect(record?.data).toMatchObject({ webhook: 'wh_1', kind: 'call.done', status: 'pending', at: T0 });
    expect(event).toMatchObject({ path: `${record?.path}/events/000001`, data: { type: 'planned', seq: 1 } });
    expect(task).toMatchObject({ path: `${record?.path}/tasks/send`, data: { dueAt: T0, lane: 'work' } });
    expect(evolveDelivery(null, event?.data as never)).toMatchObject(record?.data ?? {});
  });

  test('of what is private, only those whom an admin lets know', () => {
    expect(told({ private: true }, listener)).toEqual([]);
    expect(told({ private: true }, { ...listener, private: true })).toHaveLength(3);
  });

  test('nothing is read where nothing happened', () => {
    const announce = announceBy<object>(() => ({ ...news, kinds: [] }));
    expect(announce('escalations/esc_1', null, {}, T0)).toBeNull();
  });

  test('the same event has one id for all, and a delivery of its own for each', () => {
    const ids = [listener, { ...listener, id: 'wh_2' }].map((one) => {
      const [record] = told({}, one);
      return record?.data as { id: string; event: string };
    });
    expect(ids[0]?.event).toBe(ids[1]?.event);
    expect(ids[0]?.id).not.toBe(ids[1]?.id);
    const of = {
      team: 'T1',
      webhook: 'wh_1',
      event: 'evt_1',
      kind: 'call.done',
      subject: 'escalations/x',
    } as const;
    expect(deliveryOf(of, T0)).toEqual(deliveryOf(of, T0));
  });
});
