import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Clock } from '../../shared/platform/clock.ts';
import { dmOf, type SimMessage, SimState, type SimUser } from './model.ts';
import { seedScene } from './seed.ts';

type NewMessage = Pick<SimMessage, 'channel' | 'user' | 'text'> & Partial<SimMessage>;

/** The workspace's memory. With a file, each change is on disk before it is answered; it survives a kill. */
export class Workspace {
  readonly #clock: Clock;
  readonly #file: string | null;
  readonly state: SimState;
  /** Counts changes, for pages that poll. */
  revision = 0;

  constructor(clock: Clock, file: string | null) {
    this.#clock = clock;
    this.#file = file;
    this.state =
      file && existsSync(file) ? SimState.parse(JSON.parse(readFileSync(file, 'utf8'))) : seedScene();
  }

  changed(): void {
    this.revision += 1;
    if (!this.#file) return;
    writeFileSync(`${this.#file}.new`, JSON.stringify(this.state));
    renameSync(`${this.#file}.new`, this.#file);
  }

  /** A message id, unique and in order, by the business clock. */
  ts(): string {
    this.state.sequence += 1;
    return `${Math.floor(this.#clock.now() / 1_000)}.${String(this.state.sequence).padStart(6, '0')}`;
  }

  add(message: NewMessage): SimMessage {
    const defaults = {
      ts: this.ts(),
      threadTs: null,
      botId: null,
      blocks: [],
      metadata: null,
      reactions: [],
      onlyFor: null,
    };
    const added: SimMessage = { ...defaults, ...message };
    this.state.messages.push(added);
    if (added.onlyFor === null) this.#notify(added);
    this.changed();
    return added;
  }

  find(channel: string, ts: string): SimMessage | undefined {
    return this.state.messages.find((message) => message.channel === channel && message.ts === ts);
  }

  user(id: string): SimUser | undefined {
    return this.state.users.find((user) => user.id === id);
  }

  isMember(channel: string, user: string): boolean {
    if (channel.startsWith('D')) return channel === dmOf(user) || user === 'U0TOBAN';
    return this.state.channels.some((one) => one.id === channel && one.members.includes(user));
  }

  /** Slack notifies the members a message mentions, and who gets a direct message; edits notify nobody. */
  #notify(message: SimMessage): void {
    const { channel, ts } = message;
    const content = message.blocks.length > 0 ? JSON.stringify(message.blocks) : message.text;
    const everybody = /<!(channel|here|everyone)/.test(content);
    for (const { id, kind, deactivated } of this.state.users) {
      if (id === message.user || kind === 'bot' || deactivated || !this.isMember(channel, id)) continue;
      const direct = channel === dmOf(id);
      if (direct || everybody || content.includes(`<@${id}>`))
        this.state.notifications.push({ user: id, channel, ts });
    }
  }
}
