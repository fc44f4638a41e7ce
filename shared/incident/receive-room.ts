import type { InboundRoom, Touched } from '../slack/index.ts';
import { apply } from './apply.ts';
import type { IncidentContext } from './context.ts';
import { incidentInRoom } from './find.ts';
import { personOf } from './kinds/help.ts';
import type { Command } from './model.ts';

type Note = Extract<Command, { type: 'note-room' | 'note-joined' | 'note-left' }>;

/** Something happened to a room: archived, renamed, left, entered. Channels that are no room cost one read. */
export async function receiveRoom(
  ctx: IncidentContext,
  event: InboundRoom,
  signal: AbortSignal,
): Promise<Touched> {
  // Our own invitations tell their tasks themselves.
  if (event.byOurselves) return null;
  const found = await incidentInRoom(ctx, event.team, event.channel);
  const note = found && (await noteOf(ctx, event, signal));
  if (!note) return null;
  await apply(ctx, found.path, () => note);
  return found.path;
}

async function noteOf(
  ctx: IncidentContext,
  { change, name, user, ourselves }: InboundRoom,
  signal: AbortSignal,
): Promise<Note | null> {
  switch (change) {
    case 'archived':
      return { type: 'note-room', state: 'archived', name: null };
    case 'unarchived':
      return { type: 'note-room', state: 'open', name: null };
    case 'renamed':
      return { type: 'note-room', state: null, name };
    case 'joined':
      if (ourselves) return { type: 'note-room', state: 'open', name: null };
      return user ? { type: 'note-joined', person: await personOf(ctx, user, signal) } : null;
    case 'left':
      if (ourselves) return { type: 'note-room', state: 'outside', name: null };
      return user ? { type: 'note-left', user } : null;
  }
}
