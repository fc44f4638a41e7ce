import { type Answer, NOTHING, wantedAnew } from './answer.ts';
import type { Command, Incident, IncidentEvent } from './model.ts';
import { askRolesTask, inviteTasks, refreshAll } from './plan.ts';
import type { Settings } from './settings.ts';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

export function giveRole(
  command: Of<'give-role'>,
  state: Incident,
  now: number,
  { incident }: Settings,
): Answer {
  const { by, role, to } = command;
  if (!incident.roles.some(({ id }) => id === role))
    return { refused: 'role-unknown', known: incident.roles.map(({ id }) => id) };
  if (to.bot) return { refused: 'role-for-people' };
  const holder = state.roles[role];
  if (holder?.user === to.user) return NOTHING;
  // Claiming what somebody holds by a stale button must not push them out; giving it to a third on purpose may.
  if (holder && by.user === to.user) return { refused: 'role-held', by: holder.name };
  const wanted = wantedAnew(state, [{ ...to, why: 'role' }]);
  const events: IncidentEvent[] = [{ type: 'role-given', at: now, role, to, by }];
  if (wanted.length > 0) events.push({ type: 'people-wanted', at: now, people: wanted });
  return { events, tasks: [...refreshAll(state, now), ...inviteTasks(wanted, state.room, now)] };
}

export function freeRole(command: Of<'free-role'>, state: Incident, now: number, settings: Settings): Answer {
  const { by, role } = command;
  if (!state.roles[role]) return NOTHING;
  const needed = settings.incident.roles.some((one) => one.id === role && one.needed);
  const asks =
    needed && state.open ? [askRolesTask(now + settings.incident.askForRolesAfter, state.version)] : [];
  return { events: [{ type: 'role-freed', at: now, role, by }], tasks: [...refreshAll(state, now), ...asks] };
}

/** Without these nobody leads: they are asked for until somebody takes them. */
export const neededFree = ({ roles }: Pick<Incident, 'roles'>, { incident }: Settings) =>
  incident.roles.filter(({ id, needed }) => needed && !roles[id]);
