import { TobanError } from '../../../shared/platform/errors.ts';
import type { Rooms } from '../../../shared/ports/rooms.ts';

export interface Room {
  readonly id: string;
  readonly name: string;
  readonly creator: string;
  readonly created: number;
  /** Everybody who came in, as often as they did. */
  readonly joins: string[];
  readonly pins: string[];
  readonly bookmarks: string[];
  topic: string;
}

const refuse = (reason: string): never => {
  throw new TobanError('refused', 'simulated', { reason });
};

/** The rooms of one workspace, as cheap as can be, with the rules that a declare meets. */
export class SimRooms {
  readonly rooms: Room[] = [];
  /** Only the administrator may make channels and invite guests. */
  readonly restricted: boolean;
  readonly #time: () => number;
  readonly #guests: ReadonlySet<string>;

  constructor(time: () => number, restricted: boolean, guests: readonly string[]) {
    this.#time = time;
    this.restricted = restricted;
    this.#guests = new Set(guests);
  }

  port(account: string, admin: boolean): Rooms {
    const roomOf = (id: string): Room => {
      const room = this.rooms.find((one) => one.id === id) ?? refuse('channel_not_found');
      return room.joins.includes(account) ? room : refuse('not_in_channel');
    };
    return {
      self: async () => account,
      team: async () => 'T0TOBAN',
      createChannel: async (name) => {
        if (this.restricted && !admin) refuse('restricted_action');
        if (this.rooms.some((one) => one.name === name)) refuse('name_taken');
        const id = `C1ROOM${this.rooms.length}`;
        const room = {
          id,
          name,
          creator: account,
          created: this.#time(),
          pins: [],
          bookmarks: [],
          topic: '',
        };
        this.rooms.push({ ...room, joins: [account] });
        return { id, name };
      },
      findOwn: async (names, since) => {
        const own = this.rooms.find(
          ({ name, creator, created }) =>
            creator === account && names.includes(name) && created >= since - 60_000,
        );
        return own ? { id: own.id, name: own.name } : null;
      },
      invite: async (channel, user) => {
        const room = roomOf(channel);
        if (this.#guests.has(user) && !admin) refuse('user_is_restricted');
        if (!room.joins.includes(user)) room.joins.push(user);
      },
      setTopic: async (channel, topic) => void Object.assign(roomOf(channel), { topic }),
      setPurpose: async (channel) => void roomOf(channel),
      bookmark: async (channel, { title }) => {
        const { bookmarks } = roomOf(channel);
        if (!bookmarks.includes(title)) bookmarks.push(title);
      },
      pin: async ({ channel, ts }) => {
        const { pins } = roomOf(channel);
        if (!pins.includes(ts)) pins.push(ts);
      },
      read: async () => null,
      members: async (channel) => roomOf(channel).joins,
      archive: async () => undefined,
      groupMembers: async () => [],
    };
  }
}
