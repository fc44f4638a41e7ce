import { describe, expect, test } from 'vitest';
import { CORRECTABLE, readField } from '../../../shared/incident/correctable.ts';
import type { Status } from '../../../shared/incident/model.ts';
import { numbersOf } from '../../../shared/incident/numbers.ts';
import type { Correctable } from '../../../shared/incident/parts.ts';
import { cause, MINUTE, ONO, opened, person, type Scenario, T0 } from './builders.ts';
import { correct, NOW, OTHER, stateOf } from './correcting.ts';

const LEAD = person('ULEAD');

/** Everything of ours that an incident in its life may have posted. */
function shownEverywhere(status: Status): Scenario {
  const one = opened();
  for (const key of [
    'card',
    'announce',
    'receipt',
    'numbers',
    'duties',
    'suggest',
    'ask-roles-0',
    'upd_1-room',
  ])
    one.state = { ...stateOf(one), posts: [...stateOf(one).posts, { key, channel: 'C0ROOM', ts: key }] };
  for (const to of ['investigating', 'fixing', 'resolved', 'closed'] as const) {
    if (stateOf(one).status === status) break;
    one.give({ type: 'set-status', to, reason: null, by: ONO, cause: cause() }, T0 + 10 * MINUTE);
  }
  return one;
}

describe.each(['investigating', 'resolved', 'closed'] as const)('an incident that is %s', (status) => {
  test.each(CORRECTABLE)('%s is put right: old and new are kept, and nothing fires again', (field) => {
    const one = shownEverywhere(status);
    const before = stateOf(one);
    correct(one, { [field]: OTHER[field] });
    if (field === 'resolved' && status === 'investigating') {
      expect(one.last).toEqual({ refused: 'cannot-correct', field, why: 'not-resolved' });
      return;
    }
    expect(one.events).toEqual(['corrected']);
    expect(readField(stateOf(one), field)).toEqual(OTHER[field]);
    const [, event] = 'events' in one.last ? one.last.events : [];
    expect(event).toMatchObject({ reason: '記録から', by: ONO });
    expect(event).toHaveProperty(
      'changes',
      expect.arrayContaining([{ field, from: readField(before, field), to: OTHER[field] }]),
    );
    // Only messages that are there, edited in place; the topic names the severity, while people work in the room.
    const allowed = [
      'card',
      'announce',
      'receipt',
      'numbers',
      'duties',
      'redraft',
      ...(before.open ? ['topic'] : []),
    ];
    expect(one.tasks.filter((id) => !allowed.includes(id))).toEqual([]);
    expect(one.tasks).toContain('card');
    expect(stateOf(one)).toMatchObject({
      people: before.people,
      calledIn: before.calledIn,
      status: before.status,
      open: before.open,
      posts: before.posts,
    });
    if ('pointers' in one.last)
      expect(one.last.pointers).toEqual([
        expect.objectContaining({
          data: expect.objectContaining({
            action: 'incident.correct',
            record: 'incidents/inc_1',
            by: 'UONO',
          }),
        }),
      ]);
    else expect.unreachable('without an audit entry');
  });

  test.each(CORRECTABLE)('%s, where nothing has been posted yet, posts nothing', (field) => {
    const one = shownEverywhere(status);
    one.state = { ...stateOf(one), posts: [], room: null };
    correct(one, { [field]: OTHER[field] });
    expect(one.tasks).toEqual(status === 'investigating' ? [] : ['redraft']);
  });
});

test('without a reason, without a difference, with the same press twice: nothing is corrected', () => {
  const one = shownEverywhere('closed');
  expect(correct(one, { title: 'x' }, { reason: '  ' }).last).toEqual({
    refused: 'reason-needed',
    why: 'correct',
  });
  expect(correct(one, { title: ` ${stateOf(one).title} ` }).events).toEqual([]);
  const command = {
    type: 'correct',
    set: { title: 'x' },
    seen: null,
    reason: 'r',
    by: ONO,
    cause: cause(),
  } as const;
  expect(one.give(command, NOW).events).toEqual(['corrected']);
  expect(one.give({ ...command, set: { title: 'y' } }, NOW).events).toEqual([]);
});

test('two people at once: the second is told which of theirs was changed, and what differs is no obstacle', () => {
  const one = shownEverywhere('closed');
  const seen = stateOf(one).version;
  correct(one, { started: T0 - 40 * MINUTE, title: '一人目' }, { seen });
  const late = { started: T0 - 50 * MINUTE, title: '二人目', users: OTHER.users };
  expect(correct(one, late, { seen, by: LEAD }).last).toEqual({
    refused: 'changed-meanwhile',
    fields: ['title', 'started'],
  });
  expect(stateOf(one).title).toBe('一人目');
  expect(correct(one, { users: OTHER.users }, { seen, by: LEAD }).events).toEqual(['corrected']);
  expect(correct(one, { title: '一人目' }, { seen, by: LEAD }).events).toEqual([]);
  expect(correct(one, late, { seen: stateOf(one).version, by: LEAD }).events).toEqual(['corrected']);
});

