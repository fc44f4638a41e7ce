import { addMember } from '../acts/channels.ts';
import { refuse, type SlackCode } from '../errors.ts';
import type { SimChannel } from '../model.ts';
import { shownChannel } from '../shown.ts';
import { type Call, ownChannel } from './define.ts';

const MOST = 100;

/**
 * All or nobody, unless `force`: then whom it can. Who may invite a guest is assumed: administrators only; a bot
 * never. A single-channel guest stays in the one channel there is.
 */
export function invite(
  call: Call,
  args: { channel: string; users: string[]; force?: boolean | undefined },
): object {
  const channel = ownChannel(call, args.channel);
  if (args.users.length === 0) refuse('no_users_provided');
  if (args.users.length > MOST) refuse('too_many_users');
  const refusals = args.users.flatMap((user) => {
    const error = refusalOf(call, channel, user);
    return error ? [{ user, error, ok: false }] : [];
  });
  const [first] = refusals;
  if (first && (!args.force || refusals.length === args.users.length))
    refuse(first.error, args.users.length > 1 ? { errors: refusals } : {});
  for (const user of args.users) {
    if (!refusals.some((one) => one.user === user)) addMember(call, channel, user, call.token.user);
  }
  return {
    channel: shownChannel(channel, call.token.user),
    ...(refusals.length > 0 && { errors: refusals }),
  };
}

function refusalOf(call: Call, channel: SimChannel, id: string): SlackCode | null {
  const { workspace, token } = call;
  const user = workspace.user(id);
  if (!user) return 'user_not_found';
  if (id === token.user) return 'cant_invite_self';
  if (channel.members.includes(id)) return 'already_in_channel';
  if (user.deactivated) return 'user_disabled';
  const inviter = workspace.user(token.user);
  const admin = Boolean(inviter?.admin || inviter?.owner);
  if (user.kind === 'guest' || user.kind === 'single-channel-guest') {
    if (!admin) return workspace.state.settings.guestInviteError;
    const elsewhere = workspace.state.channels.some((one) => one.members.includes(id));
    if (user.kind === 'single-channel-guest' && elsewhere) return 'ura_max_channels';
  }
  return null;
}
