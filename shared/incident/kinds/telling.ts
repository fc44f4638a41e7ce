import { becomeIncident } from '../../escalation/index.ts';
import { moment } from '../../language/index.ts';
import { MUTED, type Muted, wants } from '../../notification/index.ts';
import { TobanError } from '../../platform/errors.ts';
import { actions, section } from '../../slack/index.ts';
import { checklistOf, nextTry } from '../checklist.ts';
import type { IncidentContext } from '../context.ts';
import { declarerOf, ROOM } from '../plan.ts';
import { mayTell } from '../policy.ts';
import { incidentText, labelOf } from '../text.ts';
import { announcement } from '../view.ts';
import { updateInRoom, updateMessage } from '../view-messages.ts';
import { labelWith } from '../view-parts.ts';
import { receipt } from '../view-receipt.ts';
import {
  type Kind,
  localeFor,
  lookAgain,
  noted,
  type Shown,
  type ShownList,
  show,
  shownAgain,
  tasksOf,
  viewerFor,
} from './help.ts';

/** The line in the incidents channel, which follows the state. */
export function announceKind(ctx: IncidentContext): Kind<unknown, Shown> {
  const channel = ctx.settings.incident.announce;
  return {
    persistent: false,
    guard: (state) =>
      channel !== null &&
      state.number !== null &&
      state.enteredAt === null &&
      mayTell(state, 'announce') === 'all',
    perform: (state, _task, attempt) =>
      show(ctx, state, 'announce', channel ?? '', announcement(state, viewerFor(ctx)), attempt),
    done: (_state, _task, shown, now) => ({ events: noted('announce', shown, now), tasks: [] }),
    refused: (state, _task, _error, now) => ({ events: [], tasks: lookAgain(state, now) }),
  };
}

/** The call it came from ends, and its thread says where it goes on: as much of it as that thread may know. */
export function callKind(ctx: IncidentContext): Kind<{ readonly index: number }> {
  return {
    persistent: true,
    guard: (state, { step }) => state.calls[step.index] !== undefined,
    async perform(state, { step }) {
      const call = state.calls[step.index];
      if (!call) throw new TobanError('bug', 'no such call');
      const all = mayTell(state, 'call-thread') === 'all';
      const text = incidentText(ctx.calls.locale);
      const drill = state.drill ? `【${text.drill}】` : '';
      const incident = {
        label: all ? `${drill}${labelOf(state.number)}` : text.secret,
        room: all ? (state.room?.channel ?? null) : null,
      };
      await becomeIncident(ctx.calls, call.record, incident);
      return { told: true };
    },
  };
}

/** The answer to who declared: a checklist in their direct messages, edited in place. */
export function receiptKind(ctx: IncidentContext): Kind<unknown, ShownList | Muted> {
  return {
    persistent: false,
    guard: (state) => declarerOf(state) !== null && state.enteredAt === null,
    async perform(state, _task, attempt) {
      const user = state.declaredBy?.user ?? '';
      const begun = state.posts.some(({ key }) => key === 'receipt');
      if (!begun && !(await wants(ctx.calls.store, user, 'incident-receipt'))) return MUTED;
      const [locale, tasks] = await Promise.all([localeFor(ctx, user, attempt.signal), tasksOf(ctx, state)]);
      const channel = await ctx.calls.slack.openDm(user, attempt.signal);
      const items = checklistOf(state, tasks, locale);
      const rendered = receipt(state, items, viewerFor(ctx, locale));
      const shown = await show(ctx, state, 'receipt', channel, rendered, attempt);
      return { ...shown, next: nextTry(tasks, 'receipt') };
    },
    done: (_state, _task, shown, now) =>
      'muted' in shown
        ? { events: [], tasks: [] }
        : { events: noted('receipt', shown, now), tasks: shownAgain('receipt', shown.next, now) },
  };
}

interface UpdateStep {
  readonly update: string;
  readonly place: string;
}

/** One update in one place: the room, a channel, or somebody's direct messages. An edit changes the same message. */
export function updateKind(ctx: IncidentContext): Kind<UpdateStep, Shown | Muted> {
  return {
    persistent: false,
    guard: (state, { step }) =>
      state.updates.some(({ id }) => id === step.update) &&
      (step.place === ROOM ? state.room !== null : mayTell(state, 'audience') === 'all'),
    async perform(state, task, attempt) {
      const { place, update } = task.step;
      if (place === ROOM) {
        const rendered = updateInRoom(state, update, viewerFor(ctx), mayTell(state, 'audience') === 'all');
        return show(ctx, state, task.id, state.room?.channel ?? '', rendered, attempt);
      }
      const direct = /^[UW]/.test(place);
      const begun = state.posts.some(({ key }) => key === task.id);
      if (direct && !begun && !(await wants(ctx.calls.store, place, 'incident-update'))) return MUTED;
      const locale = direct ? await localeFor(ctx, place, attempt.signal) : ctx.calls.locale;
      const channel = direct ? await ctx.calls.slack.openDm(place, attempt.signal) : place;
      const rendered = updateMessage(state, update, viewerFor(ctx, locale));
      return show(ctx, state, task.id, channel, rendered, attempt);
    },
    done: (_state, task, shown, now) => ({
      events: 'muted' in shown ? [] : noted(task.id, shown, now),
      tasks: [],
    }),
    refused: (state, _task, _error, now) => ({ events: [], tasks: lookAgain(state, now) }),
  };
}

/**
 * A promised update is late: whoever communicates, else leads, hears it directly, and nobody else. Only where nobody has
 * either role, or they do not want to hear of it, the room is asked.
 */
export function overdueKind(ctx: IncidentContext): Kind<{ readonly at: number }, Shown> {
  return {
    persistent: false,
    guard: (state, { step }) => state.open && state.room !== null && state.nextUpdateAt === step.at,
    async perform(state, { step }, attempt) {
      const { zone, clock, slack } = ctx.calls;
      const first = state.roles.communications ?? state.roles.commander;
      const holder = first && (await wants(ctx.calls.store, first.user, 'update-overdue')) ? first : null;
      const locale = holder ? await localeFor(ctx, holder.user, attempt.signal) : ctx.calls.locale;
      const channel = holder ? await slack.openDm(holder.user, attempt.signal) : (state.room?.channel ?? '');
      const text = incidentText(locale);
      const words = text.overdue(labelWith(state, text), moment(step.at, clock.now(), zone, locale));
      const button = {
        action: 'incident_update',
        label: text.buttons.update,
        value: state.id,
        primary: true,
      };
      const rendered = { text: words, blocks: [section(words), actions('incident', [button])] };
      return show(ctx, state, `overdue-${step.at}`, channel, rendered, attempt);
    },
  };
}
