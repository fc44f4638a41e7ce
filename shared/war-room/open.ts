import { isTobanError, TobanError } from '../platform/errors.ts';
import type { Channel, RoomMaker, Rooms } from '../ports/rooms.ts';
import { botFirst, type Hand, type Hands } from './bot-first.ts';

/** Codes for which another name is tried. */
const OTHER_NAME = /^(name_taken|invalid_name.*)$/;

export interface Opened {
  readonly channel: string;
  readonly name: string;
  readonly madeBy: Hand;
}

interface Wanted {
  /** The best first. */
  readonly names: readonly string[];
  readonly secret: boolean;
  /** Epoch ms: no room of this incident is older. */
  readonly since: number;
}

/** Makes the room, by the bot or, where Slack does not let it, by the administrator, who then lets the bot in. */
export async function openRoom(
  rooms: Rooms,
  admin: RoomMaker | null,
  wanted: Wanted,
  signal: AbortSignal,
): Promise<Opened> {
  const hands: Hands = { bot: rooms, admin };
  const { result, by } = await botFirst(hands, (hand) => createUnder(hand, wanted, signal));
  if (by === 'admin' && admin) await admin.invite(result.id, await rooms.self(signal), signal);
  return { channel: result.id, name: result.name, madeBy: by };
}

/**
 * A name that is taken may be taken by ourselves, by an attempt whose answer never came back: then that room is the
 * room, and no second one is made.
 */
async function createUnder(
  hand: RoomMaker,
  { names, secret, since }: Wanted,
  signal: AbortSignal,
): Promise<Channel> {
  let looked = false;
  for (const name of names) {
    try {
      return await hand.createChannel(name, secret, signal);
    } catch (error) {
      if (!isTobanError(error, 'refused') || !OTHER_NAME.test(error.reason ?? '')) throw error;
      if (error.reason !== 'name_taken' || looked) continue;
      looked = true;
      const own = await hand.findOwn(names, since, signal);
      if (own) return own;
    }
  }
  throw new TobanError('refused', 'no name is free', { reason: 'name_taken' });
}
