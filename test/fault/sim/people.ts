import { randomUUID } from 'node:crypto';
import { CHANNEL, TEAM } from './scene.ts';
import { APP, dmOf, type Message } from './slack.ts';
import type { World } from './world.ts';

interface Button {
  readonly action_id: string;
  readonly value: string;
}

/** What people do, with the requests that follow from it. */
export class People {
  readonly calls: Message[] = [];
  /** `user action record` of each press. */
  readonly presses: string[] = [];
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  /** Says something in the channel, or in a thread of it; a mention yields two events, as with Slack. */
  say(user: string, text: string, thread: string | null, copies: readonly number[]): Message {
    const message = this.#world.slack.say(user, CHANNEL, text, thread);
    if (thread === null) this.calls.push(message);
    this.#emit({ ...this.#spoken(message), channel_type: 'channel' }, copies);
    return message;
  }

  sayDirect(user: string, text: string): void {
    const message = this.#world.slack.say(user, dmOf(user), text, null);
    this.#emit({ ...this.#spoken(message), channel_type: 'im' }, [0]);
  }

  react(user: string, { channel, ts }: Message): void {
    const item = { type: 'message', channel, ts };
    this.#send(ts, { type: 'reaction_added', user, reaction: 'white_check_mark', item }, [0]);
  }

  /** Presses a button; Slack does not try again by itself. */
  async press(user: string, message: Message, { action_id, value }: Button): Promise<number> {
    this.presses.push(`${user} ${action_id} ${value}`);
    const payload = {
      type: 'block_actions',
      team: { id: TEAM },
      user: { id: user, team_id: TEAM },
      channel: { id: message.channel },
      container: { type: 'message', message_ts: message.ts, channel_id: message.channel },
      message: { ts: message.ts, ...(message.threadTs && { thread_ts: message.threadTs }) },
      trigger_id: randomUUID(),
      actions: [{ type: 'button', action_id, value, action_ts: (this.#world.time / 1_000).toFixed(6) }],
    };
    const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
    return this.#world.post('/slack/interactivity', body);
  }

  /** Messages of Toban's that somebody can see now. */
  seenBy(user: string): Message[] {
    const { slack } = this.#world;
    return slack.ours().filter(({ channel }) => channel === CHANNEL || channel === dmOf(user));
  }

  #spoken({ channel, ts, threadTs, user, text }: Message) {
    const thread = threadTs ? { thread_ts: threadTs } : {};
    return { type: 'message', user, channel, ts, text, team: TEAM, client_msg_id: `c${ts}`, ...thread };
  }

  #emit(
    event: { type: string; ts: string; text: string; channel_type: string },
    copies: readonly number[],
  ): void {
    this.#send(event.ts, event, copies);
    if (event.text.includes(`<@${APP}>`) && event.channel_type !== 'im')
      this.#send(event.ts, { ...event, type: 'app_mention' }, copies);
  }

  /** Each copy leaves after so many ms: twins, repeats and what comes late. */
  #send(ts: string, event: object, copies: readonly number[]): void {
    const authorizations = [{ team_id: TEAM, user_id: APP, is_bot: true }];
    const body = JSON.stringify({ type: 'event_callback', team_id: TEAM, authorizations, event });
    for (const ms of copies) this.#world.later(ms, () => this.#world.deliverEvent(ts, body));
  }
}

/** The buttons a message shows; entries of its menu count too. */
export function buttonsOf(message: Pick<Message, 'blocks'>): Button[] {
  return message.blocks.flatMap((block) => {
    const elements: readonly unknown[] =
      block.type === 'actions' ? block.elements : block.type === 'section' ? [block.accessory] : [];
    return elements.flatMap((one) => {
      const { action_id, value, options } = (one ?? {}) as Partial<Button> & {
        options?: { value: string }[];
      };
      if (action_id === undefined) return [];
      return (options ?? [{ value: value ?? '' }]).map((entry) => ({ action_id, value: entry.value }));
    });
  });
}
