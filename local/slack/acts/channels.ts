import { APP_USER, type SimChannel, TEAM } from '../model.ts';
import type { Sim } from '../sim.ts';

export function createChannel(sim: Sim, creator: string, name: string, isPrivate: boolean): SimChannel {
  const { workspace } = sim;
  const channel: SimChannel = {
    id: workspace.id('C'),
    name,
    members: [creator],
    private: isPrivate,
    archived: false,
    creator,
    created: Math.floor(workspace.now() / 1_000),
    topic: '',
    purpose: '',
    bookmarks: [],
    pins: [],
  };
  workspace.save('channels', channel);
  return channel;
}

/** Makes somebody a member; they and the app, if it is there, are told. */
export function addMember(sim: Sim, channel: SimChannel, user: string, inviter: string | null): void {
  if (channel.members.includes(user)) return;
  channel.members.push(user);
  sim.workspace.save('channels', channel);
  if (!channel.members.includes(APP_USER)) return;
  sim.events.emit(
    event(sim, 'member_joined_channel', channel, { user, team: TEAM, ...(inviter && { inviter }) }),
  );
}

export function removeMember(sim: Sim, channel: SimChannel, user: string): void {
  if (!channel.members.includes(user)) return;
  channel.members = channel.members.filter((member) => member !== user);
  sim.workspace.save('channels', channel);
  if (user === APP_USER)
    sim.events.emit(event(sim, channel.private ? 'group_left' : 'channel_left', channel, {}));
  else if (channel.members.includes(APP_USER))
    sim.events.emit(event(sim, 'member_left_channel', channel, { user, team: TEAM }));
}

export function archive(sim: Sim, channel: SimChannel, user: string, archived: boolean): void {
  channel.archived = archived;
  sim.workspace.save('channels', channel);
  about(sim, channel, archived ? 'archive' : 'unarchive', { user });
}

export function rename(sim: Sim, channel: SimChannel, name: string): void {
  channel.name = name;
  sim.workspace.save('channels', channel);
  const { id, created } = channel;
  about(sim, channel, 'rename', { channel: { id, name, created } });
}

/** Of a private channel only its members hear. */
function about(sim: Sim, channel: SimChannel, what: string, more: object): void {
  if (channel.private && !channel.members.includes(APP_USER)) return;
  sim.events.emit(event(sim, `${channel.private ? 'group' : 'channel'}_${what}`, channel, more));
}

const event = (sim: Sim, type: string, channel: SimChannel, more: object) => ({
  type,
  channel: channel.id,
  channel_type: channel.private ? 'G' : 'C',
  event_ts: sim.workspace.ts(),
  ...more,
});
