import { describe, expect, test } from 'vitest';
import { judge, warningsOf } from '../../../shared/admin-token/judge.ts';
import type { AdminToken } from '../../../shared/admin-token/model.ts';
import type { SlackUser } from '../../../shared/ports/slack.ts';
import { adminScopes, signInScopes } from '../../../shared/slack/index.ts';

const admin: SlackUser = {
  id: 'U1',
  name: 'a',
  realName: 'a',
  handle: 'a',
  email: null,
  locale: null,
  deactivated: false,
  bot: false,
  admin: true,
  guest: 'no',
};
const facts = { user: 'U1', team: 'T1', scopes: [...adminScopes, ...signInScopes] as string[] };

describe('whose token may act', () => {
  test.each<[string, Partial<SlackUser>, string | null]>([
    ['an owner or admin', {}, null],
    ['a member', { admin: false }, 'not-admin'],
    ['a guest, whatever else is said', { guest: 'multi-channel' }, 'guest'],
    ['a single-channel guest', { guest: 'single-channel' }, 'guest'],
    ['a deactivated admin', { deactivated: true }, 'deactivated'],
    ['a bot', { bot: true }, 'not-a-person'],
  ])('%s', (_who, change, fault) => {
    expect(judge(facts, { ...admin, ...change }, 'T1')?.fault ?? null).toBe(fault);
  });

  test('an admin of another workspace, or one whom ours does not know', () => {
    expect(judge({ ...facts, team: 'T2' }, admin, 'T1')).toMatchObject({ fault: 'other-workspace' });
    expect(judge(facts, null, 'T1')).toMatchObject({ fault: 'other-workspace' });
  });

  test.each([...adminScopes])('without %s it is not taken, and the scope is named', (scope) => {
    const scopes = facts.scopes.filter((one) => one !== scope);
    expect(judge({ ...facts, scopes }, admin, 'T1')).toEqual({ fault: 'missing-scopes', reason: scope });
  });

  test('what is asked for can never post or read a conversation', () => {
    expect(adminScopes.filter((scope) => /^chat:|:history$|^admin/.test(scope))).toEqual([]);
  });
});

describe('what is warned of', () => {
  const zone = 'Asia/Tokyo';
  const now = Date.parse('2026-11-25T09:00:00+09:00');
  const holder = { user: 'U1', name: 'a', team: 'T1', via: 'install' as const, by: null, at: 0 };
  const state: AdminToken = {
    version: 1,
    holder,
    scopes: facts.scopes,
    onCall: false,
    spokeOn: [],
    checkedAt: null,
    trouble: null,
  };
  const days = (...spokeOn: string[]) => warningsOf({ ...state, spokeOn }, now, zone);

  test('three days of the last seven are daily work; what is longer ago is not', () => {
    expect(days('2026-11-19', '2026-11-24', '2026-11-25')).toEqual(['writes']);
    expect(days('2026-11-18', '2026-11-24', '2026-11-25')).toEqual([]);
  });

  test('an account on call, and scopes that nobody asked for', () => {
    expect(warningsOf({ ...state, onCall: true }, now, zone)).toEqual(['on-call']);
    expect(warningsOf({ ...state, scopes: [...facts.scopes, 'chat:write'] }, now, zone)).toEqual([
      'more-scopes',
    ]);
    expect(warningsOf({ ...state, holder: null, onCall: true }, now, zone)).toEqual([]);
  });
});
