import { momentIn } from '../../language/index.ts';
import { actions, context, mention, section } from '../../slack/index.ts';
import type { NewTask } from '../../tasks/index.ts';
import type { IncidentContext } from '../context.ts';
import { type DutyItem, dutyItems, nextDue } from '../duties.ts';
import type { Incident } from '../model.ts';
import { declarerOf, dutyDueTask } from '../plan.ts';
import { incidentText } from '../text.ts';
import { dutiesMessage } from '../view-duties.ts';
import { labelWith } from '../view-parts.ts';
import { type Kind, noted, type Shown, show, viewerFor } from './help.ts';

/** So long before its term somebody is reminded. */
const AHEAD_MS = 2 * 3_600_000;

/** The checklist of legal duties in the room: whom to tell, by when, and who has done it. */
export function dutiesKind(ctx: IncidentContext): Kind<unknown, Shown> {
  return {
    persistent: false,
    guard: (state) => state.room !== null && (state.facts.duties.length > 0 || hasDuties(state)),
    perform(state, _task, attempt) {
      const rendered = dutiesMessage(state, dutyItems(state, ctx.settings), viewerFor(ctx));
      return show(ctx, state, 'duties', state.room?.channel ?? '', rendered, attempt);
    },
    done: (state, _task, shown, now) => ({
      events: noted('duties', shown, now),
      tasks: reminder(nextDue(dutyItems(state, ctx.settings), now), now),
    }),
  };
}

const hasDuties = ({ posts }: Incident): boolean => posts.some(({ key }) => key === 'duties');

const reminder = (item: DutyItem | null, now: number): NewTask[] =>
  item?.by ? [dutyDueTask(item.key, Math.max(now, item.by - AHEAD_MS))] : [];

/** A term comes near: said in the room, to whoever leads. A duty outlives the incident, so its end does not matter. */
export function dutyDueKind(ctx: IncidentContext): Kind<{ readonly key: string }, Shown> {
  const open = (state: Incident, key: string) =>
    dutyItems(state, ctx.settings).find((item) => item.key === key && item.done === null);
  return {
    persistent: false,
    guard: (state, { step }) => state.room !== null && open(state, step.key) !== undefined,
    perform(state, { step }, attempt) {
      const { locale, zone, clock } = ctx.calls;
      const text = incidentText(locale);
      const item = open(state, step.key);
      const by = item?.by ?? clock.now();
      const time = momentIn(by, { now: clock.now(), zone, locale });
      const words = text.dutyDue(labelWith(state, text), item?.tell[locale] ?? '', time);
      const leads = state.roles.commander ?? declarerOf(state);
      const said = leads ? `${mention(leads.user)} ${words}` : words;
      const button = { action: 'incident_duties', label: text.buttons.duties, value: state.id };
      const blocks = [section(said), context(item?.law[locale] ?? ''), actions('incident', [button])];
      return show(
        ctx,
        state,
        `duty-due-${step.key}`,
        state.room?.channel ?? '',
        { text: said, blocks },
        attempt,
      );
    },
    done(state, { step }, _shown, now) {
      const items = dutyItems(state, ctx.settings);
      const term = items.find(({ key }) => key === step.key)?.by ?? now;
      return { events: [], tasks: reminder(nextDue(items, term), now) };
    },
  };
}
