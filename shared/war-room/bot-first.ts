import { isTobanError, TobanError } from '../platform/errors.ts';
import type { RoomMaker } from '../ports/rooms.ts';

/** The bot, and the workspace administrator's account where one is connected. */
export interface Hands {
  readonly bot: RoomMaker;
  readonly admin: RoomMaker | null;
}

export type Hand = 'bot' | 'admin';

/** Slack's codes behind which stands a restriction of the workspace or of a guest, not a mistake. */
const RESTRICTED = new Set([
  'restricted_action',
  'user_is_restricted',
  'cant_invite',
  'no_permission',
  'permission_denied',
]);

/** Codes that say that the administrator's token itself is no good any more. */
const LOST = new Set([
  'token_revoked',
  'invalid_auth',
  'account_inactive',
  'not_authed',
  'token_expired',
  'missing_scope',
]);

/**
 * The bot acts; only the very call that Slack does not let it make is made once more by the administrator.
 * Refused with `needs-admin` where none is connected and `admin-token-lost` where the token no longer works.
 */
export async function botFirst<R>(
  { bot, admin }: Hands,
  act: (hand: RoomMaker, who: Hand) => Promise<R>,
): Promise<{ readonly result: R; readonly by: Hand }> {
  try {
    return { result: await act(bot, 'bot'), by: 'bot' };
  } catch (error) {
    if (!isTobanError(error, 'refused') || !RESTRICTED.has(error.reason ?? '')) throw error;
    if (!admin)
      throw new TobanError('refused', 'Slack lets only an administrator do this', {
        reason: 'needs-admin',
        cause: error,
      });
    return { result: await asAdmin(admin, act), by: 'admin' };
  }
}

async function asAdmin<R>(admin: RoomMaker, act: (hand: RoomMaker, who: Hand) => Promise<R>): Promise<R> {
  try {
    return await act(admin, 'admin');
  } catch (error) {
    const lost = isTobanError(error) && LOST.has(error.reason ?? '');
    if (!lost) throw error;
    throw new TobanError('refused', "the administrator's token no longer works", {
      reason: 'admin-token-lost',
      cause: error,
    });
  }
}
