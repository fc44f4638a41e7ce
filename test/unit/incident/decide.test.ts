import { describe, expect, test } from 'vitest';
import type { Command, Status } from '../../../shared/incident/model.ts';
import {
  CS,
  call,
  cause,
  declareCommand,
  declared,
  MINUTE,
  ONO,
  opened,
  person,
  settings,
  T0,
} from './builders.ts';

const status = (to: Status, reason: string | null = null): Command => ({
  type: 'set-status',
  to,
  reason,
  by: ONO,
  cause: cause(),
});
const inquiries = (count: number, ticket: string | null = null): Command => ({
  type: 'add-inquiries',
  count,
  ticket,
  by: CS,
  cause: cause(),
});
const give = (role: string, to = ONO, by = to): Command => ({
  type: 'give-role',
  role,
  to,
  by,
  cause: cause(),
});

describe('declaring', () => {
  test('writes the record first; the number, the duty and the calls follow as tasks', () => {
    const one = declared();
    expect(one.events).toEqual(['declared']);
    expect(one.tasks).toEqual(['number', 'call-0', 'receipt', 'duty-mobility', 'ask-roles']);
    expect(one.state).toMatchObject({ status: 'detected', severity: 'SEV4', number: null, declaredBy: ONO });
  });

  test('twice changes nothing', () => {
    expect(declared().give({ ...declareCommand, by: CS }, T0 + MINUTE).last).toEqual({
      events: [],
      tasks: [],
    });
  });

  test('with grave facts calls in whom the rules name, at once', () => {
    const one = declared({ facts: { ...declareCommand.facts, duties: ['personal-data'] } });
    expect(one.state?.severity).toBe('SEV1');
    expect(one.tasks).toContain('call-in-U0CTO');
    expect(one.state?.calledIn).toEqual(['U0CTO']);
    expect(one.state?.people.map(({ user }) => user)).toContain('U0CTO');
  });

  test('something that has not begun yet is refused', () => {
    expect(declared({ startedAt: T0 + 1 }).last).toEqual({ refused: 'in-the-future' });
  });
});

describe('status', () => {
  test('goes forward, also over a step, and back only with a reason', () => {
    const one = opened().give(status('fixing'), T0 + MINUTE);
    expect(one.tasks).toEqual(['card', 'announce', 'topic']);
    expect(one.give(status('investigating'), T0 + 2 * MINUTE).last).toEqual({
      refused: 'reason-needed',
      why: 'back',
    });
    expect(one.give(status('investigating', '別の原因だった'), T0 + 2 * MINUTE).state?.status).toBe(
      'investigating',
    );
  });

  test('closes only what is resolved, and reopens only with a reason', () => {
    const one = opened().give(status('closed'), T0);
    expect(one.last).toEqual({ refused: 'resolve-first' });
    one.give(status('resolved'), T0 + MINUTE).give(status('closed'), T0 + 2 * MINUTE);
    expect(one.give(status('investigating'), T0 + 3 * MINUTE).last).toEqual({
      refused: 'reason-needed',
      why: 'reopen',
    });
    one.give(status('investigating', '再発'), T0 + 3 * MINUTE);
    expect(one.state?.milestones.resolved).toBeUndefined();
  });

  test('the same again, and the same press again, change nothing', () => {
    const press = status('fixing');
    const one = opened().give(press, T0).give(status('investigating', 'x'), T0);
    expect(one.give(press, T0 + MINUTE).last).toEqual({ events: [], tasks: [] });
    expect(one.give(status('investigating'), T0).last).toEqual({ events: [], tasks: [] });
  });
});

describe('roles', () => {
  test('are claimed once; a stale button does not push the holder out, giving it on purpose does', () => {
    const one = opened().give(give('commander'), T0);
    expect(one.state?.roles.commander).toMatchObject({ user: 'UONO', at: T0 });
    expect(one.give(give('commander', CS), T0 + 1).last).toEqual({ refused: 'role-held', by: 'ONO' });
    expect(one.give(give('commander', CS, ONO), T0 + 2).state?.roles.commander?.user).toBe('UCS');
  });

  test('whoever gets one is invited; a bot and an unknown role are refused', () => {
    const one = opened().give(give('scribe', person('UNEW')), T0);
    expect(one.tasks).toContain('invite-UNEW');
    expect(one.give(give('scribe', { ...person('UBOT'), bot: true }, ONO), T0).last).toEqual({
      refused: 'role-for-people',
    });
    expect(one.give(give('cook'), T0).last).toMatchObject({ refused: 'role-unknown' });
  });
});

