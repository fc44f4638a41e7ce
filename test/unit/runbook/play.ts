import { decide, isRefusal, type RunAnswer } from '../../../shared/runbook/decide.ts';
import { evolve } from '../../../shared/runbook/evolve.ts';
import type { Runbook } from '../../../shared/runbook/model.ts';
import { parseRunbook } from '../../../shared/runbook/parse.ts';
import type { Run, RunCommand, RunEvent } from '../../../shared/runbook/run-model.ts';

export const ONO = { user: 'U0ONO', name: '小野' };
export const ARAI = { user: 'U0ARAI', name: '新井' };
export const HEAD = '---\nid: test\ntitle: 試し\nlanguage: ja\n---\n';

function read(body: string): Runbook {
  const { runbook, problems } = parseRunbook(HEAD + body);
  if (!runbook) throw new Error(JSON.stringify(problems));
  return runbook;
}

/** A run that is played step by step; everything it decided is kept. */
export class Play {
  state: Run | null = null;
  readonly events: RunEvent[] = [];
  readonly tasks: string[] = [];
  #now = 1_000;
  #cause = 0;
  readonly runbook: Runbook;

  constructor(body: string | Runbook) {
    this.runbook = typeof body === 'string' ? read(body) : body;
    this.give({ type: 'start', id: 'run_1', team: 'T1', incident: 'incidents/inc_1', version: 'v', by: ONO });
  }

  give(command: RunCommand): RunAnswer {
    this.#now += 1_000;
    const answer = decide(command, this.state, this.runbook, this.#now);
    if (isRefusal(answer)) return answer;
    for (const event of answer.events) this.state = evolve(this.state, event);
    this.events.push(...answer.events);
    this.tasks.push(
      ...answer.tasks.map(({ id }) => id).filter((id) => id !== 'card' && !id.startsWith('tell-')),
    );
    return answer;
  }

  by(command: object, who = ONO): RunAnswer {
    this.#cause += 1;
    return this.give({ by: who, cause: `c${this.#cause}`, ...command } as RunCommand);
  }

  get open(): string[] {
    return (this.state?.open ?? []).map(({ step }) => step);
  }
}
