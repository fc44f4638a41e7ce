import { revokeToken } from '../acts/tokens.ts';
import { APP, APP_BOT, APP_USER, FOREIGN, TEAM, TEAM_NAME } from '../model.ts';
import { flag, maybe, method, userOf } from './define.ts';

export const auth = {
  'auth.test': method('special', {}, (call) => {
    const { token, url } = call;
    return {
      url: `${url}/`,
      team: token.team ? FOREIGN.name : TEAM_NAME,
      team_id: token.team ?? TEAM,
      user: token.team ? FOREIGN.user : userOf(call, token.user).handle,
      user_id: token.user,
      ...(token.user === APP_USER && { bot_id: APP_BOT }),
      is_enterprise_install: false,
    };
  }),
  'auth.revoke': method(3, { test: flag }, (call, args) => {
    if (!args.test) revokeToken(call, call.token.value);
    return { revoked: !args.test };
  }),
  'apps.uninstall': method(1, { client_id: maybe, client_secret: maybe }, (call) => {
    for (const { token } of [...call.workspace.state.tokens]) revokeToken(call, token);
    call.events.emit({ type: 'app_uninstalled', api_app_id: APP });
    return {};
  }),
};
