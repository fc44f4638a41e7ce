import { changeIncident, declare, type Incident, incidentText, labelOf, mayTell } from '../incident/index.ts';
import { TobanError } from '../platform/errors.ts';
import { NO_FACTS } from '../severity/index.ts';
import { postOnce, type TaskKind } from '../tasks/index.ts';
import type { AlertContext } from './context.ts';
import { cardTask, decide, evolve, GATHER_MS } from './decide.ts';
import { countMembers } from './members.ts';
import type { Alert, AlertEvent, Count } from './model.ts';
import { alertPath } from './records.ts';
import { alertCard, type IncidentLabel } from './view.ts';

type Kind<Step = unknown, Result = unknown> = TaskKind<Alert, AlertEvent, Step, Result>;

interface Shown {
  readonly channel: string;
  readonly ts: string;
  readonly count: Count;
  /** The incident has no number yet: the card is shown again when it may have one. */
  readonly again: boolean;
}

/** "Show version ≥ n": counts what is open, then posts the card or edits it in place. */
export function cardKind(ctx: AlertContext): Kind<unknown, Shown> {
  const { store, slack, locale, zone, clock } = ctx.incidents.calls;
  return {
    persistent: false,
    guard: () => ctx.config !== null,
    async perform(state, _task, attempt) {
      const count = await countMembers(store, alertPath(state.id));
      const { events } = decide({ type: 'count', count }, state, attempt.now);
      const seen = events.reduce<Alert>((before, event) => evolve(before, event), state);
      const incident = await incidentOf(ctx, state);
      const viewer = { locale, zone, now: clock.now(), settings: ctx.incidents.settings };
      const rendered = alertCard(seen, incident, viewer);
      const message = { channel: ctx.config?.channel ?? '', ...rendered, key: `${state.id}/${state.round}` };
      const again = incident !== null && incident.label === null;
      if (!state.post) return { ...(await postOnce(slack, message, attempt)), count, again };
      await slack.update({ ...message, ...state.post }, attempt.signal);
      return { ...state.post, count, again };
    },
    done(state, _task, { channel, ts, count, again }, now) {
      const { events, tasks } = decide({ type: 'count', count }, state, now);
      const posted: AlertEvent[] = state.post ? [] : [{ type: 'posted', at: now, channel, ts }];
      return { events: [...events, ...posted], tasks: again ? [...tasks, cardTask(now + GATHER_MS)] : tasks };
    },
  };
}

/** As much of the incident as the alert's channel may know. */
async function incidentOf(ctx: AlertContext, { incident }: Alert): Promise<IncidentLabel | null> {
  if (incident === null) return null;
  const state = (await ctx.incidents.calls.store.get<Incident>(incident))?.data;
  if (!state) throw new TobanError('bug', 'the incident of an alert is gone');
  const { secret, drill } = incidentText(ctx.incidents.calls.locale);
  if (mayTell(state, 'announce') !== 'all') return { label: secret, room: null };
  const label = state.number === null ? null : `${state.drill ? `【${drill}】` : ''}${labelOf(state.number)}`;
  return { label, room: state.room?.channel ?? null };
}

/** A rule's own declare, once the alert has gone on for as long as the rule says. */
export function declareKind(ctx: AlertContext): Kind<{ readonly round: number }, string> {
  return {
    persistent: true,
    guard: (state, { step }) =>
      state.status === 'open' && state.round === step.round && state.incident === null && !state.dismissed,
    perform: (state, _task, attempt) => declareAlert(ctx, state, null, attempt.signal),
    done: (state, _task, incident, now) => decide({ type: 'attach', incident, by: null }, state, now),
  };
}

/** Declares from an alert; the path of its incident. One round of an alert makes one incident, whoever asks. */
export async function declareAlert(
  ctx: AlertContext,
  state: Alert,
  by: { readonly user: string; readonly team: string } | null,
  signal: AbortSignal,
): Promise<string> {
  const team = by?.team ?? (await ctx.incidents.rooms.team(signal));
  const known = ctx.incidents.settings.incident.services.some(({ id }) => id === state.service);
  const result = await declare(
    ctx.incidents,
    {
      team,
      cause: ['alert', state.id, String(state.round)],
      title: state.title,
      description: state.count.shown
        .map(({ title, url }) => [title, url].filter(Boolean).join(' '))
        .join('\n'),
      service: known ? state.service : null,
      private: false,
      drill: false,
      source: 'alert',
      by: by?.user ?? null,
      startedAt: state.openedAt,
      facts: { alerts: firing(state) },
      calls: [],
    },
    signal,
  );
  if (result.kind === 'refused')
    throw new TobanError('refused', 'the incident was not declared', { reason: result.refusal.refused });
  return result.path;
}

const firing = ({ id, count }: Alert) =>
  count.shown.map(({ key, title, burnRate }) => ({ key: `${id}/${key}`, name: title, burnRate }));

/** The alert's state feeds its incident's severity, beside those of other alerts attached to it. */
export function feedKind(ctx: AlertContext): Kind {
  return {
    persistent: false,
    guard: ({ incident }) => incident !== null,
    async perform(state, _task, { now }) {
      const cause = `${state.id} ${state.version} ${now}`;
      const { state: after } = await changeIncident(ctx.incidents, state.incident ?? '', ({ facts }) => {
        const others = (facts ?? NO_FACTS).alerts.filter(({ key }) => !key.startsWith(`${state.id}/`));
        return { type: 'set-alerts', alerts: [...others, ...firing(state)], cause };
      });
      return { fed: after !== null };
    },
  };
}
