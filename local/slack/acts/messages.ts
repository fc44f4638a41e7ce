import { randomUUID } from 'node:crypto';
import { APP, APP_BOT, APP_USER, dmOf, isDm, type SimMessage, TEAM } from '../model.ts';
import { shown } from '../shown.ts';
import type { Sim } from '../sim.ts';

export type NewMessage = Pick<SimMessage, 'channel' | 'user' | 'text'> & Partial<SimMessage>;

/** Puts a message into a conversation; those it concerns are notified, the app is told. */
export function postMessage(sim: Sim, message: NewMessage): SimMessage {
  const { workspace } = sim;
  const person = workspace.user(message.user)?.kind !== 'bot' && !message.botId;
  const added: SimMessage = {
    ts: workspace.ts(),
    threadTs: null,
    botId: message.user === APP_USER ? APP_BOT : null,
    blocks: [],
    metadata: null,
    reactions: [],
    onlyFor: null,
    clientMsgId: person ? randomUUID() : null,
    editedTs: null,
    tombstone: false,
    ...message,
  };
  workspace.save('messages', added);
  if (added.onlyFor !== null) return added;
  notify(sim, added);
  tell(sim, added);
  return added;
}

/** Replaces a message's content in place; nobody is notified of an edit. */
export function changeMessage(
  sim: Sim,
  message: SimMessage,
  content: Partial<Pick<SimMessage, 'text' | 'blocks' | 'metadata'>>,
): void {
  const before = shown(sim.workspace, message);
  Object.assign(message, content, { editedTs: sim.workspace.ts() });
  sim.workspace.save('messages', message);
  if (message.onlyFor !== null) return;
  const change = {
    subtype: 'message_changed',
    message: shown(sim.workspace, message),
    previous_message: before,
  };
  messageEvent(sim, message.channel, { ts: sim.workspace.ts(), ...change });
}

/** A deleted head of a thread stays as a tombstone. */
export function deleteMessage(sim: Sim, message: SimMessage): void {
  const { workspace } = sim;
  const before = shown(workspace, message);
  const { channel, ts } = message;
  const replies = workspace.messagesIn(channel).some((one) => one.threadTs === ts);
  if (replies) {
    Object.assign(message, {
      text: 'This message was deleted.',
      blocks: [],
      metadata: null,
      tombstone: true,
    });
    workspace.save('messages', message);
  } else workspace.remove('messages', message);
  const home = workspace.channel(channel);
  if (home?.pins.includes(ts)) {
    home.pins = home.pins.filter((pin) => pin !== ts);
    workspace.save('channels', home);
  }
  if (message.onlyFor !== null) return;
  messageEvent(sim, channel, {
    ts: workspace.ts(),
    subtype: 'message_deleted',
    deleted_ts: ts,
    previous_message: before,
  });
}

/** A message that mentions the app yields both a message and an app_mention; the app's own only the former. */
function tell(sim: Sim, message: SimMessage): void {
  const { channel, user, text } = message;
  const event = {
    ...shown(sim.workspace, message),
    ...(message.clientMsgId && { client_msg_id: message.clientMsgId }),
    ...(user === APP_USER ? { app_id: APP } : message.botId ? { subtype: 'bot_message' } : {}),
    ...(message.files && { subtype: 'file_share' }),
    team: TEAM,
  };
  messageEvent(sim, channel, event);
  const mentioned = text.includes(`<@${APP_USER}>`) && user !== APP_USER && !isDm(channel);
  if (mentioned && sim.workspace.isMember(channel, APP_USER))
    sim.events.emit({ ...event, type: 'app_mention', channel });
}

function messageEvent(sim: Sim, channel: string, event: object): void {
  if (!sim.workspace.isMember(channel, APP_USER)) return;
  const kind = isDm(channel) ? 'im' : sim.workspace.channel(channel)?.private ? 'group' : 'channel';
  const subscription = { im: 'message.im', group: 'message.groups', channel: 'message.channels' }[kind];
  sim.events.emit(
    { event_ts: sim.workspace.ts(), ...event, type: 'message', channel, channel_type: kind },
    subscription,
  );
}

/** Slack notifies the members a message mentions, and who gets a direct message. */
function notify({ workspace }: Sim, message: SimMessage): void {
  const { channel, ts } = message;
  const content = message.blocks.length > 0 ? JSON.stringify(message.blocks) : message.text;
  const everybody = /<!(channel|here|everyone)/.test(content);
  const called = new Set([...content.matchAll(/<@([A-Z0-9]+)(?:\|[^>]*)?>/g)].map(([, user]) => user));
  for (const [, group = ''] of content.matchAll(/<!subteam\^([A-Z0-9]+)/g)) {
    const found = workspace.get('userGroups', group);
    if (found?.enabled) for (const user of found.users) called.add(user);
  }
  for (const { id, kind, deactivated, dnd } of workspace.state.users) {
    if (id === message.user || kind === 'bot' || deactivated || !workspace.isMember(channel, id)) continue;
    if (channel === dmOf(id) || everybody || called.has(id))
      workspace.save('notifications', { id: workspace.id('N'), user: id, channel, ts, silent: dnd });
  }
}
