import { TobanError } from '../../platform/errors.ts';
import type { Slack } from '../../ports/slack.ts';

export interface RespondOptions {
  /** Where an answer may go: the address comes with a request, and only Slack's own is believed. */
  readonly hosts: readonly string[];
  readonly timeoutMs: number;
}

/** The answer to a gesture. Doubled, it is a sentence said twice to one person: so a lost outcome is tried again. */
export function createRespond({ hosts, timeoutMs }: RespondOptions): Slack['respond'] {
  return async (responseUrl, { text, blocks, replace = false }, signal) => {
    const host = URL.canParse(responseUrl) ? new URL(responseUrl).host : '';
    if (!hosts.includes(host))
      throw new TobanError('refused', 'not an address of Slack', { reason: 'bad-host' });
    const body = { response_type: 'ephemeral', replace_original: replace, text, ...(blocks && { blocks }) };
    const response = await send(responseUrl, JSON.stringify(body), signal, timeoutMs);
    if (response.ok) return;
    const reason = `http_${response.status}`;
    // 404 and 410: used up, or older than half an hour.
    if (response.status === 429 || response.status >= 500)
      throw new TobanError('unavailable', `Slack: ${reason}`, { reason });
    throw new TobanError('refused', `Slack refused: ${reason}`, { reason });
  };
}

async function send(url: string, body: string, signal: AbortSignal, timeoutMs: number): Promise<Response> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    await response.arrayBuffer();
    return response;
  } catch (error) {
    // The address itself is a capability: only the kind of failure is passed on.
    const reason = error instanceof Error ? error.name : 'network';
    throw new TobanError('unavailable', 'Slack did not take the answer', { reason });
  }
}
