import { evolve } from './evolve.ts';
import type { Incident, IncidentDecision, IncidentEvent, Refusal } from './model.ts';

export type Answer = IncidentDecision | Refusal;
export const NOTHING: IncidentDecision = { events: [], tasks: [] };
export const isRefusal = (answer: Answer): answer is Refusal => 'refused' in answer;

/** Those whom nobody has asked for yet; a bot cannot be asked in. */
export const wantedAnew = (state: Pick<Incident, 'people'>, people: Incident['people']): Incident['people'] =>
  people.filter(({ user, bot }) => !bot && !state.people.some((one) => one.user === user));

/** Events on top of a state, as a later step of the same decision sees it. */
export const after = (state: Incident, events: readonly IncidentEvent[]): Incident =>
  events.reduce<Incident>(evolve, state);
