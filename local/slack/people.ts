import { randomUUID } from 'node:crypto';
import type { AppAddress, Events } from './events.ts';
import { APP_USER, type SimMessage, TEAM } from './model.ts';
import type { Workspace } from './workspace.ts';

/** What people do in Slack, with the events and requests that follow from it. */
export class People {
  readonly #workspace: Workspace;
  readonly #events: Events;
  readonly #app: AppAddress;

  constructor(workspace: Workspace, events: Events, app: AppAddress) {
    this.#workspace = workspace;
    this.#events = events;
    this.#app = app;
  }

  say(user: string, channel: string, text: string, threadTs: string | null = null): SimMessage {
    const message = this.#workspace.add({ user, channel, text, threadTs });
    this.#emit(message, { user, client_msg_id: randomUUID() });
    return message;
  }

  botSays(botId: string, channel: string, text: string): SimMessage {
    const message = this.#workspace.add({ user: botId, botId, channel, text });
    this.#emit(message, { bot_id: botId, subtype: 'bot_message' });
    return message;
  }

  edit(message: SimMessage, text: string): void {
    const before = message.text;
    message.text = text;
    this.#workspace.changed();
    const { channel, ts, user } = message;
    this.#events.emit({
      type: 'message',
      subtype: 'message_changed',
      channel,
      message: { type: 'message', user, ts, text },
      previous_message: { type: 'message', user, ts, text: before },
    });
  }

  react(user: string, message: SimMessage, name: string): void {
    const { channel, ts } = message;
    message.reactions.push({ name, user });
    this.#workspace.changed();
    if (!this.#workspace.isMember(channel, APP_USER)) return;
    this.#events.emit({
      type: 'reaction_added',
      user,
      reaction: name,
      item: { type: 'message', channel, ts },
    });
  }

  /** Presses a button; the status of the app's answer. */
  press(user: string, message: SimMessage, actionId: string, responseUrl: string): Promise<number> {
    const value = buttonsOf(message).find((button) => button.actionId === actionId)?.value ?? '';
    const payload = {
      type: 'block_actions',
      team: { id: TEAM },
      user: { id: user, team_id: TEAM },
      channel: { id: message.channel },
      container: { type: 'message', message_ts: message.ts, channel_id: message.channel },
      message: { ts: message.ts, ...(message.threadTs && { thread_ts: message.threadTs }) },
      response_url: responseUrl,
      trigger_id: randomUUID(),
      actions: [{ type: 'button', action_id: actionId, value, action_ts: this.#workspace.ts() }],
    };
    const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
    return this.#events.post(this.#app.interactivityUrl, body, 'application/x-www-form-urlencoded');
  }

  /** A message that mentions the app yields both a message and an app_mention. */
  #emit({ channel, ts, threadTs, text }: SimMessage, by: object): void {
    if (!this.#workspace.isMember(channel, APP_USER)) return;
    const direct = channel.startsWith('D');
    const event = {
      channel,
      channel_type: direct ? 'im' : 'channel',
      ts,
      text,
      team: TEAM,
      ...by,
      ...(threadTs && { thread_ts: threadTs }),
    };
    this.#events.emit({ type: 'message', ...event });
    if (text.includes(`<@${APP_USER}>`) && !direct) this.#events.emit({ type: 'app_mention', ...event });
  }
}

export interface Button {
  readonly actionId: string;
  readonly label: string;
  readonly value: string;
  readonly primary: boolean;
}

/** The buttons a message shows, in order. */
export function buttonsOf(message: SimMessage): Button[] {
  const blocks = message.blocks as {
    type: string;
    elements?: { type: string; action_id: string; value: string; style?: string; text: { text: string } }[];
  }[];
  return blocks
    .filter((block) => block.type === 'actions')
    .flatMap((block) => block.elements ?? [])
    .map(({ action_id: actionId, text, value, style }) => ({
      actionId,
      label: text.text,
      value,
      primary: style === 'primary',
    }));
}
