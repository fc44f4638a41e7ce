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
  /** Rooms by name, with who made them. */
  readonly made = new Map<string, string>();
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
        if (this.taken.has(name) || this.made.has(name)) throw refused('name_taken');
        this.members.add(self);
        this.made.set(name, self);
        return { id: `C-${name}`, name };
      },
      invite: async (_channel: string, user: string) => {
        as(`invites ${user}`);
        if (!this.members.has(self)) throw refused('not_in_channel');
        if (account === 'bot' && this.guests.has(user)) throw refused('user_is_restricted');
        this.members.add(user);
      },
      findOwn: async (names: readonly string[]) => {
        const name = names.find((one) => this.made.get(one) === self);
        return name === undefined ? null : { id: `C-${name}`, name };
      },
    } as unknown as Rooms;
  }
}

const open = (workspace: Workspace, names: string[], admin: RoomMaker | null) =>
  openRoom(workspace.hand('bot'), admin, { names, secret: false, since: 0 }, signal);

describe('opening a room', () => {
  test('the bot makes it, under the first name that is free', async () => {
    const workspace = new Workspace();
    workspace.taken.add('a');
    expect(await open(workspace, ['a', 'b'], null)).toEqual({ channel: 'C-b', name: 'b', madeBy: 'bot' });
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

  test('made by an attempt whose answer was lost, it is found again and no second one is made', async () => {
    const workspace = new Workspace();
    workspace.taken.add('a');
    const first = await open(workspace, ['a', 'b', 'c'], null);
    expect(await open(workspace, ['a', 'b', 'c'], null)).toEqual(first);
    expect([...workspace.made.keys()]).toEqual(['b']);
  });

  test('so it is where the administrator had made it and died before letting the bot in', async () => {
    const workspace = new Workspace();
    workspace.restricted = true;
    const admin = workspace.hand('admin');
    await admin.createChannel('a', false, signal);
    expect(await open(workspace, ['a', 'b'], admin)).toMatchObject({ channel: 'C-a', madeBy: 'admin' });
    expect(workspace.members).toContain('U0BOT');
    expect([...workspace.made.keys()]).toEqual(['a']);
  });

  test("somebody else's room of that name is never taken over, and with every name taken it says so", async () => {
    const workspace = new Workspace();
    const names = Array.from({ length: 50 }, (_, i) => `inc-7-${i}`);
    for (const name of names) workspace.taken.add(name);
    await expect(open(workspace, names, null)).rejects.toMatchObject({ reason: 'name_taken' });
    expect(explain('name_taken', 'ja').todo).toContain('チャンネル名を変え');
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
