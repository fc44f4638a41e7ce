import { onDutyAt } from '../../rota/index.ts';
import { mention, section } from '../../slack/index.ts';
import { type Hand, inviteOne } from '../../war-room/index.ts';
import { wantedAnew } from '../answer.ts';
import type { IncidentContext } from '../context.ts';
import type { Incident, IncidentDecision, IncidentEvent } from '../model.ts';
import type { Person } from '../parts.ts';
import { inviteTasks } from '../plan.ts';
import { mayTell } from '../policy.ts';
import { incidentText } from '../text.ts';
import { headline, labelWith } from '../view-parts.ts';
import { type Kind, localeFor, lookAgain, noted, personOf, type Shown, show, tasksOf } from './help.ts';

/** Those on duty by a rota are wanted in the room. A rota that names nobody wants nobody: the call has said so. */
export function dutyKind(ctx: IncidentContext): Kind<{ readonly rota: string }, readonly Person[]> {
  return {
    persistent: false,
    guard: (state) => state.open,
    async perform(_state, { step }, { signal, now }) {
      const { rota } = await ctx.calls.rotas.current(step.rota, signal);
      const users = ['primary', 'secondary'].flatMap((column) =>
        rota ? onDutyAt(rota, now, column).people : [],
      );
      return Promise.all([...new Set(users)].map((user) => personOf(ctx, user, signal, 'duty')));
    },
    done: wanted,
  };
}

/** A user group cannot be invited as one: its members are, one by one. */
export function groupKind(ctx: IncidentContext): Kind<{ readonly group: string }, readonly Person[]> {
  return {
    persistent: false,
    guard: (state) => state.open,
    async perform(_state, { step }, { signal }) {
      const users = await ctx.rooms.groupMembers(step.group, signal);
      return Promise.all(users.map((user) => personOf(ctx, user, signal, 'configured')));
    },
    done: wanted,
    refused: (state, _task, _error, now) => ({ events: [], tasks: lookAgain(state, now) }),
  };
}

function wanted(state: Incident, _task: unknown, found: readonly Person[], now: number): IncidentDecision {
  const people = wantedAnew(state, found);
  if (people.length === 0) return { events: [], tasks: [] };
  return {
    events: [{ type: 'people-wanted', at: now, people }],
    tasks: inviteTasks(people, state.room, now),
  };
}

/** One invitation. It writes to its own task only, so that three hundred at once do not fight over the record. */
export function inviteKind(ctx: IncidentContext): Kind<{ readonly user: string }, { readonly by: Hand }> {
  return {
    persistent: false,
    guard: (state) => state.room !== null,
    async perform(state, { step }, { signal }) {
      const account = await ctx.calls.people.find(step.user, signal);
      const hands = { bot: ctx.rooms, admin: ctx.admin };
      return { by: await inviteOne(hands, state.room?.channel ?? '', step.user, account, signal) };
    },
  };
}

interface Roll {
  readonly joined: readonly { readonly user: string; readonly by: Hand }[];
  readonly waiting: boolean;
}

const SOONEST_MS = 3_000;
const LATEST_MS = 10 * 60_000;

/** Looks at what came of the invitations, notes who is in, and looks again while some are under way. */
export function rollCallKind(ctx: IncidentContext): Kind<unknown, Roll> {
  return {
    persistent: false,
    guard: (state) => state.room !== null,
    async perform(state) {
      const invites = (await tasksOf(ctx, state)).filter(({ kind }) => kind === 'incident.invite');
      const joined = invites
        .filter(({ outcome }) => outcome === 'done')
        .map(({ step, result }) => ({
          user: (step as { user: string }).user,
          by: (result as { by: Hand }).by,
        }));
      return { joined, waiting: invites.some(({ dueAt }) => dueAt !== null) };
    },
    done(state, { id, kind, lane, createdAt }, { joined, waiting }, now) {
      const events: IncidentEvent[] = joined
        .filter(({ user }) => !state.joined.includes(user))
        .map(({ user, by }) => ({ type: 'joined', at: now, user, by }));
      const dueAt = now + Math.min(LATEST_MS, Math.max(SOONEST_MS, (now - createdAt) / 2));
      const again = { id, kind, lane, dueAt, step: {}, mode: 'arm' as const };
      return { events, tasks: [...lookAgain(state, now), ...(waiting ? [again] : [])] };
    },
  };
}

/** The rules call somebody in: by direct message, since nobody is woken by a room they are not in yet. */
export function callInKind(
  ctx: IncidentContext,
): Kind<{ readonly user: string }, Shown & { readonly person: Person }> {
  return {
    persistent: true,
    guard: (state, { step }) => state.open && mayTell(state, 'person', step.user) === 'all',
    async perform(state, task, attempt) {
      const { user } = task.step;
      const [channel, locale, person] = await Promise.all([
        ctx.calls.slack.openDm(user, attempt.signal),
        localeFor(ctx, user, attempt.signal),
        personOf(ctx, user, attempt.signal),
      ]);
      const text = incidentText(locale);
      const words = text.calledIn(labelWith(state, text), state.severity);
      const where = state.room ? `\n${text.room(`<#${state.room.channel}>`)}` : '';
      const blocks = [section(`${mention(user)} ${words}${where}`), section(headline(state, text))];
      const rendered = { text: `${mention(user)} ${words}`, blocks };
      return { ...(await show(ctx, state, task.id, channel, rendered, attempt)), person };
    },
    done(state, task, { person: { user, name }, ...shown }, now) {
      const known = state.people.find((one) => one.user === user);
      const events: IncidentEvent[] = noted(task.id, shown, now);
      if (known && known.name !== name) events.push({ type: 'named', at: now, user, name });
      return { events, tasks: [] };
    },
  };
}
