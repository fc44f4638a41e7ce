import type { SimMessage } from '../../local/slack/index.ts';
import type { SystemOptions } from '../../local/system.ts';
import { type Desk, openDesk } from './desk.ts';
import { declareInSlack, sendForm } from './incident-desk.ts';

/** The desk of somebody who declares incidents: forms, commands and what stands in the rooms. */
export class RoomDesk {
  readonly desk: Desk;

  constructor(desk: Desk) {
    this.desk = desk;
  }

  get state() {
    return this.desk.slack.workspace.state;
  }

  rooms() {
    return this.state.channels.filter(({ name }) => name.startsWith('inc-'));
  }

  /** Id of the first room. */
  get room(): string {
    return this.rooms()[0]?.id ?? '';
  }

  messages(channel: string): SimMessage[] {
    return this.state.messages.filter((one) => one.channel === channel);
  }

  said(channel: string): string {
    return JSON.stringify(this.messages(channel));
  }

  /** Sends the open modal; fields by block id, as a person fills them in. */
  send(user: string, values: Record<string, unknown>): Promise<void> {
    return sendForm(this.desk, user, values);
  }

  /** As `send`, whatever comes of it. */
  submit(user: string, values: Record<string, unknown>) {
    const view = this.state.views.filter((one) => one.user === user).at(-1);
    if (!view) throw new Error('no modal is open');
    const filled = Object.fromEntries(Object.entries(values).map(([block, value]) => [block, { value }]));
    return this.desk.slack.people.submit(user, view, filled as never);
  }

  async command(user: string, channel: string, text = ''): Promise<void> {
    await this.desk.slack.people.command(user, channel, '/incident', text);
    await this.desk.system.settle();
  }

  /** Support calls, the guest on duty takes it and makes it an incident from the call's own card. */
  async declareFromCall(words = '返却できないお客様が何人もいます'): Promise<SimMessage> {
    const { desk } = this;
    const call = await desk.say('cs', `@Toban ${words}`);
    await desk.press('arai', desk.dms('arai')[0], '受領する');
    await desk.press('arai', desk.dms('arai')[0], 'インシデントにする');
    await this.send('U0ARAI', {});
    return call;
  }

  /** Declared by command; fields as `send` takes them. */
  async declare(user: string, values: Record<string, unknown>): Promise<void> {
    await declareInSlack(this.desk, user, values);
  }

  /** What somebody is told in answer to a command: the last thing that only they see. */
  answer(who: string): string {
    return this.desk.whispers(who).at(-1) ?? '';
  }
}

export const openRoomDesk = async (more: Partial<SystemOptions> = {}): Promise<RoomDesk> =>
  new RoomDesk(await openDesk(more));
