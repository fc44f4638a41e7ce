import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buttonsOf, dmOf, type SimMessage } from '../../local/slack/index.ts';
import { type System, type SystemOptions, startSystem } from '../../local/system.ts';
import { durationMs } from '../../local/time-travel.ts';
import { readEnv } from '../../shared/platform/config.ts';
import type { Log } from '../../shared/platform/log.ts';
import { plainText } from '../../shared/slack/index.ts';
import { type GuardedLog, guardedLog } from './guarded-log.ts';
import { checkCollections } from './known-collections.ts';

/** People of the scene by short names. */
const IDS: Readonly<Record<string, string>> = {
  toban: 'U0TOBAN',
  cs: 'U0CS',
  ono: 'U0ONO',
  arai: 'U0ARAI',
  kato: 'U0KATO',
  sato: 'U0SATO',
  mori: 'U0SRELEAD',
  cto: 'U0CTO',
};
const NAMES = new Map(Object.entries(IDS).map(([name, id]) => [id, name]));
const CHANNEL = 'C0CSHELP';
/** Tuesday noon: 新井, a guest who is not in the channel, is on duty. */
export const NOON = Date.parse('2026-11-24T12:00:00+09:00');

export interface Seen {
  readonly user: string;
  readonly text: string;
  readonly buttons: readonly string[];
  readonly message: SimMessage;
}

/** The whole system with a moved clock, in the words of somebody who sits at the support desk. */
export class Desk {
  readonly system: System;
  readonly #folder: string;
  readonly #log: GuardedLog;

  constructor(system: System, folder: string, log: GuardedLog) {
    this.system = system;
    this.#folder = folder;
    this.#log = log;
  }

  get slack() {
    const { slack } = this.system.world;
    if (!slack) throw new Error('no simulated Slack');
    return slack;
  }

