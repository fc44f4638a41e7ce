import type { Command, CommandOf, EscalationDecision, Refusal } from '../../../shared/escalation/commands.ts';
import { decide, isRefusal } from '../../../shared/escalation/decide.ts';
import { evolve } from '../../../shared/escalation/evolve.ts';
import type { Escalation, Reason, Rung } from '../../../shared/escalation/model.ts';

export const T0 = Date.parse('2026-11-24T03:01:00Z');
export const MINUTE = 60_000;

export const reason: Reason = {
  by: 'duty',
  duty: 'people',
  cell: '当番表!C14',
  cellUrl: null,
  text: '小野',
  insteadOf: null,
  shift: null,
  readAt: T0,
  stale: false,
  trouble: [],
};

export const rung = (user: string, after: number, to: string, repeats = false): Rung => ({
  after,
  to,
  repeats,
  user,
  name: user.slice(1),
  via: null,
  reason,
});

/** 小野, after 5 min once more, after 10 min 新井, after 20 min 森. */
export const ladder: readonly (Rung | null)[] = [
  rung('UONO', 0, 'primary'),
  rung('UONO', 5 * MINUTE, 'primary', true),
  rung('UARAI', 10 * MINUTE, 'secondary'),
  rung('UMORI', 20 * MINUTE, 'fallback'),
];

export const openCommand: CommandOf<'open'> = {
  type: 'open',
  team: 'T1',
  channel: 'C1',
  ts: '1.0',
  threadTs: '1.0',
  asker: 'UCS',
  words: 'help',
  rota: 'r',
  route: 'r1',
  rungs: ladder,
  checkAfter: 30 * MINUTE,
  follows: null,
  told: null,
};

/** A call to which commands are given one after the other; refusals leave it as it is. */
export class Scenario {
  state: Escalation | null = null;
  answers: (EscalationDecision | Refusal)[] = [];

  give(command: Command, now: number): this {
    const answer = decide(command, this.state, now);
    this.answers.push(answer);
    if (!isRefusal(answer)) for (const event of answer.events) this.state = evolve(this.state, event);
    return this;
  }

  get last(): EscalationDecision | Refusal {
    return this.answers.at(-1) ?? { events: [], tasks: [] };
  }

  get events(): string[] {
    return 'events' in this.last ? this.last.events.map((event) => event.type) : [];
  }

  get tasks(): string[] {
    return 'tasks' in this.last ? this.last.tasks.map((task) => task.id) : [];
  }
}

export const opened = (): Scenario => new Scenario().give(openCommand, T0);
