import { addMember, archive, removeMember, rename } from './acts/channels.ts';
import { changeMessage, deleteMessage, postMessage } from './acts/messages.ts';
import { addUser, changeUser } from './acts/people.ts';
import { addReaction, removeReaction } from './acts/reactions.ts';
import { elementsIn } from './elements.ts';
import { Interactions } from './interactions.ts';
import { dmOf, type SimChannel, type SimMessage, type SimUser } from './model.ts';

/** What people do in Slack, with the events and requests that follow from it. */
export class People extends Interactions {
  say(user: string, channel: string, text: string, threadTs: string | null = null): SimMessage {
    return postMessage(this.sim, { user, channel, text, threadTs });
  }

  /** A message with files. */
  share(user: string, channel: string, text: string, files: string[], threadTs: string | null = null) {
    return postMessage(this.sim, { user, channel, text, files, threadTs });
  }

  botSays(botId: string, channel: string, text: string): SimMessage {
    return postMessage(this.sim, { user: botId, botId, channel, text });
  }

  edit(message: SimMessage, text: string): void {
    changeMessage(this.sim, message, { text });
  }

  delete(message: SimMessage): void {
    deleteMessage(this.sim, message);
  }

  react(user: string, message: SimMessage, name: string): void {
    addReaction(this.sim, user, message, name);
  }

  unreact(user: string, message: SimMessage, name: string): void {
    removeReaction(this.sim, user, message, name);
  }

  /** Changes an account, as an administrator does. */
  setUser(user: SimUser, change: Partial<SimUser>): void {
    changeUser(this.sim, user, change);
  }

  addUser(user: SimUser): void {
    addUser(this.sim, user);
  }

  invite(channel: SimChannel, user: string, by: string | null = null): void {
    addMember(this.sim, channel, user, by);
  }

  kick(channel: SimChannel, user: string): void {
    removeMember(this.sim, channel, user);
  }

  rename(channel: SimChannel, name: string): void {
    rename(this.sim, channel, name);
  }

  archive(channel: SimChannel, user: string, archived = true): void {
    archive(this.sim, channel, user, archived);
  }

  /** Looks at the app's Home tab. */
  openHome(user: string): void {
    const event_ts = this.sim.workspace.ts();
    const channel = dmOf(user);
    this.sim.events.emit({ type: 'app_home_opened', user, channel, tab: 'home', event_ts });
  }
}

export interface Button {
  readonly actionId: string;
  readonly label: string;
  readonly value: string;
  readonly primary: boolean;
}

interface Pressable {
  readonly value?: string;
  readonly style?: string;
  readonly text?: { readonly text: string };
  readonly options?: readonly { readonly text: { readonly text: string }; readonly value: string }[];
}

/** The buttons a message shows, in order; an entry of an overflow menu counts as one. */
export function buttonsOf(message: SimMessage): Button[] {
  return elementsIn(message.blocks).flatMap(({ type, actionId, element }) => {
    const { text, value = '', style, options = [] } = element as Pressable;
    if (type === 'overflow')
      return options.map((one) => ({ actionId, label: one.text.text, value: one.value, primary: false }));
    if (type !== 'button') return [];
    return [{ actionId, label: text?.text ?? '', value, primary: style === 'primary' }];
  });
}
