import type { Answer } from './answer.ts';
import { NOTHING } from './answer.ts';
import type { Command, Incident, IncidentDecision, IncidentEvent } from './model.ts';
import type { Person, Room } from './parts.ts';
import { inviteTasks, receiptTasks, rejoinTask, roomLostTask, showTask } from './plan.ts';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

/** What Slack says of the room, or refuses in it, by what that makes of it. */
export const LOST: Readonly<Record<string, Room['state']>> = {
  is_archived: 'archived',
  not_in_channel: 'outside',
  channel_not_found: 'outside',
};

/** Archived, left, opened again, renamed: noted and shown; what can be healed is, and of the rest somebody is told. */
export function noteRoom({ state: found, name }: Of<'note-room'>, state: Incident, now: number): Answer {
  if (!state.room) return NOTHING;
  const room: Room = { ...state.room, state: found ?? state.room.state, name: name ?? state.room.name };
  if (room.state === state.room.state && room.name === state.room.name) return NOTHING;
  return { events: [{ type: 'room-changed', at: now, room }], tasks: afterRoom(state, room, now) };
}

/** The same, found out by a refusal. */
export const roomRefused = (state: Incident, reason: string | null, now: number): IncidentDecision => {
  const found = LOST[reason ?? ''];
  const shown = [...receiptTasks(state, now), showTask('announce', now)];
  if (!state.room || !found || state.room.state === found) return { events: [], tasks: shown };
  const room: Room = { ...state.room, state: found };
  return { events: [{ type: 'room-changed', at: now, room }], tasks: afterRoom(state, room, now) };
};

/** An incident that is over may be put away; of one under way that is a loss. */
function afterRoom(state: Incident, room: Room, now: number): IncidentDecision['tasks'] {
  const lost = room.state !== 'open';
  const shown = [...receiptTasks(state, now), ...(state.number === null ? [] : [showTask('announce', now)])];
  if (!lost) return [showTask('card', now), showTask('topic', now), ...shown];
  if (!state.open) return shown;
  return [room.state === 'outside' ? rejoinTask(now) : roomLostTask(now), ...shown];
}

/** Somebody came in by hand: they belong to it from now on. Of those we invited, the invitation is looked at again. */
export function noteJoined({ person }: Of<'note-joined'>, state: Incident, now: number): Answer {
  const { user } = person;
  if (person.bot || state.joined.includes(user)) return NOTHING;
  if (state.people.some((one) => one.user === user))
    return { events: [], tasks: inviteTasks([person], state.room, now) };
  const events: IncidentEvent[] = [
    { type: 'people-wanted', at: now, people: [{ ...person, why: 'added' } satisfies Person] },
    { type: 'joined', at: now, user, by: 'hand' },
  ];
  return { events, tasks: [] };
}

export function noteLeft({ user }: Of<'note-left'>, state: Incident, now: number): Answer {
  if (!state.joined.includes(user)) return NOTHING;
  return { events: [{ type: 'left', at: now, user }], tasks: [] };
}
