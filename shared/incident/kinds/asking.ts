import { actions, section } from '../../slack/index.ts';
import type { IncidentContext } from '../context.ts';
import { neededFree } from '../decide-roles.ts';
import type { Incident } from '../model.ts';
import { numbersOf } from '../numbers.ts';
import { askRolesTask } from '../plan.ts';
import { incidentText } from '../text.ts';
import { numbersMessage } from '../view-messages.ts';
import { labelWith } from '../view-parts.ts';
import { type Kind, noted, type Shown, show, viewerFor } from './help.ts';

const MOST_MS = 60 * 60_000;

/**
 * Roles that nobody has taken are asked for in the room, of nobody by name: all of them once, the needed ones again,
 * each time after twice as long and at least every hour.
 */
export function askRolesKind(ctx: IncidentContext): Kind<{ readonly round?: number }, Shown> {
  const { roles, askForRolesAfter } = ctx.settings.incident;
  const free = (state: Incident, round: number) =>
    round === 0 ? roles.filter(({ id }) => !state.roles[id]) : neededFree(state, ctx.settings);
  return {
    persistent: false,
    guard: (state, { step }) => state.open && state.room !== null && free(state, step.round ?? 0).length > 0,
    perform(state, { step: { round = 0 } }, attempt) {
      const { locale } = ctx.calls;
      const text = incidentText(locale);
      const wanted = free(state, round);
      const names = wanted.map(({ name }) => name[locale]).join(locale === 'ja' ? '、' : ', ');
      const words = text.askRoles(labelWith(state, text), names);
      const take = wanted.slice(0, 4).map(({ id, name }) => ({
        action: `incident_take_${id}`,
        label: `${name[locale]}: ${text.buttons.take}`,
        value: `${state.id}:${id}`,
      }));
      const rendered = { text: words, blocks: [section(words), actions('incident', take)] };
      return show(ctx, state, `ask-roles-${round}`, state.room?.channel ?? '', rendered, attempt);
    },
    done(state, { step: { round = 0 }, createdAt }, _shown, now) {
      const again = neededFree(state, ctx.settings).length > 0;
      const wait = Math.min(MOST_MS, Math.max(askForRolesAfter, now - createdAt));
      return { events: [], tasks: again ? [askRolesTask(now + wait, round + 1)] : [] };
    },
  };
}

/** What the times came to, in the room: at resolve, and edited in place whenever one is put right. */
export function numbersKind(ctx: IncidentContext): Kind<unknown, Shown> {
  return {
    persistent: false,
    guard: (state) => state.room !== null,
    perform(state, _task, attempt) {
      const viewer = viewerFor(ctx);
      const rendered = numbersMessage(state, numbersOf(state, viewer.now), viewer);
      return show(ctx, state, 'numbers', state.room?.channel ?? '', rendered, attempt);
    },
    done: (_state, _task, shown, now) => ({ events: noted('numbers', shown, now), tasks: [] }),
  };
}

/** Runbooks that may fit are offered once, when the room opens; where none does nothing is said. */
export function suggestKind(ctx: IncidentContext): Kind<unknown, Shown | null> {
  return {
    persistent: false,
    guard: (state) => state.open && state.room !== null,
    async perform(state, _task, attempt) {
      const rendered = await ctx.suggest(state, attempt.signal);
      return rendered && show(ctx, state, 'suggest', state.room?.channel ?? '', rendered, attempt);
    },
    done: (_state, _task, shown, now) => ({ events: shown ? noted('suggest', shown, now) : [], tasks: [] }),
  };
}
