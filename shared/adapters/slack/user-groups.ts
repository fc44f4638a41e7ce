import type { UserGroup, UserGroups } from '../../ports/user-groups.ts';
import { createClient, read, type SlackOptions } from './requests.ts';

/** The port of user groups on Slack's Web API, with the bot's token or an administrator's. Every call may be repeated. */
export function createUserGroups(options: SlackOptions): UserGroups {
  const client = createClient(options);
  return {
    async list(signal) {
      const all = { include_disabled: true, include_users: true };
      const { usergroups } = await read(signal, () => client.usergroups.list(all));
      return (usergroups ?? []).map(toGroup);
    },
    async setMembers(usergroup, users, signal) {
      await read(signal, () => client.usergroups.users.update({ usergroup, users: users.join(',') }));
    },
    async setEnabled(usergroup, enabled, signal) {
      await read(signal, () =>
        enabled ? client.usergroups.enable({ usergroup }) : client.usergroups.disable({ usergroup }),
      );
    },
  };
}

interface RawGroup {
  readonly id?: string;
  readonly handle?: string;
  readonly name?: string;
  /** Epoch seconds; 0 while it is enabled. */
  readonly date_delete?: number;
  readonly users?: readonly string[];
}

const toGroup = ({ id = '', handle = '', name = '', date_delete = 0, users = [] }: RawGroup): UserGroup => ({
  id,
  handle,
  name,
  enabled: date_delete === 0,
  users,
});
