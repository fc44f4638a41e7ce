import { type Incident, localeFor, mayTell } from '../../incident/index.ts';
import type { Locale } from '../../language/index.ts';
import { wants } from '../../notification/index.ts';
import { TobanError } from '../../platform/errors.ts';
import type { OutgoingMessage, Posted } from '../../ports/slack.ts';
import { type Attempt, postOnce, type TaskKind } from '../../tasks/index.ts';
import { checklistOf } from '../checklist.ts';
import { factsOf } from '../facts.ts';
import { type FoundPostmortem, mayRead, postmortemAt } from '../find.ts';
import type { Postmortem, PostmortemDecision, PostmortemEvent } from '../model.ts';
import { overdueTask } from '../plan.ts';
import { postmortemPath } from '../records.ts';
import { inHours, nextReminder } from '../reminders.ts';
import { isOpen } from '../tags.ts';
import {
  begunMessage,
  lateMessage,
  meetingCard,
  type PostmortemViewer,
  publishedMessage,
  roomCard,
} from './cards.ts';
import type { PostmortemContext } from './context.ts';

type Kind<Step = unknown, Result = unknown> = TaskKind<Postmortem, PostmortemEvent, Step, Result>;
type Rendered = Pick<OutgoingMessage, 'text' | 'blocks'>;
/** Null: there is no place to show it. `fresh`: posted just now, not edited. */
type Shown = (Posted & { readonly fresh: boolean }) | null;

const viewerFor = (ctx: PostmortemContext, locale: Locale = ctx.locale): PostmortemViewer => ({
  locale,
  zone: ctx.zone,
  now: ctx.incidents.calls.clock.now(),
  baseUrl: ctx.baseUrl,
  ai: ctx.ai,
});

async function foundFor(ctx: PostmortemContext, { id }: Postmortem): Promise<FoundPostmortem> {
  const found = await postmortemAt(ctx, postmortemPath(id));
  if (!found) throw new TobanError('bug', 'the postmortem of a task is gone');
  return found;
}

async function show(
  ctx: PostmortemContext,
  state: Postmortem,
  key: string,
  channel: string,
  rendered: Rendered,
  attempt: Attempt,
): Promise<Shown> {
  const { slack } = ctx.incidents.calls;
  const message = { channel, ...rendered, key: `${state.id}/${key}` };
  const post = state.posts.find((one) => one.key === key);
  if (!post) return { ...(await postOnce(slack, message, attempt)), fresh: true };
  await slack.update({ ...message, channel: post.channel, ts: post.ts }, attempt.signal);
  return { channel: post.channel, ts: post.ts, fresh: false };
}

const noted = (key: string, shown: Shown, now: number): PostmortemDecision => ({
  events: shown?.fresh
    ? [{ type: 'posted', at: now, post: { key, channel: shown.channel, ts: shown.ts } }]
    : [],
  tasks: [],
});

/** Where people of an incident still read: its room, as long as it is open. */
const roomOf = (incident: Incident | undefined): string | null =>
  incident?.room?.state === 'open' ? incident.room.channel : null;

/** The line in the room of one of its incidents. One that was taken out keeps what it says. */
export function roomKind(ctx: PostmortemContext): Kind<{ readonly incident: string }, Shown> {
  return {
    persistent: false,
    guard: (state, { step }) => state.incidents.includes(step.incident) || state.mergedInto !== null,
    async perform(state, { step }, attempt) {
      const found = await foundFor(ctx, state);
      const channel = roomOf(found.incidents.find((one) => one.id === step.incident));
      if (channel === null) return null;
      const checks = checklistOf(found.state, await factsOf(ctx, found));
      return show(ctx, state, roomKey(step), channel, roomCard(found, checks, viewerFor(ctx)), attempt);
    },
    done: (_state, { step }, shown, now) => noted(roomKey(step), shown, now),
  };
}

const roomKey = ({ incident }: { readonly incident: string }): string => `room-${incident}`;

