import { TobanError } from '../../../shared/platform/errors.ts';
import type { OutgoingMessage, Posted, Slack, SlackUser } from '../../../shared/ports/slack.ts';

export interface Message {
  readonly channel: string;
  readonly ts: string;
  readonly threadTs: string | null;
  readonly user: string;
  /** True time at which it was posted, and at which it was last written. */
  readonly postedAt: number;
  shownAt: number;
  text: string;
  blocks: OutgoingMessage['blocks'];
  readonly key: string | null;
}

export const APP = 'U0TOBAN';
export const dmOf = (user: string): string => `D${user.slice(1)}`;

/** Somebody's memory of one workspace, as cheap as can be; the port on it never fails by itself. */
export class SimSlack {
  readonly messages: Message[] = [];
  readonly reactions = new Map<string, Set<string>>();
  /** Looks at each message of Toban's before it stands. */
  onPost: (key: string) => Promise<void> = async () => undefined;
  readonly #time: () => number;
  readonly #users: ReadonlyMap<string, string>;
  #sequence = 0;

  constructor(time: () => number, users: ReadonlyMap<string, string>) {
    this.#time = time;
    this.#users = users;
  }

  say(user: string, channel: string, text: string, threadTs: string | null): Message {
    return this.#add({ channel, user, text, threadTs, blocks: [], key: null });
  }

  ours(): Message[] {
    return this.messages.filter(({ user }) => user === APP);
  }

  /** Methods that no call needs are left out: whoever calls one hears that it is refused. */
  port(): Slack {
    const known: Partial<Slack> = {
      post: async ({ channel, threadTs = null, text, blocks, key }) => {
        await this.onPost(key);
        const { ts } = this.#add({ channel, user: APP, text, threadTs, blocks, key });
        return { channel, ts };
      },
      update: async ({ channel, ts, text, blocks }) => {
        const message = this.#of({ channel, ts });
        Object.assign(message, { text, blocks, shownAt: this.#time() });
      },
      find: async ({ channel, threadTs, key, since }) => {
        const fits = (one: Message) =>
          one.key === key &&
          one.channel === channel &&
          one.threadTs === (threadTs ?? null) &&
          Number(one.ts) >= since / 1_000;
        const found = this.messages.find(fits);
        return found ? { channel, ts: found.ts } : null;
      },
      openDm: async (user) => dmOf(user),
      whisper: async () => undefined,
      react: async (message, name) => void this.#marks(message).add(name),
      unreact: async (message, name) => void this.#marks(message).delete(name),
      permalink: async ({ channel, ts }) => `https://simulated.slack.com/archives/${channel}/p${ts}`,
      join: async () => undefined,
      user: async (id) => this.#user(id),
      userByEmail: async () => null,
      users: async () => [...this.#users.keys()].map((id) => this.#user(id) as SlackUser),
    };
    const refuse = (method: PropertyKey) => async () => {
      throw new TobanError('refused', `${String(method)} is not simulated`);
    };
    return new Proxy(known, {
      get: (target, method) => Reflect.get(target, method) ?? refuse(method),
    }) as Slack;
  }

  #add(content: Pick<Message, 'channel' | 'user' | 'text' | 'threadTs' | 'blocks' | 'key'>): Message {
    this.#sequence += 1;
    const at = this.#time();
    const ts = `${Math.floor(at / 1_000)}.${String(this.#sequence).padStart(6, '0')}`;
    const message: Message = { ...content, ts, postedAt: at, shownAt: at };
    this.messages.push(message);
    return message;
  }

  #of({ channel, ts }: Posted): Message {
    const found = this.messages.find((one) => one.channel === channel && one.ts === ts);
    if (!found) throw new TobanError('refused', 'simulated', { reason: 'message_not_found' });
    return found;
  }

  #marks({ channel, ts }: Posted): Set<string> {
    const key = `${channel}/${ts}`;
    const marks = this.reactions.get(key) ?? new Set();
    this.reactions.set(key, marks);
    return marks;
  }

  #user(id: string): SlackUser | null {
    const admin = id === 'U0ADMIN';
    const name = this.#users.get(id) ?? (admin ? 'Toban 管理用' : undefined);
    if (name === undefined) return null;
    const account = {
      email: null,
      locale: 'ja-JP',
      deactivated: false,
      bot: id === APP,
      admin,
    } as const;
    return { id, name, realName: name, handle: id.toLowerCase(), ...account, guest: 'no' };
  }
}
