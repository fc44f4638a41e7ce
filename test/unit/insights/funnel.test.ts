import { expect, test } from 'vitest';
import {
  actionItemSummary,
  type CountedActionItem,
  countedActionItem,
} from '../../../shared/action-item/index.ts';
import type { ActionItem } from '../../../shared/action-item/model.ts';
import type { CountedIncident } from '../../../shared/incident/index.ts';
import { funnelOf } from '../../../shared/insights/index.ts';
import type { Postmortem } from '../../../shared/postmortem/index.ts';
import {
  type CountedPostmortem,
  countedPostmortem,
  postmortemSummary,
} from '../../../shared/postmortem/index.ts';

const incident = (id: string): CountedIncident => ({
  id,
  declaredAt: 1,
  service: null,
  severity: 'SEV3',
  status: 'closed',
  milestones: {},
});
const postmortem = (incidents: string[], state: CountedPostmortem['state']): CountedPostmortem => ({
  id: 'pm_1',
  createdAt: 1,
  incidents,
  state,
  dueAt: null,
});
const action = (incidents: string[], state: CountedActionItem['state']): CountedActionItem => ({
  id: 'act_1',
  createdAt: 1,
  incidents,
  state,
  due: null,
});

test('an incident is settled once its postmortem is published and none of its actions is left', () => {
  const incidents = ['a', 'b', 'c', 'd', 'e'].map(incident);
  const postmortems = [
    postmortem(['a', 'b'], 'published'),
    postmortem(['c'], 'draft'),
    postmortem(['d'], 'published'),
  ];
  const actionItems = [
    action(['a'], 'done'),
    action(['a'], 'dropped'),
    action(['b'], 'done'),
    action(['b'], 'in-progress'),
    action(['c'], 'done'),
  ];
  expect(funnelOf({ incidents, calls: [], postmortems, actionItems })).toEqual({
    calls: 0,
    callsToIncident: 0,
    incidents: 5,
    withPostmortem: 4,
    published: 3,
    settled: 1,
  });
});

test('what is kept of a postmortem and an action gives back what the figures need, and nothing of private ones', () => {
  const written = { id: 'pm_1', createdAt: 5, incidents: ['a'], state: 'ready', dueAt: 9, mergedInto: null };
  const kept = postmortemSummary({ ...written, private: false } as unknown as Postmortem);
  expect(kept && countedPostmortem(kept)).toEqual({
    id: 'pm_1',
    createdAt: 5,
    incidents: ['a'],
    state: 'ready',
    dueAt: 9,
  });
  expect(postmortemSummary({ ...written, private: true } as unknown as Postmortem)).toBeNull();
  expect(
    postmortemSummary({ ...written, private: false, mergedInto: 'pm_2' } as unknown as Postmortem),
  ).toBeNull();
  const item = { id: 'act_1', createdAt: 5, incidents: [{ id: 'a' }], state: 'open', due: '2026-11-30' };
  const row = actionItemSummary({ ...item, private: false } as unknown as ActionItem);
  expect(row && countedActionItem(row)).toEqual({ ...item, incidents: ['a'] });
  expect(actionItemSummary({ ...item, private: true } as unknown as ActionItem)).toBeNull();
});