/** To whoever is to see to it: by direct message, with link and due date. */
export function leadKind(ctx: PostmortemContext): Kind<{ readonly user: string }, Shown> {
  return {
    persistent: false,
    guard: (state, { step }) => isOpen(state.state) && state.lead?.user === step.user,
    async perform(state, { id, step }, attempt) {
      const found = await foundFor(ctx, state);
      const told =
        mayRead(found, step.user) && (await wants(ctx.incidents.calls.store, step.user, 'postmortem-lead'));
      return told ? direct(ctx, found, step.user, id, begunMessage, attempt) : null;
    },
  };
}

async function direct(
  ctx: PostmortemContext,
  found: FoundPostmortem,
  user: string,
  key: string,
  words: (found: FoundPostmortem, viewer: PostmortemViewer) => Rendered,
  attempt: Attempt,
): Promise<Shown> {
  const locale = await localeFor(ctx.incidents, user, attempt.signal);
  const channel = await ctx.incidents.calls.slack.openDm(user, attempt.signal);
  const rendered = words(found, viewerFor(ctx, locale));
  return show(ctx, found.state, key, channel, rendered, attempt);
}

interface Late {
  /** The date it is about: one that was moved is no longer reminded of. */
  readonly dueAt: number;
  readonly round: number;
}

/**
 * It is late: whoever leads hears it, in working hours only, again after one working day, two, three … and then each
 * week. Where nobody leads, they have left, may no longer read it or do not want to hear of it, the room does.
 */
export function overdueKind(ctx: PostmortemContext): Kind<Late, { readonly sent: boolean }> {
  const hours = { hours: ctx.config.hours, zone: ctx.zone };
  return {
    persistent: false,
    guard: (state, { step }) => state.state === 'draft' && state.dueAt === step.dueAt,
    async perform(state, { step }, attempt) {
      if (inHours(attempt.now, hours) !== attempt.now) return { sent: false };
      const found = await foundFor(ctx, state);
      const key = `overdue-${step.dueAt}-${step.round}`;
      const first = state.lead && mayRead(found, state.lead.user) ? state.lead.user : null;
      const { store, people } = ctx.incidents.calls;
      const left = first !== null && (await people.find(first, attempt.signal))?.deactivated === true;
      const lead = first && !left && (await wants(store, first, 'postmortem-overdue')) ? first : null;
      const room = roomOf(found.incidents[0]);
      if (lead) await direct(ctx, found, lead, key, lateMessage, attempt);
      else if (room) await show(ctx, state, key, room, lateMessage(found, viewerFor(ctx), left), attempt);
      return { sent: true };
    },
    done(_state, { step: { dueAt, round } }, { sent }, now) {
      const at = sent ? nextReminder(now, round, hours) : inHours(now, hours);
      return { events: [], tasks: [overdueTask(dueAt, at, sent ? round + 1 : round)] };
    },
  };
}

/** The card of the meeting, in the room of the first incident: only once it is ready. */
export function meetingKind(ctx: PostmortemContext): Kind<unknown, Shown> {
  return {
    persistent: false,
    guard: (state) => state.state === 'ready' || state.posts.some(({ key }) => key === 'meeting'),
    async perform(state, { id }, attempt) {
      const found = await foundFor(ctx, state);
      const channel = roomOf(found.incidents[0]);
      if (channel === null) return null;
      const { actionItems } = await factsOf(ctx, found);
      const card = meetingCard(found, actionItems.length, viewerFor(ctx));
      return show(ctx, state, id, channel, card, attempt);
    },
    done: (_state, { id }, shown, now) => noted(id, shown, now),
  };
}

/** Published: said in the incidents channel, where all of its incidents may be announced. */
export function announceKind(ctx: PostmortemContext): Kind<unknown, Shown> {
  const channel = ctx.incidents.settings.incident.announce;
  return {
    persistent: false,
    guard: (state) => channel !== null && state.state === 'published' && !state.private,
    async perform(state, { id }, attempt) {
      const found = await foundFor(ctx, state);
      if (!found.incidents.every((one) => mayTell(one, 'announce') === 'all')) return null;
      return show(ctx, state, id, channel ?? '', publishedMessage(found, viewerFor(ctx)), attempt);
    },
    done: (_state, { id }, shown, now) => noted(id, shown, now),
  };
}
