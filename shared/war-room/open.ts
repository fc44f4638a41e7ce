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
  /** An earlier attempt may have made it: it is looked for before another is made. */
  readonly unsure: boolean;
}

/** Makes the room, by the bot or, where Slack does not let it, by the administrator, who then lets the bot in. */
export async function openRoom(
  rooms: Rooms,
  admin: RoomMaker | null,
  { names, secret, unsure }: Wanted,
  signal: AbortSignal,
): Promise<Opened> {
  const [first] = names;
  if (unsure && first !== undefined) {
    const found = await rooms.findChannel(first, signal);
    if (found) return { channel: found.id, name: found.name, madeBy: 'bot' };
  }
  const hands: Hands = { bot: rooms, admin };
  const { result, by } = await botFirst(hands, (hand) => createUnder(hand, names, secret, signal));
  if (by === 'admin' && admin) await admin.invite(result.id, await rooms.self(signal), signal);
  return { channel: result.id, name: result.name, madeBy: by };
}

async function createUnder(
  hand: RoomMaker,
  names: readonly string[],
  secret: boolean,
  signal: AbortSignal,
): Promise<Channel> {
  for (const name of names) {
    try {
      return await hand.createChannel(name, secret, signal);
    } catch (error) {
      if (!isTobanError(error, 'refused') || !OTHER_NAME.test(error.reason ?? '')) throw error;
    }
  }
  throw new TobanError('refused', 'no name is free', { reason: 'name_taken' });
}
