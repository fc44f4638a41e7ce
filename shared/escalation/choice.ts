import { recordId } from '../platform/ids.ts';
import type { Posted } from '../ports/slack.ts';
import type { InboundAction, InboundMessage, Touched } from '../slack/index.ts';
import { commit, type NewTask, type Noun, postOnce } from '../tasks/index.ts';
import { type Choice, type ChoiceEvent, evolve } from './choice-model.ts';
import { renderChoice } from './choice-view.ts';
import type { EscalationContext } from './context.ts';
import { localeFor } from './kinds/post.ts';
import { openCall, requestOf } from './open-call.ts';
import { directRoutes } from './route.ts';
import { routeById } from './route-id.ts';
import { callText } from './text.ts';

const task = (id: 'ask' | 'show', now: number): NewTask => ({
  id,
  kind: `choice.${id}`,
  lane: 'calls',
  dueAt: now,
  step: {},
  ...(id === 'show' && { mode: 'arm' as const }),
});

/** Asks the writer of a direct message. The same message asks once. */
export async function ask(ctx: EscalationContext, message: InboundMessage, which: boolean): Promise<Touched> {
  const { team, channel, ts, user } = message;
  if (user === null) return null;
  const path = `choices/${recordId('choice', team, channel, ts)}`;
  const now = ctx.clock.now();
  return ctx.store.transaction(async (tx) => {
    if (await tx.get(path)) return path;
    const request = { ...requestOf(message), asker: user };
    await commit(
      tx,
      path,
      null,
      { events: [{ type: 'asked', at: now, request, which }], tasks: [task('ask', now)] },
      evolve,
      now,
    );
    return path;
  });
}

/** A button was pressed. The call's record id comes from the message, so that any number of presses makes one call. */
export async function receiveChoice(
  ctx: EscalationContext,
  action: InboundAction,
  signal: AbortSignal,
): Promise<Touched> {
  const [id = '', routeId = ''] = action.value.split(':', 2);
  const path = `choices/${id}`;
  const state = /^choice_[0-9a-f]{32}$/.test(id) ? (await ctx.store.get<Choice>(path))?.data : null;
  if (!state || state.request.team !== action.team || state.request.asker !== action.user) return null;
  const route = routeById(directRoutes(ctx.routes), routeId);
  if (!route) {
    const { routeLost } = callText(await localeFor(ctx, action.user, signal)).direct;
    if (action.responseUrl) await ctx.slack.respond(action.responseUrl, { text: routeLost }, signal);
    return null;
  }
  const call = state.call ?? (await openCall(ctx, route, state.request, signal));
  if (call === null) return null;
  const now = ctx.clock.now();
  await ctx.store.transaction(async (tx) => {
    const latest = (await tx.get<Choice>(path))?.data;
    if (!latest || latest.call !== null) return;
    const tasks = latest.ts === null ? [] : [task('show', now)];
    await commit(tx, path, latest, { events: [{ type: 'chosen', at: now, call }], tasks }, evolve, now);
  });
  return call;
}

/** The question, brought up to date in place once it is answered. */
export function choiceNoun(ctx: EscalationContext): Noun<Choice, ChoiceEvent> {
  const messageOf = async (state: Choice, record: string, signal: AbortSignal) => {
    const { channel, threadTs } = state.request;
    return { channel, threadTs, key: record, ...(await renderChoice(ctx, state, record, signal)) };
  };
  const askKind: Noun<Choice, ChoiceEvent>['kinds'][string] = {
    persistent: true,
    guard: (state: Choice) => state.call === null,
    perform: async (state: Choice, { record }, attempt) =>
      postOnce(
        ctx.slack,
        { ...(await messageOf(state, record, attempt.signal)), causeTs: state.request.ts },
        attempt,
      ),
    done: ({ call }: Choice, _task, result, now) => ({
      events: [{ type: 'posted', at: now, ts: (result as Posted).ts }],
      tasks: call === null ? [] : [task('show', now)],
    }),
  };
  const show: typeof askKind = {
    persistent: false,
    guard: (state: Choice) => state.ts !== null && state.call !== null,
    perform: async (state: Choice, { record }, { signal }) =>
      ctx.slack.update({ ...(await messageOf(state, record, signal)), ts: state.ts ?? '' }, signal),
  };
  return { name: 'choice', evolve, kinds: { ask: askKind, show } };
}
