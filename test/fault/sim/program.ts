import type { IncomingMessage, ServerResponse } from 'node:http';
import { createIngress } from '../../../functions/ingress/handler.ts';
import { edgeRules } from '../../../functions/ingress/rules.ts';
import { assemble } from '../../../functions/worker/assemble.ts';
import { createWorker } from '../../../functions/worker/handler.ts';
import type { Parts } from '../../../functions/worker/parts.ts';
import type { Bus } from '../../../shared/ports/bus.ts';
import type { Lane } from '../../../shared/tasks/index.ts';

type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

/** The real edge and the real workers, without sockets between. */
export interface Program {
  readonly ingress: Handler;
  readonly lanes: Readonly<Record<Lane, Handler>>;
}

export const SECRET = 'simulated';

export function startProgram(parts: Parts & { bus: Bus; edge: Bus; realNow: () => number }): Program {
  const { bus, edge, clock, log, realNow } = parts;
  const assembled = assemble(parts);
  const verifyCaller = async () => undefined;
  const lane = (name: Lane) => createWorker({ ...assembled, lane: name, bus, log, verifyCaller });
  const ingress = createIngress({
    bus: edge,
    signingSecrets: [SECRET],
    clock,
    realClock: { now: realNow },
    log,
    sheetSecrets: [],
    alertTokens: [],
    balancer: null,
    responseHosts: [],
    rules: edgeRules,
    // Nothing that is played here opens a modal.
    slack: { open: async () => 'refused', update: async () => 'refused' },
  });
  return { ingress, lanes: { calls: lane('calls'), work: lane('work') } };
}

/** A request as the handler sees it; the status it was answered with. */
export async function request(
  handler: Handler,
  url: string,
  rawBody: Buffer,
  headers: Record<string, string> = {},
): Promise<number> {
  let status = 0;
  const res = {
    headersSent: false,
    destroyed: false,
    writeHead: (code: number) => {
      status = code;
    },
    end: () => undefined,
  };
  await handler({ method: 'POST', url, headers, rawBody } as never, res as never);
  return status;
}
