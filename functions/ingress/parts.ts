import type { Clock } from '../../shared/platform/clock.ts';
import type { Log } from '../../shared/platform/log.ts';
import type { Bus } from '../../shared/ports/bus.ts';
import type { EdgeRules } from '../../shared/slack/edge.ts';
import type { EdgeSlack } from './edge-slack.ts';

/** What the edge works with. */
export interface IngressParts {
  readonly bus: Bus;
  /** Current secret first, then the one before while it is being rotated. */
  readonly signingSecrets: readonly string[];
  /** What the spreadsheets' script signs with; empty where none is set up. */
  readonly sheetSecrets: readonly string[];
  /** What other systems carry that send alerts; empty where none is set up. */
  readonly alertTokens: readonly string[];
  /** Own address of the load balancer before the edge; null where there is none. */
  readonly balancer: string | null;
  /** The business clock: it stamps what arrived. Signatures are judged by `realClock`. */
  readonly clock: Clock;
  readonly realClock: Clock;
  readonly log: Log;
  /** Hosts to which an answer may be sent by `response_url`. */
  readonly responseHosts: readonly string[];
  /** Opens modals. */
  readonly slack: EdgeSlack;
  /** Which gestures open one, and what a submitted one must hold. */
  readonly rules: readonly EdgeRules[];
}
