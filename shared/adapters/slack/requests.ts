import { LogLevel, WebClient } from '@slack/web-api';
import { isTobanError, TobanError } from '../../platform/errors.ts';
import { mapError } from './errors.ts';

export interface SlackOptions {
  readonly token: string;
  readonly apiUrl?: string;
  /** Less than a third of a task's lease. */
  readonly timeoutMs?: number;
  /** In place of Node's own, for who wants to see the answer's headers. */
  readonly fetch?: typeof globalThis.fetch;
}

/** One client for each token. It neither retries nor waits: tasks do, and they know what is at stake. */
export function createClient({ token, apiUrl, timeoutMs = 8_000, fetch }: SlackOptions): WebClient {
  return new WebClient(token, {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: timeoutMs,
    logLevel: LogLevel.ERROR,
    ...(apiUrl && { slackApiUrl: apiUrl }),
    ...(fetch && { fetch }),
  });
}

async function call<R>(signal: AbortSignal, changes: boolean, request: () => Promise<R>): Promise<R> {
  if (signal.aborted) throw new TobanError('unavailable', "the request's time is over");
  try {
    return await request();
  } catch (error) {
    throw mapError(error, changes);
  }
}

/** A request that may be repeated without harm: a lost answer is simply "not available". */
export const read = <R>(signal: AbortSignal, request: () => Promise<R>): Promise<R> =>
  call(signal, false, request);

/** A request that does something each time it arrives: a lost answer is an unknown outcome. */
export const change = <R>(signal: AbortSignal, request: () => Promise<R>): Promise<R> =>
  call(signal, true, request);

/** For calls that make something so: having been so before is success. */
export async function ensure(
  signal: AbortSignal,
  already: readonly string[],
  request: () => Promise<unknown>,
): Promise<void> {
  try {
    await read(signal, request);
  } catch (error) {
    if (!isTobanError(error, 'refused') || !already.includes(error.reason ?? '')) throw error;
  }
}
