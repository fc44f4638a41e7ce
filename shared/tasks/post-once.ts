import { isTobanError } from '../platform/errors.ts';
import type { OutgoingMessage, Posted, Slack } from '../ports/slack.ts';
import type { Attempt } from './kind.ts';

/** The clocks of those who ask for a message may be off by this much. */
const SKEW_MS = 60_000;

export interface PostedOnce extends Posted {
  /** An earlier attempt had posted it: it may show an older state. */
  readonly found: boolean;
}

type Wanted = Pick<OutgoingMessage, 'channel' | 'threadTs' | 'key'> & {
  /** Slack's timestamp of what caused the message: it is younger by Slack's own clock, however wrong ours may be. */
  readonly causeTs?: string;
};

/**
 * Posts once. Slack has no idempotency key: where an earlier attempt may have arrived, the channel is searched for the
 * message's key first. A search that fails for now is thrown, so that the whole is tried again.
 */
export async function postOnce(
  slack: Slack,
  { causeTs, ...message }: OutgoingMessage & Wanted,
  attempt: Attempt,
): Promise<PostedOnce> {
  const wanted = { ...message, ...(causeTs && { causeTs }) };
  const earlier = attempt.unsureSince === null ? null : await findPost(slack, wanted, attempt);
  return earlier ?? { ...(await slack.post(message, attempt.signal)), found: false };
}

/**
 * The message that an earlier attempt posted. Null where there is none, and where Slack will not let us look: for a
 * call, a duplicate beats a loss.
 */
export async function findPost(
  slack: Slack,
  { channel, threadTs, key, causeTs }: Wanted,
  attempt: Attempt,
): Promise<PostedOnce | null> {
  const since = causeTs ? Number(causeTs) * 1_000 : (attempt.unsureSince ?? attempt.now) - SKEW_MS;
  try {
    const found = await slack.find({ channel, key, since, ...(threadTs && { threadTs }) }, attempt.signal);
    return found && { ...found, found: true };
  } catch (error) {
    if (isTobanError(error, 'refused')) return null;
    throw error;
  }
}
