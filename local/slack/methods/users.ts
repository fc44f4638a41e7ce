import { refuse } from '../errors.ts';
import { TEAM, TEAM_NAME } from '../model.ts';
import { profileOf, shownUser } from '../shown.ts';
import { type Call, count, flag, list, maybe, method, pageOf, text, userOf } from './define.ts';

/** Addresses are shown only to who may read them. */
const emailFor = (call: Call): boolean => call.token.scopes.includes('users:read.email');

export const users = {
  'users.info': method(4, { user: text, include_locale: flag }, (call, args) => ({
    user: shownUser(userOf(call, args.user), {
      withEmail: emailFor(call),
      withLocale: args.include_locale === true,
    }),
  })),
  'users.list': method(
    2,
    { cursor: maybe, limit: count, include_locale: flag, team_id: maybe },
    (call, args) => {
      const { items, next } = pageOf(call.workspace.state.users, args, 1_000);
      const how = { withEmail: emailFor(call), withLocale: args.include_locale === true };
      return {
        members: items.map((user) => shownUser(user, how)),
        response_metadata: { next_cursor: next },
      };
    },
  ),
  'users.lookupByEmail': method(3, { email: text }, (call, args) => {
    const wanted = args.email.toLowerCase();
    const found = call.workspace.state.users.find((user) => user.email === wanted && !user.deactivated);
    return { user: shownUser(found ?? refuse('users_not_found')) };
  }),
  'users.profile.get': method(4, { user: maybe, include_labels: flag }, (call, args) => {
    const user = userOf(call, args.user ?? call.token.user);
    return { profile: profileOf(user, emailFor(call) ? user.email : null) };
  }),
  'users.getPresence': method(3, { user: maybe }, (call, args) => {
    const { deactivated, dnd } = userOf(call, args.user ?? call.token.user);
    return { presence: deactivated || dnd ? 'away' : 'active' };
  }),
  'dnd.info': method(3, { user: maybe }, (call, args) => dndOf(call, args.user ?? call.token.user)),
  'dnd.teamInfo': method(2, { users: list }, (call, args) => ({
    users: Object.fromEntries(args.users.map((user) => [user, dndOf(call, user)])),
  })),
  'team.info': method(3, { team: maybe }, () => ({
    team: { id: TEAM, name: TEAM_NAME, domain: 'simulated', email_domain: 'example.com' },
  })),
};

/** Somebody in do-not-disturb is in it for the day. */
function dndOf(call: Call, id: string): object {
  const { dnd } = userOf(call, id);
  const now = Math.floor(call.workspace.now() / 1_000);
  return {
    dnd_enabled: dnd,
    next_dnd_start_ts: dnd ? now - 3_600 : 1,
    next_dnd_end_ts: dnd ? now + 82_800 : 1,
  };
}
