import { never } from '../../shared/platform/errors.ts';
import { ADMIN_USER, revokeToken } from './acts/tokens.ts';
import type { Control, ControlParts } from './control.ts';
import { APP, APP_USER } from './model.ts';
import { Settings } from './settings.ts';
import { channelOf, defined, NotThere, userOf } from './there.ts';

const ADMINISTRATIVE = [
  'set-user',
  'add-user',
  'invite',
  'kick',
  'rename',
  'archive',
  'unarchive',
  'revoke-token',
  'uninstall',
  'setting',
] as const;
export type Administrative = Extract<Control, { do: (typeof ADMINISTRATIVE)[number] }>;

export const isAdministrative = (control: Control): control is Administrative =>
  (ADMINISTRATIVE as readonly string[]).includes(control.do);

/** What an administrator of the workspace does. */
export function administer({ people, sim }: ControlParts, control: Administrative): object {
  const { workspace } = sim;
  switch (control.do) {
    case 'set-user': {
      const { do: _do, user, ...change } = control;
      people.setUser(userOf(sim, user), defined(change));
      break;
    }
    case 'add-user': {
      const { handle, realName, kind = 'member' } = control;
      const id = workspace.id('U');
      const roles = { admin: false, owner: false, deactivated: false, dnd: false };
      people.addUser({
        id,
        handle,
        realName,
        email: `${handle}@example.com`,
        locale: 'ja-JP',
        kind,
        ...roles,
      });
      return { user: id };
    }
    case 'invite':
      people.invite(channelOf(sim, control.channel), userOf(sim, control.user).id);
      break;
    case 'kick':
      people.kick(channelOf(sim, control.channel), userOf(sim, control.user).id);
      break;
    case 'rename':
      people.rename(channelOf(sim, control.channel), control.name);
      break;
    case 'archive':
    case 'unarchive':
      people.archive(channelOf(sim, control.channel), control.user ?? 'U0OWNER', control.do === 'archive');
      break;
    case 'revoke-token':
      for (const { token, user } of [...workspace.state.tokens])
        if (user === (control.user ?? (control.token === 'bot' ? APP_USER : ADMIN_USER)))
          revokeToken(sim, token);
      break;
    case 'uninstall':
      for (const { token } of [...workspace.state.tokens]) revokeToken(sim, token);
      sim.events.emit({ type: 'app_uninstalled', api_app_id: APP });
      break;
    case 'setting': {
      const changed = Settings.safeParse({ ...workspace.state.settings, [control.name]: control.value });
      if (!changed.success || !(control.name in workspace.state.settings))
        throw new NotThere('unknown_setting');
      workspace.set(changed.data);
      return { settings: changed.data };
    }
    default:
      return never(control);
  }
  return { done: true };
}
