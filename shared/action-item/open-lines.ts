import type { Locale } from '../language/index.ts';
import { escapeMrkdwn } from '../slack/index.ts';
import { todayIn } from './apply.ts';
import type { ActionItemContext } from './context.ts';
import { openItemsOf } from './list.ts';
import { factsOf } from './reminder-view.ts';
import { isOverdue } from './rules.ts';
import { actionItemText } from './text.ts';

/** What somebody has to do still, due first ahead, each as a line of mrkdwn; at most 25. */
export async function openItemLines(
  ctx: ActionItemContext,
  user: string,
  locale: Locale,
): Promise<readonly string[]> {
  const items = await openItemsOf(ctx, user);
  const today = todayIn(ctx.zone, ctx.incidents.calls.clock.now());
  const text = actionItemText(locale);
  return items.map((item) => {
    const mark = isOverdue(item, today) ? '🟥' : '🟨';
    return `${mark} ${escapeMrkdwn(item.title)} · ${factsOf(item, today, text, ctx.incidents)}`;
  });
}
