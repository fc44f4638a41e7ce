import type { EscalationContext } from '../escalation/index.ts';
import { type Locale, localeOf } from '../language/index.ts';
import { recordId } from '../platform/ids.ts';
import type { Handlers, InboundHome, Touched } from '../slack/index.ts';
import { commit, type EventBase, type Noun } from '../tasks/index.ts';
import type { AppHome } from './model.ts';
import { readHome } from './read.ts';
import { renderHome } from './view.ts';

type AppHomeEvent = EventBase & { readonly type: 'first-opened' } & Omit<AppHome, 'version'>;

const evolve = (_state: AppHome | null, { team, user }: AppHomeEvent): AppHome => ({
  version: 1,
  team,
  user,
});

/** Somebody looks at the Home tab: it is shown anew. Twice at once is once. */
async function open(ctx: EscalationContext, { team, user }: InboundHome): Promise<Touched> {
  const path = `app-homes/${recordId('home', team, user)}`;
  const now = ctx.clock.now();
  return ctx.store.transaction(async (tx) => {
    const state = (await tx.get<AppHome>(path))?.data ?? null;
    const events: AppHomeEvent[] = state ? [] : [{ type: 'first-opened', at: now, team, user }];
    const show = { id: 'show', kind: 'app-home.show', lane: 'work' as const, dueAt: now, step: {} };
    await commit(tx, path, state, { events, tasks: [{ ...show, mode: 'arm' }] }, evolve, now);
    return path;
  });
}

export const appHomeHandlers = (ctx: EscalationContext): Handlers => ({
  home: (inbound) => open(ctx, inbound),
  // Slack tells of a pressed link, too: the browser has already followed it.
  actions: { home: async () => null },
});

/** `openItems`: what somebody has to do still, as lines of mrkdwn. */
export function appHomeNoun(
  ctx: EscalationContext,
  openItems: (user: string, locale: Locale) => Promise<readonly string[]>,
): Noun<AppHome, AppHomeEvent> {
  return {
    name: 'app-home',
    evolve,
    kinds: {
      show: {
        persistent: false,
        guard: () => true,
        async perform(state: AppHome, _task, { signal }) {
          const { user } = state;
          const [facts, person] = await Promise.all([
            readHome(ctx, state, signal),
            ctx.people.find(user, signal),
          ]);
          const { zone, baseUrl } = ctx;
          const locale = localeOf(person?.locale, ctx.locale);
          const items = await openItems(user, locale);
          const view = renderHome({ ...facts, items }, { user, locale, zone, baseUrl });
          await ctx.slack.publishHome(user, view, signal);
        },
      },
    },
  };
}
