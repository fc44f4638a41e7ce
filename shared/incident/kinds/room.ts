import { isTobanError, type TobanError } from '../../platform/errors.ts';
import { checklistOf } from '../checklist.ts';
import type { IncidentContext } from '../context.ts';
import type { Incident, IncidentDecision } from '../model.ts';
import { showTask } from '../plan.ts';
import { incidentText, labelOf } from '../text.ts';
import { roomCard } from '../view.ts';
import { type Kind, lookAgain, noted, type Shown, show, tasksOf, viewerFor } from './help.ts';

const hasRoom = (state: Incident): boolean => state.room !== null;
const roomOf = (state: Incident): string => state.room?.channel ?? '';

/** The pinned card, edited in place: one task for every cause. */
export function cardKind(ctx: IncidentContext): Kind<unknown, Shown> {
  return {
    persistent: false,
    guard: hasRoom,
    async perform(state, _task, attempt) {
      const items = checklistOf(state, await tasksOf(ctx, state), ctx.calls.locale);
      return show(ctx, state, 'card', roomOf(state), roomCard(state, items, viewerFor(ctx)), attempt);
    },
    done: (state, _task, shown, now) => ({
      events: [...noted('card', shown, now), ...backInRoom(state, now)],
      tasks: shown.fresh ? [{ id: 'pin', kind: 'incident.pin', lane: 'work', dueAt: now, step: {} }] : [],
    }),
    refused: (state, _task, error, now) => roomLost(state, error, now),
  };
}

const LOST = { is_archived: 'archived', not_in_channel: 'outside', channel_not_found: 'outside' } as const;

/** The room was archived, or the bot removed from it: noticed at the first thing Slack refuses there, and said. */
function roomLost(state: Incident, error: TobanError, now: number): IncidentDecision {
  const found = LOST[error.reason as keyof typeof LOST];
  const tasks = [...(state.declaredBy ? [showTask('receipt', now)] : []), showTask('announce', now)];
  if (!state.room || !found || state.room.state === found) return { events: [], tasks };
  return { events: [{ type: 'room-changed', at: now, room: { ...state.room, state: found } }], tasks };
}

const backInRoom = ({ room }: Incident, now: number) =>
  room && room.state !== 'open'
    ? [{ type: 'room-changed' as const, at: now, room: { ...room, state: 'open' as const } }]
    : [];

export function pinKind(ctx: IncidentContext): Kind {
  return {
    persistent: false,
    guard: (state) => state.posts.some(({ key }) => key === 'card'),
    async perform(state, _task, { signal }) {
      const card = state.posts.find(({ key }) => key === 'card');
      if (card) await ctx.rooms.pin(card, signal);
    },
    refused: (state, _task, _error, now) => ({ events: [], tasks: lookAgain(state, now) }),
  };
}

/** Number, severity, status and commander, where everybody in the room sees them. Slack takes 250 characters. */
export function topicKind(ctx: IncidentContext): Kind {
  return {
    persistent: false,
    guard: hasRoom,
    async perform(state, _task, { signal }) {
      const text = incidentText(ctx.calls.locale);
      const topic = text.topic({
        label: `${state.drill ? `【${text.drill}】` : ''}${labelOf(state.number)}`,
        severity: state.severity,
        status: text.statuses[state.status],
        commander: state.roles.commander?.name ?? null,
      });
      await ctx.rooms.setTopic(roomOf(state), topic.slice(0, 250), signal);
      return { topic: true };
    },
    refused: (state, _task, error, now) => roomLost(state, error, now),
  };
}

export function purposeKind(ctx: IncidentContext): Kind {
  return {
    persistent: false,
    guard: hasRoom,
    async perform(state, _task, { signal }) {
      const text = incidentText(ctx.calls.locale).purpose(labelOf(state.number));
      await ctx.rooms.setPurpose(roomOf(state), text.slice(0, 250), signal);
    },
  };
}

/** A link at the top of the room, as toban.yaml lists them. */
export function bookmarkKind(ctx: IncidentContext): Kind<{ readonly index: number }> {
  return {
    persistent: false,
    guard: hasRoom,
    async perform(state, { step }, { signal }) {
      const link = ctx.settings.incident.bookmarks[step.index];
      if (!link) return;
      const url = link.url.replaceAll('{number}', String(state.number ?? ''));
      try {
        await ctx.rooms.bookmark(roomOf(state), { title: link.title, url }, signal);
      } catch (error) {
        // A full bar of bookmarks is no reason to alarm anybody at night.
        if (!isTobanError(error, 'refused') || error.reason !== 'too_many_bookmarks') throw error;
      }
    },
  };
}
