import type { Posted } from '../ports/slack.ts';
import { section } from '../slack/index.ts';
import { postOnce, type TaskKind } from '../tasks/index.ts';
import type { DutyContext } from './context.ts';
import type { DutyEvent, DutyWatch, SayStep } from './model.ts';
import { handoverMuted } from './preferences.ts';
import { dutyText } from './text.ts';
import { configOf } from './watch.ts';

/** Notices that a person may switch off; what changes their duty is always said. */
const MUTABLE = new Set(['begins', 'ends', 'reminder']);

/** Says one thing to one person or channel, in their language. */
export function sayKind(
  ctx: DutyContext,
): TaskKind<DutyWatch, DutyEvent, SayStep, Posted | { readonly muted: true }> {
  return {
    persistent: false,
    guard: () => true,
    async perform(state, task, attempt) {
      const { to, notice } = task.step;
      const { signal } = attempt;
      const person = /^[UW]/.test(to);
      if (person && MUTABLE.has(notice.kind) && (await handoverMuted(ctx.store, to))) return { muted: true };
      const locale = person ? await ctx.localeOf(to, signal) : ctx.locale;
      const config = configOf(ctx, state.rota);
      const rota = config.name ?? config.id;
      const words = dutyText(locale, { rota, zone: config.timezone ?? ctx.zone, now: attempt.now });
      const open = notice.kind === 'begins' ? words.open(await ctx.openWork(state.rota, to, locale)) : [];
      const text = [words.say(notice), ...open].join('\n');
      const channel = person ? await ctx.slack.openDm(to, signal) : to;
      const blocks = [section(text)];
      return postOnce(ctx.slack, { channel, text, blocks, key: `duty/${state.rota}/${task.id}` }, attempt);
    },
  };
}
