import { isTobanError, TobanError } from '../platform/errors.ts';
import type { RoomMaker } from '../ports/rooms.ts';
import type { UserGroups } from '../ports/user-groups.ts';
import { check } from './check.ts';
import { type AdminTokenContext, apply, readAdminToken } from './context.ts';
import { TOKEN_OVER } from './judge.ts';
import { readToken } from './read-token.ts';

/** What may be done as the administrator, and nothing else: no message is ever among it. */
export interface AdminHands {
  readonly rooms: RoomMaker;
  readonly userGroups: UserGroups;
}

/** A token in trouble is asked after again when it is wanted: somebody mends it in Slack, then presses "try again". */
const LOOK_AGAIN_MS = 5_000;

/** Puts a token behind the two ports. */
export type MakeHands = (token: string) => AdminHands;

/**
 * The administrator's account as it stands at each call: connected, replaced or lost while the worker runs. Refused
 * with `needs-admin` where there is none and `admin-token-lost` where it may not be used; what Slack says of the
 * token at that moment is looked into at once.
 */
export function lendAdmin(ctx: AdminTokenContext, make: MakeHands): AdminHands {
  let made: { readonly token: string; readonly hands: AdminHands } | null = null;

  async function hands(signal: AbortSignal): Promise<AdminHands> {
    let state = await readAdminToken(ctx.store);
    if (state?.trouble && ctx.clock.now() - (state.checkedAt ?? 0) >= LOOK_AGAIN_MS) {
      await check(ctx, signal);
      state = await readAdminToken(ctx.store);
    }
    if (state?.trouble) throw lost();
    const token = await readToken(ctx, state, signal);
    if (made?.token !== token) made = { token, hands: make(token) };
    return made.hands;
  }

  async function use<R>(signal: AbortSignal, act: (hands: AdminHands) => Promise<R>): Promise<R> {
    try {
      return await act(await hands(signal));
    } catch (error) {
      if (!isTobanError(error, 'refused') || !speaksOfToken(error)) throw error;
      await apply(ctx, { type: 'look' });
      throw lost(error);
    }
  }

  return {
    rooms: {
      self: (signal) => use(signal, ({ rooms }) => rooms.self(signal)),
      createChannel: (name, secret, signal) =>
        use(signal, ({ rooms }) => rooms.createChannel(name, secret, signal)),
      findOwn: (names, since, signal) => use(signal, ({ rooms }) => rooms.findOwn(names, since, signal)),
      invite: (channel, user, signal) => use(signal, ({ rooms }) => rooms.invite(channel, user, signal)),
    },
    userGroups: {
      list: (signal) => use(signal, ({ userGroups }) => userGroups.list(signal)),
      setMembers: (group, users, signal) =>
        use(signal, ({ userGroups }) => userGroups.setMembers(group, users, signal)),
      setEnabled: (group, enabled, signal) =>
        use(signal, ({ userGroups }) => userGroups.setEnabled(group, enabled, signal)),
    },
  };
}

/** Of the key's refusals, and of Slack's that mean the token and not what was asked of it. */
const UNREADABLE = new Set(['permission', 'key', 'not-ours', 'gone']);
const speaksOfToken = ({ reason = '' }: TobanError): boolean =>
  TOKEN_OVER.has(reason) || UNREADABLE.has(reason) || reason === 'missing_scope';

const lost = (cause?: unknown): TobanError =>
  new TobanError('refused', "the administrator's token may not be used", {
    reason: 'admin-token-lost',
    cause,
  });
