import type { Locale } from '../language/index.ts';
import { MUTED, type Muted, wants } from '../notification/index.ts';
import { isTobanError } from '../platform/errors.ts';
import type { Posted } from '../ports/slack.ts';
import { decideOverride, evolveOverride, type Override, type OverrideEvent } from '../rota/index.ts';
import { section } from '../slack/index.ts';
import { type Noun, postOnce, type Task, type TaskKind } from '../tasks/index.ts';
import { coverCard } from './card.ts';
import type { CoverContext } from './context.ts';
import { planOverride, remindTasks, type TellStep } from './plan.ts';
import { audienceOf, nameOf, zoneOf } from './rota-of.ts';
import { coverText } from './text.ts';

type Kind<Step = unknown, Result = unknown> = TaskKind<Override, OverrideEvent, Step, Result>;

/** Everything that a cover may have to do, by the name its tasks carry. */
export function overrideNoun(ctx: CoverContext): Noun<Override, OverrideEvent> {
  return {
    name: 'override',
    evolve: evolveOverride,
    kinds: {
      card: cardKind(ctx) as Kind,
      tell: tellKind(ctx) as Kind,
      look: lookKind(ctx),
      remind: remindKind,
      expire: expireKind(ctx),
    },
  };
}

/** Makes the card in a person's direct messages show the override as it stands. */
function cardKind(ctx: CoverContext): Kind<{ readonly user: string }, Posted> {
  return {
    persistent: false,
    guard: () => true,
    async perform(state, task, attempt) {
      const { user } = task.step;
      const { signal, now } = attempt;
      const locale = await ctx.localeOf(user, signal);
      const card = cardOf(ctx, state, task, user, locale, now);
      const key = `${task.record}/${task.id}`;
      const earlier = task.result as Posted | null;
      if (!earlier) {
        const channel = await ctx.slack.openDm(user, signal);
        const { found, ...posted } = await postOnce(ctx.slack, { ...card, channel, key }, attempt);
        if (found) await edit(ctx, { ...card, ...posted, key }, signal);
        return posted;
      }
      await edit(ctx, { ...card, ...earlier, key }, signal);
      return earlier;
    },
  };
}

const cardOf = (
  ctx: CoverContext,
  state: Override,
  { record }: Task,
  user: string,
  locale: Locale,
  now: number,
) => {
  const at = { locale, now, zone: zoneOf(ctx, state.rota), rota: nameOf(ctx, state.rota) };
  return coverCard(state, record.split('/').at(-1) ?? '', user, at);
};

async function edit(
  { slack }: CoverContext,
  message: Parameters<CoverContext['slack']['update']>[0],
  signal: AbortSignal,
): Promise<void> {
  try {
    await slack.update(message, signal);
  } catch (error) {
    // Somebody has deleted their card: what it would show is told in words as well.
    if (!isTobanError(error, 'refused') || error.reason !== 'message_not_found') throw error;
  }
}

/** Says to one person or channel what has become of it. */
function tellKind(ctx: CoverContext): Kind<TellStep, Posted | Muted> {
  return {
    persistent: false,
    guard: () => true,
    async perform(state, task, attempt) {
      const { to, what, by } = task.step;
      const person = /^[UW]/.test(to);
      const reminds = person && what === 'unanswered';
      if (reminds && !(await wants(ctx.store, to, 'cover-reminder'))) return MUTED;
      const locale = person ? await ctx.localeOf(to, attempt.signal) : ctx.locale;
      const words = coverText(locale, zoneOf(ctx, state.rota), nameOf(ctx, state.rota));
      const text = words.told(what, state, by, person ? to : null);
      const channel = person ? await ctx.slack.openDm(to, attempt.signal) : to;
      // Whoever is reminded can answer right there.
      const pressable = reminds
        ? cardOf(ctx, state, task, to, locale, attempt.now).blocks.filter(({ type }) => type === 'actions')
        : [];
      const blocks = [section(text), ...pressable];
      const message = { channel, text, blocks, key: `${task.record}/${task.id}` };
      return postOnce(ctx.slack, message, attempt);
    },
  };
}

function lookKind(ctx: CoverContext): Kind {
  return {
    persistent: false,
    guard: () => true,
    async perform({ rota }, _task, { signal }) {
      if (ctx.rotaConfigs.some(({ id }) => id === rota)) await ctx.lookAgain(rota, signal);
    },
  };
}

/** Nobody has answered, and the time comes near. */
const remindKind: Kind = {
  persistent: false,
  guard: ({ status }) => status === 'proposed',
  perform: async () => {},
  done: (state, _task, _result, now) => ({ events: [], tasks: remindTasks(state, now) }),
};

function expireKind(ctx: CoverContext): Kind {
  return {
    persistent: false,
    guard: ({ status }) => status === 'proposed',
    perform: async () => {},
    done(state, task, _result, now) {
      const decision = decideOverride({ type: 'expire' }, state, now);
      const events = decision.ok ? decision.events : [];
      return planOverride(events, state, task.record, null, audienceOf(ctx, state.rota), now);
    },
  };
}