  /** Where its records are kept, unless an emulator keeps them. */
  get storeFile(): string {
    return join(this.#folder, 'toban.sqlite');
  }

  async close(): Promise<void> {
    await this.system.close();
    this.#log.check(this.system.world.slack?.workspace.state.messages ?? [], IDS.toban ?? '');
    checkCollections(this.storeFile);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async say(who: string, text: string): Promise<SimMessage> {
    const message = this.slack.people.say(id(who), CHANNEL, text.replaceAll('@Toban', '<@U0TOBAN>'));
    await this.system.settle();
    return message;
  }

  async reply(who: string, to: SimMessage, text: string): Promise<void> {
    this.slack.people.say(id(who), to.channel, text.replaceAll('@Toban', '<@U0TOBAN>'), to.ts);
    await this.system.settle();
  }

  async replyDm(who: string, text: string): Promise<void> {
    this.slack.people.say(id(who), dmOf(id(who)), text);
    await this.system.settle();
  }

  async botSays(bot: string, text: string): Promise<SimMessage> {
    const message = this.slack.people.botSays(bot, CHANNEL, text.replaceAll('@Toban', '<@U0TOBAN>'));
    await this.system.settle();
    return message;
  }

  async edit(message: SimMessage, text: string): Promise<void> {
    this.slack.people.edit(message, text.replaceAll('@Toban', '<@U0TOBAN>'));
    await this.system.settle();
  }

  async press(who: string, seen: Seen | undefined, label: string): Promise<void> {
    const button = seen && buttonsOf(seen.message).find((one) => one.label === label);
    if (!button) throw new Error(`no button ${label}`);
    await this.slack.people.press(id(who), seen.message, button.actionId, button.value);
    await this.system.settle();
  }

  async react(who: string, to: SimMessage | Seen | undefined, name: string): Promise<void> {
    if (!to) throw new Error('no message to react to');
    const { channel, ts } = 'message' in to ? to.message : to;
    const live = this.slack.workspace.find(channel, ts);
    if (!live) throw new Error('the message is gone');
    this.slack.people.react(id(who), live, name);
    await this.system.settle();
  }

  async advance(duration: string): Promise<void> {
    await this.system.advance(durationMs(duration) ?? 0);
  }

  /** Sets today's duty in the sheet, as if typed. */
  typeToday(name: string): void {
    const { sheets } = this.system.world;
    if (!sheets) throw new Error('no simulated spreadsheet');
    sheets.typeCell('mobility', this.todaysCell(), name);
  }

  todaysCell(): string {
    const date = new Date(this.system.clock.now() - 3_600_000).toISOString().slice(0, 10);
    for (let row = 2; row < 60; row += 1) {
      const cell = this.system.world.sheets?.getCell('mobility', `当番表!A${row}`);
      if (cell && typeof cell === 'object' && 'd' in cell && cell.d === date) return `当番表!C${row}`;
    }
    throw new Error(`no row for ${date}`);
  }

  /** What Toban and people wrote in the thread of a message, as seen. */
  thread(of: SimMessage): Seen[] {
    return this.#seen((message) => message.threadTs === of.ts && message.channel === of.channel);
  }

  /** What Toban wrote in the channel itself. */
  channelTexts(): string[] {
    const own = (message: SimMessage) => message.channel === CHANNEL && message.user === 'U0TOBAN';
    return this.#seen((message) => own(message) && message.threadTs === null).map(({ text }) => text);
  }

  dms(who: string): Seen[] {
    return this.#seen((message) => message.channel === dmOf(id(who)) && message.user === 'U0TOBAN');
  }

  whispers(who: string): string[] {
    const { messages } = this.slack.workspace.state;
    return messages.filter((message) => message.onlyFor === id(who)).map((message) => message.text);
  }

  reactions(message: SimMessage): string[] {
    return message.reactions.filter((one) => one.user === 'U0TOBAN').map((one) => one.name);
  }

  /** Whom calls woke how often, leaving out that a thread and a direct message wake the same person at once. */
  pinged(): string[] {
    const { state } = this.slack.workspace;
    const aboutDuty = (channel: string, ts: string) =>
      JSON.stringify(this.slack.workspace.find(channel, ts)?.metadata ?? '').includes('"duty/');
    const direct = state.notifications.filter(
      ({ user, channel, ts }) => channel === dmOf(user) && !aboutDuty(channel, ts),
    );
    return direct.map(({ user }) => NAMES.get(user) ?? user);
  }

  /** Everybody whom any message of Toban's notified. */
  notified(): string[] {
    const { workspace } = this.slack;
    const ours = workspace.state.notifications.filter(
      ({ channel, ts }) => workspace.find(channel, ts)?.user === 'U0TOBAN',
    );
    return [...new Set(ours.map(({ user }) => NAMES.get(user) ?? user))];
  }

  #seen(fits: (message: SimMessage) => boolean): Seen[] {
    return this.slack.workspace.state.messages
      .filter((message) => fits(message) && message.onlyFor === null)
      .map((message) => ({
        user: NAMES.get(message.user) ?? message.user,
        text: visibleText(message),
        buttons: buttonsOf(message).map((button) => button.label),
        // A copy, so that a button seen before can be pressed after the card has changed.
        message: structuredClone(message),
      }));
  }
}

function visibleText(message: SimMessage): string {
  const blocks = message.blocks as { text?: { text: string }; elements?: { text?: unknown }[] }[];
  const texts = blocks.flatMap((block) => [
    block.text?.text ?? '',
    ...(block.elements ?? []).map((one) => (typeof one.text === 'string' ? one.text : '')),
  ]);
  const shown = blocks.length === 0 ? message.text : texts.join('\n');
  return plainText(shown, (user) => NAMES.get(user));
}

const id = (who: string): string => IDS[who] ?? who;

/** A test may listen; the look for secrets hears all the same. */
const bothHear = (one: Log, other: Log): Log => ({
  debug: (...line) => [one, other].forEach((log) => void log.debug(...line)),
  info: (...line) => [one, other].forEach((log) => void log.info(...line)),
  warn: (...line) => [one, other].forEach((log) => void log.warn(...line)),
  error: (...line) => [one, other].forEach((log) => void log.error(...line)),
});

export async function openDesk({ log, ...more }: Partial<SystemOptions> = {}): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'toban-story-'));
  const guarded = guardedLog();
  const system = await startSystem({
    env: { ...readEnv({ TOBAN_DATA: folder }), ...more.env },
    log: log ? bothHear(guarded.log, log) : guarded.log,
    ports: { main: 0, slack: 0, sheets: 0 },
    mode: 'manual',
    startAt: NOON,
    ...more,
  });
  return new Desk(system, folder, guarded);
}
