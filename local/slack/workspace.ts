import * as z from 'zod/mini';
import type { Clock } from '../../shared/platform/clock.ts';
import { Journal } from './journal.ts';
import {
  APP_USER,
  dmOf,
  isDm,
  SimChannel,
  SimFile,
  SimMessage,
  SimNotification,
  SimToken,
  SimUser,
  SimUserGroup,
  SimView,
} from './model.ts';
import { type SimState, seedScene } from './seed.ts';
import { Settings } from './settings.ts';

type Collections = Omit<SimState, 'settings'>;
export type Collection = keyof Collections;
type Item<C extends Collection> = Collections[C][number];

const KEYS: { readonly [C in Collection]: (item: Item<C>) => string } = {
  users: ({ id }) => id,
  channels: ({ id }) => id,
  messages: ({ channel, ts }) => `${channel}:${ts}`,
  notifications: ({ id }) => id,
  userGroups: ({ id }) => id,
  views: ({ id }) => id,
  tokens: ({ token }) => token,
  files: ({ id }) => id,
};

const KEPT = z.object({
  users: z.array(SimUser),
  channels: z.array(SimChannel),
  messages: z.array(SimMessage),
  notifications: z.array(SimNotification),
  userGroups: z.array(SimUserGroup),
  views: z.array(SimView),
  tokens: z.array(SimToken),
  files: z.array(SimFile),
});

/** The workspace's memory. With a file, each change is on disk before it is answered; it survives a kill. */
export class Workspace {
  readonly #clock: Clock;
  readonly #journal: Journal;
  readonly #index = new Map<string, Item<Collection>>();
  readonly #inChannel = new Map<string, SimMessage[]>();
  readonly state: SimState;
  #sequence = 0;
  /** Counts changes, for pages that poll. */
  revision = 0;

  constructor(clock: Clock, file: string | null) {
    this.#clock = clock;
    this.#journal = new Journal(file);
    const kept = this.#journal.open();
    this.state = kept ? stateOf(kept) : seedScene(clock.now());
    this.#sequence = Number(kept?.get('sequence')?.get('last') ?? 0);
    for (const collection of Object.keys(KEYS) as Collection[]) {
      for (const item of this.state[collection]) this.#remember(collection, item, !kept);
    }
    if (!kept) this.#journal.write('settings', 'settings', this.state.settings);
  }

  /** Keeps a thing as it is now: a new one, or one that was changed. */
  save<C extends Collection>(collection: C, item: Item<C>): void {
    if (!this.#index.has(this.#key(collection, item)))
      (this.state[collection] as Item<Collection>[]).push(item);
    this.#remember(collection, item, true);
    this.revision += 1;
  }

  remove<C extends Collection>(collection: C, item: Item<C>): void {
    const key = this.#key(collection, item);
    if (!this.#index.delete(key)) return;
    removeFrom(this.state[collection] as Item<Collection>[], item);
    if (collection === 'messages')
      removeFrom(this.messagesIn((item as SimMessage).channel), item as SimMessage);
    this.#journal.write(collection, KEYS[collection](item as never), null);
    this.revision += 1;
  }

  set(settings: Partial<Settings>): void {
    Object.assign(this.state.settings, settings);
    this.#journal.write('settings', 'settings', this.state.settings);
    this.revision += 1;
  }

  /** A message id, unique and in order, by the business clock. */
  ts(): string {
    return `${Math.floor(this.#clock.now() / 1_000)}.${String(this.#next()).padStart(6, '0')}`;
  }

  /** An id such as `C00000012`, never given before. */
  id(prefix: string): string {
    return `${prefix}${this.#next().toString(36).toUpperCase().padStart(8, '0')}`;
  }

  now(): number {
    return this.#clock.now();
  }

  get<C extends Collection>(collection: C, key: string): Item<C> | undefined {
    return this.#index.get(`${collection}/${key}`) as Item<C> | undefined;
  }

  find(channel: string, ts: string): SimMessage | undefined {
    return this.get('messages', `${channel}:${ts}`);
  }

  /** Oldest first. */
  messagesIn(channel: string): SimMessage[] {
    return this.#inChannel.get(channel) ?? [];
  }

  user(id: string): SimUser | undefined {
    return this.get('users', id);
  }

  channel(id: string): SimChannel | undefined {
    return this.get('channels', id);
  }

  /** Direct messages exist between the app and each person. */
  isMember(channel: string, user: string): boolean {
    if (isDm(channel)) return channel === dmOf(user) || user === APP_USER;
    return this.channel(channel)?.members.includes(user) ?? false;
  }

  #next(): number {
    this.#sequence += 1;
    this.#journal.write('sequence', 'last', this.#sequence);
    return this.#sequence;
  }

  #key<C extends Collection>(collection: C, item: Item<C>): string {
    return `${collection}/${KEYS[collection](item as never)}`;
  }

  #remember<C extends Collection>(collection: C, item: Item<C>, write: boolean): void {
    const key = this.#key(collection, item);
    const known = this.#index.has(key);
    this.#index.set(key, item);
    if (write) this.#journal.write(collection, KEYS[collection](item as never), item);
    if (collection !== 'messages' || known) return;
    const message = item as SimMessage;
    const list = this.#inChannel.get(message.channel);
    if (list) list.push(message);
    else this.#inChannel.set(message.channel, [message]);
  }
}

function removeFrom<T>(list: T[], item: T): void {
  const at = list.indexOf(item);
  if (at >= 0) list.splice(at, 1);
}

function stateOf(kept: ReadonlyMap<string, ReadonlyMap<string, unknown>>): SimState {
  const all = (collection: string) => [...(kept.get(collection)?.values() ?? [])];
  const collections = KEPT.parse(Object.fromEntries(Object.keys(KEYS).map((name) => [name, all(name)])));
  return { ...collections, settings: Settings.parse(kept.get('settings')?.get('settings')) };
}
