import { type Answer, isRefusal } from '../../../shared/incident/answer.ts';
import { decide } from '../../../shared/incident/decide.ts';
import { evolve } from '../../../shared/incident/evolve.ts';
import type { Command, Incident } from '../../../shared/incident/model.ts';
import type { LinkedCall, Person } from '../../../shared/incident/parts.ts';
import { IncidentConfig } from '../../../shared/incident/schemas.ts';
import type { Settings } from '../../../shared/incident/settings.ts';
import { NO_FACTS, SeverityConfig } from '../../../shared/severity/index.ts';

export const T0 = Date.parse('2026-11-24T03:01:00Z');
export const MINUTE = 60_000;

export const person = (user: string, why?: Person['why']): Person => ({ user, name: user.slice(1), why });
export const ONO = person('UONO', 'duty');
export const CS = person('UCS', 'asked');

export const settings: Settings = {
  incident: IncidentConfig.parse({
    announce: 'C0INCIDENTS',
    services: [{ id: 'rental', name: '貸出・返却', rota: 'mobility' }],
    bookmarks: [{ title: 'Video', url: 'https://meet.example/x' }],
    audiences: [
      { id: 'cs', name: { ja: 'CS', en: 'CS' }, to: ['C0CSHELP'], every: '30m' },
      { id: 'executives', name: { ja: '経営', en: 'Executives' }, to: ['U0CTO'], severities: ['SEV1'] },
    ],
  }),
  severity: SeverityConfig.parse({ call: { SEV1: ['U0CTO'], SEV2: ['U0LEAD'] } }),
};

export const call: LinkedCall = {
  record: 'escalations/esc_1',
  channel: 'C0CSHELP',
  threadTs: '1.0',
  asker: 'UCS',
};

export const declareCommand: Extract<Command, { type: 'declare' }> = {
  type: 'declare',
  id: 'inc_1',
  team: 'T1',
  title: '返却できない',
  description: '',
  service: 'rental',
  private: false,
  drill: false,
  source: 'call',
  by: ONO,
  startedAt: T0 - 10 * MINUTE,
  detectedAt: T0 - 5 * MINUTE,
  acknowledgedAt: null,
  facts: { ...NO_FACTS, inquiries: 1 },
  calls: [call],
  people: [ONO, CS],
};

/** An incident to which commands are given one after the other; refusals leave it as it is. */
export class Scenario {
  state: Incident | null = null;
  answers: Answer[] = [];

  give(command: Command, now: number, by: Settings = settings): this {
    const answer = decide(command, this.state, now, by);
    this.answers.push(answer);
    if (!isRefusal(answer)) for (const event of answer.events) this.state = evolve(this.state, event);
    return this;
  }

  get last(): Answer {
    return this.answers.at(-1) ?? { events: [], tasks: [] };
  }

  get events(): string[] {
    return isRefusal(this.last)
      ? []
      : this.last.events.map((event) => event.type).filter((type) => type !== 'heard');
  }

  get tasks(): string[] {
    return isRefusal(this.last) ? [] : this.last.tasks.map((task) => task.id);
  }
}

export const declared = (more: Partial<typeof declareCommand> = {}): Scenario =>
  new Scenario().give({ ...declareCommand, ...more }, T0);

/** As `declared`, with its number and its room. */
export function opened(more: Partial<typeof declareCommand> = {}): Scenario {
  const one = declared(more);
  one.state = evolve(one.state, { type: 'numbered', at: T0, number: 7 });
  const room = { channel: 'C0ROOM', name: 'inc-7', madeBy: 'bot', state: 'open' } as const;
  one.state = evolve(one.state, { type: 'room-opened', at: T0, room });
  return one;
}

let causes = 0;
export const cause = (): string => `cause-${++causes}`;
