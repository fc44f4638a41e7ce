import { randomNonce, recordId } from '../../../shared/platform/ids.ts';
import { mustBeAllowed } from '../api/allowed.ts';
import { actorOf, type Caller, notAFile, type Result } from '../api/operation.ts';
import type { WebParts } from '../parts.ts';
import type { Tool } from './tools.ts';

/** What a tool's operation answers, by the same checks as over the API. `said`: as the tool's input has read it. */
export async function callTool(
  parts: WebParts,
  caller: Caller,
  { operation }: Tool,
  said: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
): Promise<Result<object>> {
  mustBeAllowed(operation, caller);
  const taken = (names: readonly string[]) =>
    Object.fromEntries(Object.entries(said).filter(([name]) => names.includes(name)));
  const result = await operation.run({
    parts,
    caller,
    now: parts.clock.now(),
    zone: parts.config.workspace.timezone,
    path: (name) => String(said[name] ?? ''),
    query: taken(Object.keys(operation.query.shape)),
    body: taken(Object.keys(operation.body?.shape ?? {})),
    by: actorOf(caller),
    cause: recordId('once', randomNonce()),
    seen: null,
    matched: false,
    signal,
  });
  return notAFile(result);
}
