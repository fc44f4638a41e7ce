import type { Locale } from '../language/index.ts';
import type { Clock } from '../platform/clock.ts';
import { isTobanError } from '../platform/errors.ts';
import type { Log } from '../platform/log.ts';
import type { Slack, SlackUser } from '../ports/slack.ts';
import { pseudonymName } from '../pseudonym/index.ts';
import { userNamed } from '../slack/index.ts';

const KEEP_MS = 10 * 60_000;
const KEEP_MOST = 2_000;

/** What Slack says of a person, kept for ten minutes. Null when Slack does not know them or cannot be asked. */
export interface People {
  find(id: string, signal: AbortSignal): Promise<SlackUser | null>;
}

/** A person who cannot be looked up is still called: an outage of Slack's directory must not unname anybody. */
export function createPeople(slack: Pick<Slack, 'user'>, clock: Clock, log: Log, locale: Locale): People {
  const kept = new Map<string, { readonly user: Promise<SlackUser | null>; readonly until: number }>();
  return {
    async find(id, signal) {
      const erased = pseudonymName(id, locale);
      // Their records still say that it was one and the same.
      if (erased !== null) return { ...userNamed(id, erased), deactivated: true };
      const hit = kept.get(id);
      if (hit && hit.until > clock.now()) return hit.user;
      if (kept.size >= KEEP_MOST) kept.clear();
      const user = slack.user(id, signal).catch((error: unknown) => {
        kept.delete(id);
        log.warn('person-not-looked-up', { user: id, reason: isTobanError(error) ? error.code : 'bug' });
        return null;
      });
      kept.set(id, { user, until: clock.now() + KEEP_MS });
      return user;
    },
  };
}
