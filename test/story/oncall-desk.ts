import { readFileSync } from 'node:fs';
import type { SystemOptions } from '../../local/system.ts';
import { parseConfig } from '../../shared/workspace/index.ts';
import { type Desk, openDesk, type Seen } from './desk.ts';

/** The scene with a lead who looks after the rota, a channel for handovers, and a word that covers need. */
export async function openOncall(
  accept: 'none' | 'taker' | 'giver' | 'both' = 'taker',
  more: Partial<SystemOptions> = {},
): Promise<Oncall> {
  const config = parseConfig(readFileSync('toban.yaml', 'utf8'));
  const rotas = config.rotas.map((rota) => ({
    ...rota,
    owners: ['U0SRELEAD'],
    channel: 'C0CSHELP',
    covers: { accept },
  }));
  const desk = await openDesk({ config: { ...config, rotas }, ...more });
  await desk.system.minute();
  await desk.system.settle();
  return new Oncall(desk);
}

/** `/oncall` in the words of who types it. */
export class Oncall {
  readonly desk: Desk;
  constructor(desk: Desk) {
    this.desk = desk;
  }

  /** What is seen of the answer. */
  async type(who: string, text: string): Promise<string> {
    const user = ID[who] ?? who;
    const before = this.whispers(user).length;
    const typed = text.replaceAll(/@(arai|ono|kato|sato|mori)\b/g, (_all, name) => `<@${ID[name]}>`);
    const { status } = await this.desk.slack.people.command(user, 'C0CSHELP', '/oncall', typed);
    if (status !== 200) throw new Error(`answered with ${status}`);
    await this.desk.system.settle();
    return this.whispers(user).slice(before).join('\n');
  }

  /** Answers that only a person sees, by their Slack id. */
  whispers(user: string): string[] {
    const { messages } = this.desk.slack.workspace.state;
    return messages.filter((message) => message.onlyFor === user).map(({ text }) => text);
  }

  /** A person's card of the last cover, as it stands. */
  card(who: string): Seen | undefined {
    return this.desk
      .dms(who)
      .findLast(({ message }) => JSON.stringify(message.metadata ?? '').includes('/card-'));
  }

  /** All that Toban wrote to a person directly. */
  said(who: string): string {
    return this.desk
      .dms(who)
      .map(({ text }) => text)
      .join('\n');
  }

  async minute(): Promise<void> {
    await this.desk.advance('PT1M');
    await this.desk.system.minute();
    await this.desk.system.settle();
  }

  /** Whom a call for help reaches now, and what its thread says. */
  async call(): Promise<{ who: string | undefined; thread: string }> {
    const before = this.desk.pinged().length;
    const message = await this.desk.say('cs', `@Toban 返却できません ${this.desk.system.clock.now()}`);
    return { who: this.desk.pinged()[before], thread: this.desk.thread(message)[0]?.text ?? '' };
  }
}

const ID: Readonly<Record<string, string>> = {
  arai: 'U0ARAI',
  ono: 'U0ONO',
  kato: 'U0KATO',
  sato: 'U0SATO',
  mori: 'U0SRELEAD',
};
