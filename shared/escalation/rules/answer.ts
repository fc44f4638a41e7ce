import { type CommandOf, type EscalationDecision, NOTHING, type Refusal } from '../commands.ts';
import { evolve } from '../evolve.ts';
import { nextTurn } from '../ladder.ts';
import type { Called, Escalation, EscalationEvent, Reason } from '../model.ts';
import { callTasks, cardTask, checkTasks, climbTask, markTask, refresh } from '../plan.ts';
import { hasCard, thenCall } from './call.ts';

type Answer = EscalationDecision | Refusal;

/** By somebody called, or by anybody who says that they take it. */
export function acknowledge(command: CommandOf<'acknowledge'>, state: Escalation, now: number): Answer {
  const { user, name, how } = command;
  const heldByThem = state.holder?.user === user;
  if (state.status === 'done') return heldByThem ? NOTHING : { refused: 'already-done' };
  if (heldByThem) return NOTHING;
  if (state.status === 'acknowledged' && how !== 'taken') return heldBy(state);
  if (how !== 'taken' && !wasCalled(state, user)) return { refused: 'not-called' };
  return held([{ type: 'acknowledged', at: now, user, name, how }], state, now);
}

/** On it until then; also acknowledges. Asked how it goes when that time is over. */
export function extend(command: CommandOf<'extend'>, state: Escalation, now: number): Answer {
  const { user, name, ms } = command;
  if (state.status === 'done') return { refused: 'already-done' };
  if (state.status === 'acknowledged' && state.holder?.user !== user) return heldBy(state);
  if (state.status === 'open' && !wasCalled(state, user)) return { refused: 'not-called' };
  const acknowledged: EscalationEvent[] =
    state.status === 'open' ? [{ type: 'acknowledged', at: now, user, name, how: 'button' }] : [];
  const until: EscalationEvent = { type: 'extended', at: now, user, until: now + ms };
  return held([...acknowledged, until], state, now);
}

/** What somebody's having it brings about: every message shows it, and they are asked in time. */
function held(events: readonly EscalationEvent[], state: Escalation, now: number): EscalationDecision {
  const after = events.reduce<Escalation>(evolve, state);
  // Acknowledged from the direct message before the thread was reached: the asker must still see who has it.
  const card = hasCard(state) ? [] : [cardTask(`card-ack-${state.version}`, now)];
  return { events, tasks: [...refresh(state, now), markTask(now), ...card, ...checkTasks(after)] };
}

/** "I cannot": the next person is called at once, also by whoever had already acknowledged. */
export function decline(command: CommandOf<'decline'>, state: Escalation, now: number): Answer {
  const { user, rungs } = command;
  if (state.status === 'done') return { refused: 'already-done' };
  const holds = state.holder?.user === user;
  if (!holds && state.declined.includes(user)) return NOTHING;
  if (state.status === 'acknowledged' && !holds) return heldBy(state);
  if (!holds && !wasCalled(state, user)) return { refused: 'not-called' };
  const declined: EscalationEvent[] = [{ type: 'declined', at: now, user }];
  if (!holds && state.called.at(-1)?.user !== user) return { events: declined, tasks: refresh(state, now) };
  return thenCall(declined, state, rungs, 'declined', now);
}

/** Handed on by whoever has it or was called: the other is called by name, and the ladder goes on if they are silent. */
export function hand(command: CommandOf<'hand'>, state: Escalation, now: number): Answer {
  const { user, name, to, rungs } = command;
  if (state.status === 'done') return { refused: 'already-done' };
  if (to.user === user) return { refused: 'hand-to-self' };
  if (state.status === 'acknowledged' && state.holder?.user !== user) return heldBy(state);
  if (state.status === 'open' && !wasCalled(state, user)) return { refused: 'not-called' };
  const events: EscalationEvent[] = [{ type: 'handed', at: now, by: user, to: to.user }];
  const after = events.reduce<Escalation>(evolve, state);
  const rung = state.called.at(-1)?.rung ?? -1;
  const reason: Reason = { ...NO_REASON, insteadOf: name };
  const called: Called = { rung, ...to, at: now, via: null, reason, cause: 'handed' };
  const past = { ...after, called: [...after.called, called] };
  const next = nextTurn(past, rungs, rung, rungs[rung]?.after ?? 0, now);
  return {
    events: [...events, { type: 'called', at: now, called, next }],
    tasks: [
      ...callTasks(after, called, now),
      climbTask(after.version, next),
      ...refresh(state, now),
      markTask(now),
    ],
  };
}

const NO_REASON: Reason = {
  by: 'handed',
  duty: null,
  cell: null,
  cellUrl: null,
  text: '',
  insteadOf: null,
  shift: null,
  readAt: null,
  stale: false,
  trouble: [],
};

const heldBy = (state: Escalation): Refusal => ({
  refused: 'already-acknowledged',
  by: state.holder?.name ?? '',
});

const wasCalled = (state: Escalation, user: string): boolean =>
  state.called.some((call) => call.user === user);
