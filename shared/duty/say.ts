import { MUTED, type Muted, type Optional, wants } from '../notification/index.ts';
import type { Posted } from '../ports/slack.ts';
import { section } from '../slack/index.ts';
import { postOnce, type TaskKind } from '../tasks/index.ts';
import type { DutyContext } from './context.ts';
import type { DutyEvent, DutyWatch, SayStep } from './model.ts';
import { dutyText } from './text.ts';
import { configOf } from './watch.ts';

/** Notices that a person may do without; what changes their duty is always said. */
const OPTIONAL: Readonly<Partial<Record<SayStep['notice']['kind'], Optional>>> = {
  begins: 'handover',
  ends: 'handover',
  reminder: 'shift-reminder',
};

/** Says one thing to one person or channel, in their language. */
export function sayKind(ctx: DutyContext): TaskKind<DutyWatch, DutyEvent, SayStep, Posted | Muted> {
  return {
    persistent: false,
    guard: () => true,
    async perform(state, task, attempt) {
      const { to, notice } = task.step;
      const { signal } = attempt;
      const person = /^[UW]/.test(to);
      const optional = OPTIONAL[notice.kind];
      if (person && optional && !(await wants(ctx.store, to, optional))) return MUTED;
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
