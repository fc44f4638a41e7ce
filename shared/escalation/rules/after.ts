import { type CommandOf, type EscalationDecision, NOTHING, type Refusal } from '../commands.ts';
import { evolve } from '../evolve.ts';
import type { Escalation, EscalationEvent } from '../model.ts';
import { cardTask, checkTasks, markTask, nudgeTasks, refresh } from '../plan.ts';
import { hasCard, PING_GAP_MS, thenCall } from './call.ts';

type Answer = EscalationDecision | Refusal;

/** Words of the holder count as a sign of life at most this often: each would be an event. */
const ALIVE_GAP_MS = 5 * 60_000;
/** Asked without an answer, the holder is asked once more after this; then the ladder goes on. */
export const ASK_AGAIN_MS = 10 * 60_000;
const MOST_ASKED = 2;

/** Called once more in the thread: whoever is being called, or has it, is pinged, at most once a minute. */
export function nudge({ user, cause, words }: CommandOf<'nudge'>, state: Escalation, now: number): Answer {
  if (state.status === 'done') return { refused: 'already-done' };
  const whom = state.holder?.user ?? state.called.at(-1)?.user;
  if (whom === undefined) return { refused: 'nobody-called' };
  const pinged = state.pings[whom] ?? 0;
  if (pinged > now - PING_GAP_MS) return { refused: 'just-called', at: pinged };
  return {
    events: [{ type: 'nudged', at: now, user, whom, cause }],
    tasks: nudgeTasks(cause, { holder: state.holder?.user ?? null, words }, now),
  };
}

/** Whoever has it has been heard of: the question is put off. */
export function alive({ user }: CommandOf<'alive'>, state: Escalation, now: number): EscalationDecision {
  const { holder, check, checkAfter } = state;
  if (holder?.user !== user || check === null || checkAfter === null) return NOTHING;
  if (check.asked === 0 && check.at - checkAfter > now - ALIVE_GAP_MS) return NOTHING;
  const event: EscalationEvent = { type: 'alive', at: now, user };
  return { events: [event], tasks: [...checkTasks(evolve(state, event)), ...refresh(state, now)] };
}

/** Whether the holder is to be asked, or has been asked often enough. */
export const silentTooLong = (state: Escalation): boolean => (state.check?.asked ?? 0) >= MOST_ASKED;

/** The holder was asked, or has been silent for so long that the ladder goes on. */
export function check({ at, rungs }: CommandOf<'check'>, state: Escalation, now: number): EscalationDecision {
  if (state.status !== 'acknowledged' || state.check?.at !== at) return NOTHING;
  if (rungs !== null)
    return thenCall(
      [{ type: 'lapsed', at: now, user: state.holder?.user ?? '' }],
      state,
      rungs,
      'lapsed',
      now,
    );
  const asked: EscalationEvent = { type: 'asked', at: now, again: now + ASK_AGAIN_MS };
  return { events: [asked], tasks: [...checkTasks(evolve(state, asked)), ...refresh(state, now)] };
}

/** Over, by whoever is concerned; while nobody has it only the asker may say so: the call is taken back. */
export function finish({ user, name }: CommandOf<'finish'>, state: Escalation, now: number): Answer {
  if (state.status === 'done') return NOTHING;
  if (state.status === 'open' && user !== state.asker) return { refused: 'not-acknowledged' };
  return {
    events: [{ type: 'done', at: now, user, name }],
    tasks: [...refresh(state, now), markTask(now)],
  };
}

/** The call ends here and goes on as an incident; told again when that has its number and its room. */
export function becomeIncident(
  { incident }: CommandOf<'become-incident'>,
  state: Escalation,
  now: number,
): EscalationDecision {
  if (state.incident?.label === incident.label && state.incident.room === incident.room) return NOTHING;
  const card = hasCard(state) ? [] : [cardTask(`card-incident-${state.version}`, now)];
  return {
    events: [{ type: 'became-incident', at: now, incident }],
    tasks: [...refresh(state, now), markTask(now), ...card],
  };
}
