import { addMember, archive, createChannel, removeMember, rename } from '../acts/channels.ts';
import { refuse, refuseShape } from '../errors.ts';
import { dmOf, isDm, type SimChannel } from '../model.ts';
import { shownChannel, shownDm } from '../shown.ts';
import { channelName } from './channel-name.ts';
import {
  type Call,
  channelOf,
  count,
  flag,
  list,
  maybe,
  method,
  ownChannel,
  pageOf,
  readable,
  text,
  userOf,
} from './define.ts';
import { invite } from './invite.ts';

const TOPIC_LIMIT = 250;

export const conversations = {
  'conversations.create': method(2, { name: text, is_private: flag, team_id: maybe }, (call, args) => {
    const name = channelName(call, args.name);
    if (call.workspace.state.settings.channelCreation === 'admins' && !rightsOf(call).admin)
      refuse('restricted_action');
    if (rightsOf(call).guest) refuse('restricted_action');
    return shownTo(call, createChannel(call, call.token.user, name, args.is_private ?? false));
  }),
  'conversations.invite': method(3, { channel: text, users: list, force: flag }, invite),
  'conversations.kick': method(3, { channel: text, user: text }, (call, args) => {
    const channel = ownChannel(call, args.channel);
    const user = userOf(call, args.user).id;
    if (user === call.token.user) refuse('cant_kick_self');
    if (!channel.members.includes(user)) refuse('not_in_channel');
    removeMember(call, channel, user);
    return {};
  }),
  'conversations.join': method(3, { channel: text }, (call, args) => {
    const channel = channelOf(call, args.channel);
    if (channel.private) refuse('method_not_supported_for_channel_type');
    if (channel.archived) refuse('is_archived');
    const already = channel.members.includes(call.token.user);
    addMember(call, channel, call.token.user, null);
    return { ...shownTo(call, channel), ...(already && { warning: 'already_in_channel' }) };
  }),
  'conversations.leave': method(3, { channel: text }, (call, args) => {
    const channel = channelOf(call, args.channel);
    if (!channel.members.includes(call.token.user)) return { not_in_channel: true };
    removeMember(call, channel, call.token.user);
    return {};
  }),
  'conversations.open': method(3, { users: list, return_im: flag }, (call, args) => {
    const [id = '', ...more] = args.users;
    if (more.length > 0) refuseShape('invalid_arguments', 'group direct messages are not simulated');
    const user = userOf(call, id);
    if (user.deactivated) refuse('user_disabled');
    return { channel: { id: dmOf(user.id) } };
  }),
  'conversations.info': method(
    3,
    { channel: text, include_num_members: flag, include_locale: flag },
    (call, args) =>
      isDm(args.channel)
        ? { channel: shownDm(readable(call, args.channel)) }
        : shownTo(call, channelOf(call, args.channel)),
  ),
  'conversations.list': method(
    2,
    { cursor: maybe, limit: count, exclude_archived: flag, types: maybe, team_id: maybe },
    (call, args) => {
      const types = (args.types ?? 'public_channel').split(',');
      const seen = call.workspace.state.channels.filter(
        (one) =>
          types.includes(one.private ? 'private_channel' : 'public_channel') &&
          !(args.exclude_archived && one.archived) &&
          (!one.private || one.members.includes(call.token.user)),
      );
      const { items, next } = pageOf(seen, args, 1_000);
      const channels = items.map((one) => shownChannel(one, call.token.user));
      return { channels, response_metadata: { next_cursor: next } };
    },
  ),
  'conversations.members': method(4, { channel: text, cursor: maybe, limit: count }, (call, args) => {
    const { items, next } = pageOf(channelOf(call, args.channel).members, args, 1_000);
    return { members: items, response_metadata: { next_cursor: next } };
  }),
  'conversations.rename': method(2, { channel: text, name: text }, (call, args) => {
    const channel = ownChannel(call, args.channel);
    // Only its creator and administrators may (documented as not_authorized for others; assumed for bots).
    rename(call, channel, args.name === channel.name ? args.name : channelName(call, args.name));
    return shownTo(call, channel);
  }),
  'conversations.archive': method(2, { channel: text }, (call, args) => {
    const channel = channelOf(call, args.channel);
    if (channel.archived) refuse('already_archived');
    ownChannel(call, args.channel);
    archive(call, channel, call.token.user, true);
    return {};
  }),
  'conversations.unarchive': method(2, { channel: text }, (call, args) => {
    const channel = channelOf(call, args.channel);
    if (!channel.archived) refuse('not_archived');
    archive(call, channel, call.token.user, false);
    return {};
  }),
  'conversations.setTopic': method(2, { channel: text, topic: text }, (call, args) => {
    const channel = ownChannel(call, args.channel);
    if (args.topic.length > TOPIC_LIMIT) refuse('too_long');
    channel.topic = args.topic;
    call.workspace.save('channels', channel);
    return shownTo(call, channel);
  }),
  'conversations.setPurpose': method(2, { channel: text, purpose: text }, (call, args) => {
    const channel = ownChannel(call, args.channel);
    if (args.purpose.length > TOPIC_LIMIT) refuse('too_long');
    channel.purpose = args.purpose;
    call.workspace.save('channels', channel);
    return { ...shownTo(call, channel), purpose: args.purpose };
  }),
};

const shownTo = (call: Call, channel: SimChannel) => ({ channel: shownChannel(channel, call.token.user) });

/** What the token's user is; a bot counts as a plain member. */
function rightsOf(call: Call): { admin: boolean; guest: boolean } {
  const user = call.workspace.user(call.token.user);
  const guest = user?.kind === 'guest' || user?.kind === 'single-channel-guest';
  return { admin: Boolean(user?.admin || user?.owner), guest };
}
