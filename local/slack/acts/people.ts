import type { SimUser, SimUserGroup } from '../model.ts';
import { shownUser } from '../shown.ts';
import type { Sim } from '../sim.ts';

/** Changes an account as an administrator does; a deactivated one leaves its groups and channels as Slack does. */
export function changeUser(sim: Sim, user: SimUser, change: Partial<SimUser>): void {
  Object.assign(user, change);
  sim.workspace.save('users', user);
  sim.events.emit(userEvent(sim, 'user_change', user));
}

export function addUser(sim: Sim, user: SimUser): void {
  sim.workspace.save('users', user);
  sim.events.emit(userEvent(sim, 'team_join', user));
}

const userEvent = (sim: Sim, type: string, user: SimUser) => ({
  type,
  user: shownUser(user),
  event_ts: sim.workspace.ts(),
});

/** Replaces a group's members; a change is told with who came and who went. */
export function setGroupMembers(sim: Sim, group: SimUserGroup, users: string[], by: string): void {
  const added = users.filter((user) => !group.users.includes(user));
  const removed = group.users.filter((user) => !users.includes(user));
  group.users = users;
  saveGroup(sim, group, by);
  if (added.length + removed.length === 0) return;
  sim.events.emit({
    type: 'subteam_members_changed',
    subteam_id: group.id,
    added_users: added,
    removed_users: removed,
    event_ts: sim.workspace.ts(),
  });
}

/** Keeps a change of a group's own properties. */
export function saveGroup(sim: Sim, group: SimUserGroup, by: string): void {
  sim.workspace.save('userGroups', group);
  sim.events.emit({
    type: 'subteam_updated',
    subteam: { ...shownGroup(group, true), updated_by: by },
    event_ts: sim.workspace.ts(),
  });
}

export const shownGroup = (group: SimUserGroup, withUsers: boolean): object => ({
  id: group.id,
  is_usergroup: true,
  handle: group.handle,
  name: group.name,
  description: group.description,
  // Slack says 0 for a group that is enabled.
  date_delete: group.enabled ? 0 : 1,
  user_count: group.users.length,
  ...(withUsers && { users: group.users }),
});