describe('severity', () => {
  test('follows the inquiries at once, and calls in whom the rules name, once', () => {
    const one = opened().give(inquiries(9), T0);
    expect(one.events).toEqual(['inquiries-added', 'severity-assessed', 'called-in', 'people-wanted']);
    expect(one.state).toMatchObject({ severity: 'SEV2', facts: { inquiries: 10 } });
    expect(one.tasks).toEqual(expect.arrayContaining(['topic', 'invite-U0LEAD', 'call-in-U0LEAD']));
    one.give(inquiries(-9), T0).give(inquiries(9), T0);
    expect(one.tasks.some((id) => id.startsWith('call-in'))).toBe(false);
  });

  test('also calls in whom the room has already, but neither who declared it nor who leads it', () => {
    const there = opened({ people: [ONO, CS, person('U0LEAD', 'configured')] }).give(inquiries(9), T0);
    expect(there.tasks).toContain('call-in-U0LEAD');
    expect(there.tasks).not.toContain('invite-U0LEAD');
    expect(opened({ by: person('U0LEAD') }).give(inquiries(9), T0).tasks).not.toContain('call-in-U0LEAD');
    const leads = opened()
      .give(give('commander', person('U0LEAD')), T0)
      .give(inquiries(9), T0);
    expect(leads.tasks).not.toContain('call-in-U0LEAD');
  });

  test('one ticket counts once, and the counter never falls below nothing', () => {
    const one = opened().give(inquiries(1, 'https://t/1'), T0);
    expect(one.give(inquiries(1, 'https://t/1'), T0).last).toEqual({ refused: 'ticket-known' });
    expect(one.give(inquiries(-3), T0).last).toEqual({ refused: 'below-zero', count: 2 });
  });

  test('a person overrides it with a reason, which stays until it is cleared', () => {
    const override = (reason: string): Command => ({
      type: 'override-severity',
      severity: 'SEV3',
      reason,
      by: ONO,
      cause: cause(),
    });
    const one = opened().give(override(''), T0);
    expect(one.last).toEqual({ refused: 'reason-needed', why: 'override' });
    one.give(override('影響は限定的'), T0).give(inquiries(20), T0);
    expect(one.state).toMatchObject({ severity: 'SEV3', assessment: { severity: 'SEV2' } });
    one.give({ type: 'clear-override', by: ONO, cause: cause() }, T0);
    expect(one.state).toMatchObject({ severity: 'SEV2', override: null });
    expect(one.tasks).toContain('call-in-U0LEAD');
  });

  test('a call that joins brings its inquiry, once', () => {
    const link = {
      type: 'link-call' as const,
      call: { ...call, record: 'escalations/esc_2' },
      asker: person('USECOND'),
      cause: cause(),
    };
    const one = opened().give(link, T0);
    expect(one.state?.facts.inquiries).toBe(2);
    expect(one.tasks).toEqual(expect.arrayContaining(['call-1', 'invite-USECOND']));
    expect(one.state?.people.at(-1)).toMatchObject({ user: 'USECOND', why: 'asked' });
    expect(one.give({ ...link, cause: cause() }, T0).last).toEqual({ events: [], tasks: [] });
  });
});

describe('words to others', () => {
  const post = (nextAt: number | null): Command => ({
    type: 'post-update',
    update: { audiences: ['cs', 'executives'], known: 'K', doing: 'D', nextAt },
    by: ONO,
    cause: cause(),
  });

  test('go to each place of the audiences, and the promise is watched', () => {
    const one = opened().give(post(T0 + 30 * MINUTE), T0);
    const id = one.state?.updates[0]?.id;
    expect(one.tasks).toEqual([
      `${id}-room`,
      `${id}-C0CSHELP`,
      `${id}-U0CTO`,
      'card',
      'announce',
      'update-overdue',
    ]);
    expect(one.state?.nextUpdateAt).toBe(T0 + 30 * MINUTE);
  });

  test('a promise in the past is refused, and an edit changes the same messages', () => {
    const one = opened().give(post(T0), T0);
    expect(one.last).toEqual({ refused: 'in-the-past' });
    one.give(post(null), T0);
    const id = one.state?.updates[0]?.id ?? '';
    one.give({ type: 'edit-update', id, known: 'K2', doing: 'D', by: ONO, cause: cause() }, T0);
    expect(one.state?.updates).toMatchObject([{ id, known: 'K2' }]);
    expect(one.tasks).toContain(`${id}-C0CSHELP`);
  });
});

test('where only responders may change it, anybody who sees it may still add inquiries and people', () => {
  const strict = { ...settings, incident: { ...settings.incident, changes: 'responders' as const } };
  const one = opened();
  const stranger = person('USTRANGER');
  one.give({ type: 'set-status', to: 'fixing', reason: null, by: stranger, cause: cause() }, T0, strict);
  expect(one.last).toEqual({ refused: 'not-allowed' });
  one.give({ type: 'add-inquiries', count: 1, ticket: null, by: stranger, cause: cause() }, T0, strict);
  expect(one.state?.facts.inquiries).toBe(2);
  one.give({ type: 'set-status', to: 'fixing', reason: null, by: ONO, cause: cause() }, T0, strict);
  expect(one.state?.status).toBe('fixing');
});
