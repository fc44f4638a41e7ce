import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TobanError } from '../../../shared/platform/errors.ts';
import type { Channel, RoomMaker, Rooms } from '../../../shared/ports/rooms.ts';
import { explain, inviteOne, openRoom, roomNames } from '../../../shared/war-room/index.ts';

const parts = {
  number: 7,
  title: '返却できない（渋谷）',
  service: 'rental',
  date: '20261124',
  unique: 'a1b2',
};
const signal = new AbortController().signal;
const refused = (reason: string) => new TobanError('refused', reason, { reason });

describe('the name of a room', () => {
  test('keeps Japanese, and has others ready where it is taken or not allowed', () => {
    expect(roomNames('inc-{number}-{title}', parts)).toEqual([
      'inc-7-返却できない-渋谷',
      'inc-7-返却できない-渋谷-2',
      'inc-7-返却できない-渋谷-a1b2',
      'inc-7',
      'inc-7-a1b2',
    ]);
  });

  test.each([
    ['mentions and emoji', '<!here> 🔥 Down!!', 'inc-7-here-down'],
    ['nothing but signs', '！？', 'inc-7'],
    ['full width', 'ＡＰＩ　障害', 'inc-7-api-障害'],
  ])('of %s is plain', (_what, title, name) => {
    expect(roomNames('inc-{number}-{title}', { ...parts, title })[0]).toBe(name);
  });

  test('is never longer than Slack allows, never empty, and always carries the number', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), fc.nat(99_999), (title, number) => {
        for (const name of roomNames('{date}-inc-{number}-{service}-{title}', { ...parts, title, number })) {
          expect(name).toMatch(/^[\p{L}\p{N}\p{M}_-]{1,80}$/u);
          expect(name).toContain(`inc-${number}`);
        }
      }),
    );
  });
});

/** A workspace that lets accounts do some things only; everything done is written down. */
class Workspace {
  readonly done: string[] = [];
  readonly taken = new Set<string>();
  readonly members = new Set<string>();
  readonly guests = new Set<string>();
  restricted = false;
  adminRevoked = false;

  hand(account: 'bot' | 'admin'): Rooms {
    const self = `U0${account.toUpperCase()}`;
    const as = (what: string) => {
      if (account === 'admin' && this.adminRevoked) throw refused('token_revoked');
      this.done.push(`${account} ${what}`);
    };
    return {
      self: async () => self,
      createChannel: async (name: string): Promise<Channel> => {
        as(`creates ${name}`);
        if (account === 'bot' && this.restricted) throw refused('restricted_action');
        if (this.taken.has(name)) throw refused('name_taken');
        this.members.add(self);
        return { id: 'C1', name };
      },
      invite: async (_channel: string, user: string) => {
        as(`invites ${user}`);
        if (!this.members.has(self)) throw refused('not_in_channel');
        if (account === 'bot' && this.guests.has(user)) throw refused('user_is_restricted');
        this.members.add(user);
      },
      findChannel: async (name: string) => (this.taken.has(name) ? { id: 'C0', name } : null),
    } as unknown as Rooms;
  }
}

const open = (workspace: Workspace, names: string[], admin: RoomMaker | null, unsure = false) =>
  openRoom(workspace.hand('bot'), admin, { names, secret: false, unsure }, signal);

describe('opening a room', () => {
  test('the bot makes it, under the first name that is free', async () => {
    const workspace = new Workspace();
    workspace.taken.add('a');
    expect(await open(workspace, ['a', 'b'], null)).toEqual({ channel: 'C1', name: 'b', madeBy: 'bot' });
  });

  test('where creation is restricted the administrator makes it and lets the bot in', async () => {
    const workspace = new Workspace();
    workspace.restricted = true;
    expect(await open(workspace, ['a'], workspace.hand('admin'))).toMatchObject({ madeBy: 'admin' });
    expect(workspace.done).toEqual(['bot creates a', 'admin creates a', 'admin invites U0BOT']);
  });

  test('without an administrator, or with a revoked one, it is refused with that reason', async () => {
    const workspace = new Workspace();
    workspace.restricted = true;
    await expect(open(workspace, ['a'], null)).rejects.toMatchObject({ reason: 'needs-admin' });
    workspace.adminRevoked = true;
    const revoked = open(workspace, ['a'], workspace.hand('admin'));
    await expect(revoked).rejects.toMatchObject({ reason: 'admin-token-lost' });
  });

  test('after a lost answer the one that exists is used', async () => {
    const workspace = new Workspace();
    workspace.taken.add('a');
    expect(await open(workspace, ['a'], null, true)).toMatchObject({ channel: 'C0' });
    expect(workspace.done).toEqual([]);
  });
});

describe('inviting', () => {
  const account = { guest: 'no' as const, deactivated: false, bot: false };
  const into = (workspace: Workspace, user: string, admin: RoomMaker | null, more: object = {}) => {
    workspace.members.add('U0BOT');
    return inviteOne({ bot: workspace.hand('bot'), admin }, 'C1', user, { ...account, ...more }, signal);
  };

  test('the bot invites members; a guest is invited by the administrator, whom the bot lets in first', async () => {
    const workspace = new Workspace();
    const admin = workspace.hand('admin');
    workspace.guests.add('UGUEST');
    expect(await into(workspace, 'UONO', admin)).toBe('bot');
    expect(await into(workspace, 'UGUEST', admin, { guest: 'multi-channel' })).toBe('admin');
    expect(workspace.done).toEqual([
      'bot invites UONO',
      'bot invites UGUEST',
      'bot invites U0ADMIN',
      'admin invites UGUEST',
    ]);
  });

  test.each([
    ['a single-channel guest', { guest: 'single-channel' }, 'single-channel-guest'],
    ['a deactivated account', { deactivated: true }, 'deactivated'],
    ['a bot', { bot: true }, 'not-a-person'],
  ])('%s is explained, and Slack is not even asked', async (_who, more, reason) => {
    const workspace = new Workspace();
    await expect(into(workspace, 'UX', null, more)).rejects.toMatchObject({ reason });
    expect(workspace.done).toEqual([]);
    expect(explain(reason, 'ja').retry).toBe(false);
  });

  test('an unforeseen code is shown as it is, with what to do', () => {
    expect(explain('strange_code', 'en').why).toContain('strange_code');
  });
});
