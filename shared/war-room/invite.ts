import { TobanError } from '../platform/errors.ts';
import type { SlackUser } from '../ports/slack.ts';
import { botFirst, type Hand, type Hands } from './bot-first.ts';

/**
 * Invites one person. A guest whom the bot may not invite is invited by the administrator, whom the bot lets in first.
 * Refused, never tried again, for accounts that cannot be in the room: `single-channel-guest`, `deactivated`,
 * `not-a-person`.
 */
export async function inviteOne(
  hands: Hands,
  channel: string,
  user: string,
  account: Pick<SlackUser, 'guest' | 'deactivated' | 'bot'> | null,
  signal: AbortSignal,
): Promise<Hand> {
  const impossible = whyNot(account);
  if (impossible) throw new TobanError('refused', 'this account cannot be invited', { reason: impossible });
  const { by } = await botFirst(hands, async (hand, who) => {
    if (who === 'admin') await hands.bot.invite(channel, await hand.self(signal), signal);
    await hand.invite(channel, user, signal);
  });
  return by;
}

function whyNot(account: Pick<SlackUser, 'guest' | 'deactivated' | 'bot'> | null): string | null {
  if (account?.deactivated) return 'deactivated';
  if (account?.bot) return 'not-a-person';
  return account?.guest === 'single-channel' ? 'single-channel-guest' : null;
}
