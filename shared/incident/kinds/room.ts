import { isTobanError } from '../../platform/errors.ts';
import { checklistOf, nextTry } from '../checklist.ts';
import type { IncidentContext } from '../context.ts';
import { incidentAddress } from '../find.ts';
import type { Incident } from '../model.ts';
import { roomRefused } from '../room-state.ts';
import { incidentText, labelOf } from '../text.ts';
import { roomCard } from '../view.ts';
import { type Kind, lookAgain, noted, type ShownList, show, shownAgain, tasksOf, viewerFor } from './help.ts';

const hasRoom = (state: Incident): boolean => state.room !== null;
const roomOf = (state: Incident): string => state.room?.channel ?? '';

/** The pinned card, edited in place: one task for every cause. */
export function cardKind(ctx: IncidentContext): Kind<unknown, ShownList> {
  return {
    persistent: false,
    guard: hasRoom,
    async perform(state, _task, attempt) {
      const tasks = await tasksOf(ctx, state);
      const items = checklistOf(state, tasks, ctx.calls.locale);
      const card = roomCard(state, items, viewerFor(ctx));
      const shown = await show(ctx, state, 'card', roomOf(state), card, attempt);
      return { ...shown, next: nextTry(tasks, 'card') };
    },
    done: (state, _task, shown, now) => ({
      events: [...noted('card', shown, now), ...backInRoom(state, now)],
      tasks: [
        ...(shown.fresh
          ? [{ id: 'pin', kind: 'incident.pin', lane: 'work' as const, dueAt: now, step: {} }]
          : []),
        ...shownAgain('card', shown.next, now),
      ],
    }),
    refused: (state, _task, error, now) => roomRefused(state, error.reason ?? null, now),
  };
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
    refused: (state, _task, error, now) => roomRefused(state, error.reason ?? null, now),
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

/** Which link: one that toban.yaml lists, the thread of the call it came from, or (null) the incident's own page. */
type BookmarkStep = { readonly index: number | 'call' | null };

/** A link at the top of the room. */
export function bookmarkKind(ctx: IncidentContext): Kind<BookmarkStep> {
  return {
    persistent: false,
    guard: (state, { step }) => hasRoom(state) && (step.index !== null || ctx.baseUrl !== null),
    async perform(state, { step }, { signal }) {
      const link = await bookmarkOf(ctx, state, step, signal);
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

async function bookmarkOf(
  ctx: IncidentContext,
  state: Incident,
  { index }: BookmarkStep,
  signal: AbortSignal,
): Promise<{ readonly title: string; readonly url: string } | undefined> {
  if (index === null) return { title: labelOf(state.number), url: `${ctx.baseUrl}${incidentAddress(state)}` };
  if (index !== 'call') return ctx.settings.incident.bookmarks[index];
  const [call] = state.calls;
  if (!call) return undefined;
  const url = await ctx.calls.slack.permalink({ channel: call.channel, ts: call.threadTs }, signal);
  return { title: incidentText(ctx.calls.locale).tasks.call ?? labelOf(state.number), url };
}
