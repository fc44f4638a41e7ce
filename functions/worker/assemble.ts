import {
  createPeople,
  type EscalationContext,
  escalationNoun,
  hintNoun,
} from '../../shared/escalation/index.ts';
import type { Clock } from '../../shared/platform/clock.ts';
import type { Log } from '../../shared/platform/log.ts';
import type { Sheets } from '../../shared/ports/sheets.ts';
import type { Slack } from '../../shared/ports/slack.ts';
import { createRotaReader } from '../../shared/rota/index.ts';
import type { Store } from '../../shared/store/port.ts';
import { createRunner, type Runner } from '../../shared/tasks/index.ts';
import type { WorkspaceConfig } from '../../shared/workspace/index.ts';

export interface Parts {
  readonly store: Store;
  readonly slack: Slack;
  readonly sheets: Sheets;
  readonly clock: Clock;
  readonly log: Log;
  readonly config: WorkspaceConfig;
  readonly sleep: (ms: number) => Promise<void>;
}

/** Joins adapters and nouns: the same on Google Cloud, on a laptop and in a story test. */
export function assemble(parts: Parts): { escalation: EscalationContext; runner: Runner } {
  const { store, slack, sheets, clock, log, config, sleep } = parts;
  const { timezone: zone, locale } = config.workspace;
  const escalation: EscalationContext = {
    store,
    slack,
    clock,
    log,
    locale,
    zone,
    routes: config.routes,
    rotaConfigs: config.rotas,
    people: createPeople(slack, clock, log),
    rotas: createRotaReader({ sheets, slack, store, clock, log, rotas: config.rotas, workspaceZone: zone }),
  };
  const nouns = [escalationNoun(escalation), hintNoun(escalation)];
  return { escalation, runner: createRunner({ store, clock, log, nouns, sleep }) };
}
