import type { People } from '../escalation/index.ts';
import { commit, type Job } from '../tasks/index.ts';
import { movedToWorkDay } from '../work-days/index.ts';
import { changeActionItem, todayIn } from './apply.ts';
import type { ActionItemContext } from './context.ts';
import { dueItems } from './due-items.ts';
import type { ActionItem } from './model.ts';
import { reminderId, reminderPath } from './records.ts';
import { evolveReminder, type Reminder } from './reminder-model.ts';
import { sumOf } from './reminder-sum.ts';
import { showReminder } from './reminder-task.ts';
import { WEEKDAYS } from './schemas.ts';

/** Each week, on a working day, everybody hears of what they have to do, and the lead of all of it. */
export function reminderJob(ctx: ActionItemContext): Job {
  const { remind } = ctx.config;
  return {
    name: 'action-items',
    lane: 'work',
    schedule: remind && {
      at: remind.at,
      zone: ctx.zone,
      on: (day) => movedToWorkDay(day, WEEKDAYS.indexOf(remind.on) + 1, remind.holidays),
    },
    run: ({ period, signal }) => remindAll(ctx, period, signal),
  };
}

/**
 * One turn of the reminder. Safe to repeat after a crash: each item counts a turn once, and each reminder's record is
 * derived from whom it is for and the turn.
 */
export async function remindAll(ctx: ActionItemContext, period: number, signal: AbortSignal): Promise<void> {
  const due = await dueItems(ctx, todayIn(ctx.zone, period));
  for (const team of new Set(due.map((item) => item.team))) {
    const own = due.filter((item) => item.team === team);
    const left = await leftOf(ctx.incidents.calls.people, own, signal);
    const counted: ActionItem[] = [];
    for (const [owner, items] of byOwner(own)) {
      const to = owner !== null && !left.has(owner) ? owner : null;
      const id = to && reminderId(team, to, period);
      const told = await Promise.all(items.map((item) => count(ctx, item, period, id)));
      counted.push(...told);
      if (to && id) await raise(ctx, id, { team, to, period, items: told.map((item) => item.id), sum: null });
    }
    await sumUp(ctx, team, period, counted, left);
  }
}

/** Those who have left; whom Slack cannot tell of just now is taken to be there. */
async function leftOf(
  people: People,
  items: readonly ActionItem[],
  signal: AbortSignal,
): Promise<Set<string>> {
  const owners = [...new Set(items.map(({ owner }) => owner?.user ?? null))].filter((one) => one !== null);
  const accounts = await Promise.all(owners.map((user) => people.find(user, signal)));
  return new Set(owners.filter((_user, i) => accounts[i]?.deactivated));
}

function byOwner(items: readonly ActionItem[]): Map<string | null, ActionItem[]> {
  const groups = new Map<string | null, ActionItem[]>();
  for (const item of items) {
    const owner = item.owner?.user ?? null;
    groups.set(owner, [...(groups.get(owner) ?? []), item]);
  }
  return groups;
}

async function count(
  ctx: ActionItemContext,
  item: ActionItem,
  period: number,
  reminder: string | null,
): Promise<ActionItem> {
  const command = { type: 'remind', period, reminder } as const;
  return (await changeActionItem(ctx, item.team, item.id, command)).item ?? item;
}

/** What private incidents have to do is for their own owners alone. */
async function sumUp(
  ctx: ActionItemContext,
  team: string,
  period: number,
  items: readonly ActionItem[],
  left: ReadonlySet<string>,
): Promise<void> {
  const to = ctx.config.remind?.channel ?? null;
  const told = items.filter((item) => !item.private);
  if (to === null || told.length === 0) return;
  const sum = sumOf(told, left, todayIn(ctx.zone, period));
  await raise(ctx, reminderId(team, to, period), { team, to, period, items: [], sum });
}

/** Made once, with the task that shows it. */
async function raise(ctx: ActionItemContext, id: string, said: Omit<Reminder, 'version'>): Promise<void> {
  const { store, clock } = ctx.incidents.calls;
  const path = reminderPath(id);
  await store.transaction(async (tx) => {
    if (await tx.get(path)) return;
    const now = clock.now();
    const raised = { type: 'raised', at: now, ...said } as const;
    await commit(tx, path, null, { events: [raised], tasks: [showReminder(now)] }, evolveReminder, now);
  });
}
