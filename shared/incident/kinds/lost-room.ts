import { isTobanError, TobanError } from '../../platform/errors.ts';
import { actions, section } from '../../slack/index.ts';
import type { IncidentContext } from '../context.ts';
import type { Incident, IncidentDecision } from '../model.ts';
import { declarerOf, receiptTasks, roomLostTask, showTask } from '../plan.ts';
import { mayTell } from '../policy.ts';
import { incidentText } from '../text.ts';
import { labelWith } from '../view-parts.ts';
import { type Kind, localeFor, lookAgain, noted, type Shown, show } from './help.ts';

/** Back into the room: a public one the bot enters by itself, into a private one the administrator lets it. */
export function rejoinKind(ctx: IncidentContext): Kind {
  return {
    persistent: false,
    guard: (state) => state.open && state.room?.state === 'outside',
    async perform(state, _task, { signal }) {
      const channel = state.room?.channel ?? '';
      try {
        await ctx.calls.slack.join(channel, signal);
      } catch (error) {
        if (!isTobanError(error, 'refused')) throw error;
        if (!ctx.admin)
          throw new TobanError('refused', 'out of the room', { reason: 'not_in_channel', cause: error });
        await ctx.admin.invite(channel, await ctx.rooms.self(signal), signal);
      }
      return { joined: true };
    },
    done: (state, _task, _result, now): IncidentDecision => ({
      events: state.room ? [{ type: 'room-changed', at: now, room: { ...state.room, state: 'open' } }] : [],
      tasks: [showTask('topic', now), ...lookAgain(state, now)],
    }),
    refused: (state, _task, _error, now) => ({
      events: [],
      tasks: [roomLostTask(now), ...receiptTasks(state, now)],
    }),
  };
}

/** Who leads, else who declared, hears that the room cannot be used and how to get it back. */
export function roomLostKind(ctx: IncidentContext): Kind<unknown, Shown> {
  return {
    persistent: true,
    guard: (state) =>
      state.open && state.room !== null && state.room.state !== 'open' && leader(state) !== null,
    async perform(state, task, attempt) {
      const user = leader(state) ?? '';
      const locale = await localeFor(ctx, user, attempt.signal);
      const text = incidentText(locale);
      const channel = await ctx.calls.slack.openDm(user, attempt.signal);
      const archived = state.room?.state === 'archived';
      const words = text.roomLost[archived ? 'archived' : 'outside'](
        labelWith(state, text),
        `<#${state.room?.channel}>`,
      );
      const blocks = [
        section(words),
        actions('incident', [{ action: 'incident_retry', label: text.buttons.retry, value: state.id }]),
      ];
      return show(ctx, state, task.id, channel, { text: words, blocks }, attempt);
    },
    done: (_state, task, shown, now) => ({ events: noted(task.id, shown, now), tasks: [] }),
  };
}

function leader(state: Incident): string | null {
  const user = (state.roles.commander ?? declarerOf(state))?.user ?? null;
  return user && mayTell(state, 'person', user) === 'all' ? user : null;
}
