import { dayStamp } from '../../language/index.ts';
import { type Opened, openRoom, roomNames } from '../../war-room/index.ts';
import { claimNumber } from '../claim-number.ts';
import type { IncidentContext } from '../context.ts';
import type { Incident } from '../model.ts';
import { callTasks, numberedTasks, roomTasks, showTask } from '../plan.ts';
import { incidentPath, roomPath } from '../records.ts';
import { type Kind, lookAgain } from './help.ts';

/** The n of INC-n; a task of its own, so that a burst of declares never fails for it. */
export function numberKind(ctx: IncidentContext): Kind<unknown, number> {
  return {
    persistent: true,
    guard: (state) => state.number === null,
    perform: (state) => claimNumber(ctx.calls.store, state.team, state.id),
    done: (state, _task, number, now) => ({
      events: [{ type: 'numbered', at: now, number }],
      tasks:
        state.enteredAt === null
          ? [...numberedTasks(now), ...callTasks(state, now), ...lookAgain(state, now)]
          : [],
    }),
  };
}

/** The war room. Everything that happens in it waits for this one. */
export function channelKind(ctx: IncidentContext): Kind<unknown, Opened> {
  return {
    persistent: false,
    guard: (state) => state.room === null && state.number !== null && state.enteredAt === null,
    perform(state, _task, { signal }) {
      const wanted = { names: namesOf(ctx, state), secret: state.private, since: state.declaredAt };
      return openRoom(ctx.rooms, ctx.admin, wanted, signal);
    },
    done(state, _task, opened, now) {
      const room = { ...opened, state: 'open' as const };
      return {
        events: [{ type: 'room-opened', at: now, room }],
        tasks: roomTasks(state, room, ctx.settings, now),
        pointers: [{ path: roomPath(state.team, room.channel), data: { record: incidentPath(state.id) } }],
      };
    },
    refused: (state, _task, _error, now) => ({
      events: [],
      tasks: [...lookAgain(state, now), showTask('announce', now)],
    }),
  };
}

/** A private incident's title is for its members: it stays out of the name, which everybody's search may show. */
function namesOf(ctx: IncidentContext, state: Incident): readonly string[] {
  const { incident } = ctx.settings;
  return roomNames(incident.room, {
    number: state.number ?? 0,
    title: state.private ? '' : state.title,
    service: state.private ? '' : (state.service ?? ''),
    date: dayStamp(state.declaredAt, ctx.calls.zone),
    unique: state.id.slice(-6),
  });
}
