import { saveGroup, setGroupMembers, shownGroup } from '../acts/people.ts';
import { refuse } from '../errors.ts';
import type { SimUserGroup } from '../model.ts';
import { type Call, flag, list, maybe, method, text } from './define.ts';

const properties = { name: maybe, handle: maybe, description: maybe, include_count: flag };
const MOST_TEXT = 250;

/** User groups hold members only: no guests, no bots, nobody deactivated, and never nobody. */
export const usergroups = {
  'usergroups.list': method(
    2,
    { include_disabled: flag, include_users: flag, include_count: flag },
    (call, args) => {
      const groups = call.workspace.state.userGroups.filter((one) => one.enabled || args.include_disabled);
      return { usergroups: groups.map((one) => shownGroup(one, args.include_users === true)) };
    },
  ),
  'usergroups.create': method(2, { ...properties, name: text }, (call, args) => {
    mayChange(call);
    const handle = args.handle ?? args.name.toLowerCase().replace(/[^a-z0-9._-]+/g, '-');
    free(call, { name: args.name, handle });
    const { name, description = '' } = args;
    const group = { id: call.workspace.id('S'), handle, name, description, users: [], enabled: true };
    saveGroup(call, group, call.token.user);
    return { usergroup: shownGroup(group, true) };
  }),
  'usergroups.update': method(2, { ...properties, usergroup: text }, (call, args) => {
    mayChange(call);
    const group = groupOf(call, args.usergroup);
    const { name = group.name, handle = group.handle, description = group.description } = args;
    free(call, { name, handle }, group.id);
    Object.assign(group, { name, handle, description });
    saveGroup(call, group, call.token.user);
    return { usergroup: shownGroup(group, true) };
  }),
  'usergroups.enable': switching(true),
  'usergroups.disable': switching(false),
  'usergroups.users.list': method(2, { usergroup: text, include_disabled: flag }, (call, args) => {
    const group = groupOf(call, args.usergroup);
    if (!group.enabled && !args.include_disabled) refuse('no_such_subteam');
    return { users: group.users };
  }),
  'usergroups.users.update': method(
    2,
    { usergroup: text, users: list, include_count: flag },
    (call, args) => {
      mayChange(call);
      const group = groupOf(call, args.usergroup);
      const users = [...new Set(args.users)];
      if (users.length === 0) refuse('no_users_provided');
      for (const id of users) checkMember(call, id);
      setGroupMembers(call, group, users, call.token.user);
      return { usergroup: shownGroup(group, true) };
    },
  ),
};

function switching(enabled: boolean) {
  return method(2, { usergroup: text, include_count: flag }, (call: Call, args) => {
    mayChange(call);
    const group = groupOf(call, args.usergroup);
    group.enabled = enabled;
    saveGroup(call, group, call.token.user);
    return { usergroup: shownGroup(group, true) };
  });
}

function mayChange({ workspace, token }: Call): void {
  const { plan, userGroups } = workspace.state.settings;
  if (plan === 'free') refuse('plan_upgrade_required');
  const user = workspace.user(token.user);
  if (userGroups === 'admins' && !user?.admin && !user?.owner) refuse('permission_denied');
}

/** One that does not fit fails the whole call. */
function checkMember({ workspace }: Call, id: string): void {
  const user = workspace.user(id);
  if (user?.kind === 'single-channel-guest') refuse('single_channel_guests_cannot_be_added');
  if (user?.kind !== 'member' || user.deactivated) refuse('invalid_users');
}

function groupOf(call: Call, id: string): SimUserGroup {
  return call.workspace.get('userGroups', id) ?? refuse('no_such_subteam');
}

function free(call: Call, { name, handle }: { name: string; handle: string }, except?: string): void {
  if (name.length > MOST_TEXT) refuse('invalid_arguments');
  const others = call.workspace.state.userGroups.filter((one) => one.id !== except);
  if (others.some((one) => one.name === name)) refuse('name_already_exists');
  if (others.some((one) => one.handle === handle)) refuse('handle_already_exists');
}
