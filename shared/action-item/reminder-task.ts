import { localeFor } from '../incident/index.ts';
import { MUTED, type Muted, wants } from '../notification/index.ts';
import { isTobanError } from '../platform/errors.ts';
import type { Posted } from '../ports/slack.ts';
import { commit, type NewTask, type Noun, postOnce, type TaskKind } from '../tasks/index.ts';
import type { ActionItemContext } from './context.ts';
import { seeing } from './may-see.ts';
import type { ActionItem } from './model.ts';
import { actionItemPath, reminderPath } from './records.ts';
import { evolveReminder, type Reminder, type ReminderEvent } from './reminder-model.ts';
import { MOST_SHOWN, ownersReminder, sumReminder } from './reminder-view.ts';

type Shown = Posted | Muted;
type ShowKind = TaskKind<Reminder, ReminderEvent, unknown, Shown>;

/** One task for many causes: the reminder is made to show its items as they stand. */
export const showReminder = (now: number): NewTask => ({
  id: 'show',
  kind: 'action-reminder.show',
  lane: 'work',
  dueAt: now,
  step: {},
  mode: 'arm',
});

/** Has a reminder shown anew; returns its path, null where there is none. */
export async function showAgain(ctx: ActionItemContext, team: string, id: string): Promise<string | null> {
  const { store, clock } = ctx.incidents.calls;
  const path = reminderPath(id);
  return store.transaction(async (tx) => {
    const state = (await tx.get<Reminder>(path))?.data;
    if (state?.team !== team) return null;
    const now = clock.now();
    await commit(tx, path, state, { events: [], tasks: [showReminder(now)] }, evolveReminder, now);
    return path;
  });
}

export const reminderNoun = (ctx: ActionItemContext): Noun<Reminder, ReminderEvent> => ({
  name: 'action-reminder',
  evolve: evolveReminder,
  kinds: { show: showKind(ctx) as TaskKind<Reminder, ReminderEvent> },
});

function showKind(ctx: ActionItemContext): ShowKind {
  const { slack, store } = ctx.incidents.calls;
  return {
    persistent: false,
    guard: () => true,
    async perform(state, task, attempt) {
      const { signal } = attempt;
      const earlier = task.result as Shown | null;
      if (earlier && 'muted' in earlier) return earlier;
      const person = state.sum === null;
      if (!earlier && person && !(await wants(store, state.to, 'action-reminder'))) return MUTED;
      const card = await cardOf(ctx, state, attempt.now, signal);
      const key = `${task.record}/${task.id}`;
      if (!earlier) {
        const channel = person ? await slack.openDm(state.to, signal) : state.to;
        const { channel: where, ts, found } = await postOnce(slack, { ...card, channel, key }, attempt);
        if (found) await edit(ctx, { ...card, channel: where, ts, key }, signal);
        return { channel: where, ts };
      }
      await edit(ctx, { ...card, channel: earlier.channel, ts: earlier.ts, key }, signal);
      return earlier;
    },
  };
}

async function cardOf(ctx: ActionItemContext, state: Reminder, now: number, signal: AbortSignal) {
  const { calls, baseUrl } = ctx.incidents;
  const { zone } = ctx;
  if (state.sum) return sumReminder(state.sum, { locale: calls.locale, zone, baseUrl, now });
  const locale = await localeFor(ctx.incidents, state.to, signal);
  const docs = await Promise.all(
    state.items.slice(0, MOST_SHOWN).map((id) => calls.store.get<ActionItem>(actionItemPath(id))),
  );
  const items = docs.flatMap((doc) => (doc ? [doc.data] : []));
  const sees = seeing(ctx);
  const seen = await Promise.all(items.map((item) => sees(item, state.to, 'person')));
  const shown = items.filter((_item, i) => seen[i]);
  const more = Math.max(0, state.items.length - MOST_SHOWN);
  return ownersReminder(state, shown, more, { locale, zone, baseUrl, now });
}

async function edit(
  { incidents }: ActionItemContext,
  message: Parameters<ActionItemContext['incidents']['calls']['slack']['update']>[0],
  signal: AbortSignal,
): Promise<void> {
  try {
    await incidents.calls.slack.update(message, signal);
  } catch (error) {
    // Somebody has deleted it: there is nothing left to be kept current.
    if (!isTobanError(error, 'refused') || error.reason !== 'message_not_found') throw error;
  }
}
