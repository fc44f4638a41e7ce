import type { OutgoingMessage, Posted, Slack } from '../ports/slack.ts';
import type { Attempt } from './kind.ts';

/** Slack's and our clocks may differ by this much when looking back for a message of ours. */
const SKEW_MS = 60_000;

/**
 * Posts once. Slack has no idempotency key: where an earlier attempt may have arrived, the channel is searched for the
 * message's key first. A search that fails is thrown, so that the whole is tried again.
 */
export async function postOnce(slack: Slack, message: OutgoingMessage, attempt: Attempt): Promise<Posted> {
  const { channel, threadTs, key } = message;
  if (attempt.unsureSince !== null) {
    const where = { channel, key, since: attempt.unsureSince - SKEW_MS, ...(threadTs && { threadTs }) };
    const found = await slack.find(where, attempt.signal);
    if (found) return found;
  }
  return slack.post(message, attempt.signal);
}
