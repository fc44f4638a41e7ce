import * as z from 'zod/mini';
import type { Inbound, InboundRoom } from './inbound.ts';

const id = z.union([z.string(), z.object({ id: z.string(), name: z.optional(z.string()) })]);
const maybe = z.optional(z.nullable(z.string()));
const RoomEvent = z.object({ type: z.string(), channel: id, user: maybe, inviter: maybe });

type Change = InboundRoom['change'];

/** Slack's events on conversations, public and private, by what they mean to whoever keeps one. */
const CHANGES: Readonly<Record<string, Change>> = {
  channel_archive: 'archived',
  group_archive: 'archived',
  channel_unarchive: 'unarchived',
  group_unarchive: 'unarchived',
  channel_rename: 'renamed',
  group_rename: 'renamed',
  member_joined_channel: 'joined',
  member_left_channel: 'left',
};

/** The app itself is out: Slack then says no more of who left. */
const OUT = new Set(['channel_left', 'group_left']);

export const isRoomEvent = (type: string): boolean => Object.hasOwn(CHANGES, type) || OUT.has(type);

/** Null where it is malformed. `self`: the app's own account. */
export function parseRoomEvent(
  event: unknown,
  team: string,
  self: string | null,
  receivedAt: number,
): Inbound | null {
  const parsed = RoomEvent.safeParse(event);
  if (!parsed.success) return null;
  const { type, channel, user, inviter } = parsed.data;
  const change = OUT.has(type) ? 'left' : CHANGES[type];
  if (change === undefined) return null;
  const who = OUT.has(type) ? self : (user ?? null);
  return {
    type: 'room',
    team,
    receivedAt,
    change,
    channel: typeof channel === 'string' ? channel : channel.id,
    name: typeof channel === 'string' ? null : (channel.name ?? null),
    user: who,
    ourselves: OUT.has(type) || (who !== null && who === self),
    byOurselves: typeof inviter === 'string' && inviter === self,
  };
}