test('a press in the room counts as somebody else as well: what they changed is not written over unseen', () => {
  const one = shownEverywhere('investigating');
  const seen = stateOf(one).version;
  one.give({ type: 'add-inquiries', count: 3, ticket: null, by: LEAD, cause: cause() }, NOW);
  expect(correct(one, { inquiries: 2 }, { seen }).last).toMatchObject({ fields: ['inquiries'] });
});

describe('what cannot be', () => {
  const of = (set: Partial<Correctable>) => correct(shownEverywhere('closed'), set).last;
  test.each([
    [{ title: '  ' }, 'title', 'empty'],
    [{ service: 'gone' }, 'service', 'unknown'],
    [{ detected: NOW + 1 }, 'detected', 'in-the-future'],
    [{ inquiries: -1 }, 'inquiries', 'not-a-count'],
    [{ inquiries: 1.5 }, 'inquiries', 'not-a-count'],
    [{ severities: [] }, 'severities', 'empty'],
    [{ severities: [{ at: NOW + 1, severity: 'SEV1' }] }, 'severities', 'in-the-future'],
    [
      {
        severities: [
          { at: T0, severity: 'SEV1' },
          { at: T0, severity: 'SEV2' },
        ],
      },
      'severities',
      'order',
    ],
  ] as const)('%j is refused, and says which and why', (set, field, why) => {
    expect(of(set)).toEqual({ refused: 'cannot-correct', field, why });
  });

  test('an order that cannot be is kept as it was said, and its number says why it is none', () => {
    const one = correct(shownEverywhere('closed'), { resolved: T0 - 60 * MINUTE });
    expect(numbersOf(stateOf(one), NOW).ttr).toEqual({
      kind: 'invalid',
      because: 'out-of-order',
      from: 'detected',
      to: 'resolved',
    });
    correct(one, { resolved: T0 + 5 * MINUTE });
    expect(numbersOf(stateOf(one), NOW).ttr).toEqual({ kind: 'recorded', ms: 10 * MINUTE });
  });
});

describe('the history of the severity', () => {
  test('goes on by itself, and says since when', () => {
    const one = opened();
    one.give({ type: 'add-inquiries', count: 49, ticket: null, by: ONO, cause: cause() }, T0 + MINUTE);
    one.give(
      { type: 'override-severity', severity: 'SEV3', reason: 'r', by: ONO, cause: cause() },
      T0 + 2 * MINUTE,
    );
    expect(stateOf(one).severities).toEqual([
      { at: T0, severity: 'SEV4' },
      { at: T0 + MINUTE, severity: 'SEV1' },
      { at: T0 + 2 * MINUTE, severity: 'SEV3' },
    ]);
  });

  test('a corrected number is asked of the rules, was so all along, and calls nobody in', () => {
    const one = shownEverywhere('closed');
    const [first] = stateOf(one).severities;
    correct(one, { inquiries: 80 });
    expect(stateOf(one)).toMatchObject({ severity: 'SEV1', override: null, calledIn: [] });
    expect(stateOf(one).severities).toEqual([{ at: first?.at, severity: 'SEV1' }]);
  });

  test('given by a person it stands above the rules, with the reason, until they agree', () => {
    const one = correct(shownEverywhere('closed'), { severities: OTHER.severities });
    expect(stateOf(one).override).toMatchObject({ severity: 'SEV1', reason: '記録から', by: ONO });
    correct(one, { inquiries: 0 });
    expect(stateOf(one).severity).toBe('SEV1');
    correct(one, { severities: [{ at: T0, severity: 'SEV4' }] });
    expect(stateOf(one)).toMatchObject({ severity: 'SEV4', override: null });
  });

  test('new rules never judge an old incident by the way', () => {
    const one = shownEverywhere('closed');
    const before = stateOf(one).assessment;
    const strict = {
      ...stateOf(one),
      assessment: { ...before, severity: 'SEV2' as const },
      severity: 'SEV2' as const,
    };
    one.state = { ...strict, severities: [{ at: T0, severity: 'SEV2' }] };
    correct(one, { title: 'x' });
    expect(stateOf(one).severity).toBe('SEV2');
  });
});

test('opened again after a correction, a correction goes on as before', () => {
  const one = shownEverywhere('closed');
  correct(one, { resolved: T0 + 8 * MINUTE });
  one.give({ type: 'set-status', to: 'investigating', reason: '再発', by: ONO, cause: cause() }, NOW);
  expect(stateOf(one).milestones).not.toHaveProperty('resolved');
  expect(correct(one, { resolved: T0 }).last).toMatchObject({ why: 'not-resolved' });
  expect(correct(one, { detected: T0 - 9 * MINUTE }).events).toEqual(['corrected']);
  one.give({ type: 'set-status', to: 'resolved', reason: null, by: ONO, cause: cause() }, NOW + MINUTE);
  expect(numbersOf(stateOf(one), NOW + MINUTE).ttr).toEqual({ kind: 'recorded', ms: 110 * MINUTE });
});
