import { SIMULATED_APP, type SimMessage } from '../../local/slack/index.ts';
import { createLog, type Log } from '../../shared/platform/log.ts';

const SECRETS = [
  SIMULATED_APP.signingSecret,
  SIMULATED_APP.botToken,
  SIMULATED_APP.adminToken,
  SIMULATED_APP.clientSecret,
];
/** Shorter words stand in ids and codes, too. */
const LONG_ENOUGH = 12;

export interface GuardedLog {
  readonly log: Log;
  /** Throws when a line held a secret, or what somebody wrote. */
  check(messages: readonly SimMessage[], bot: string): void;
}

/** The log of a story: nobody reads it, but each story ends with a look for what must never stand there. */
export function guardedLog(): GuardedLog {
  const lines: string[] = [];
  return {
    log: createLog('story', { least: 'DEBUG', write: (line) => lines.push(line) }),
    check(messages, bot) {
      const written = messages
        .filter(({ user }) => user !== bot)
        .flatMap(({ text }) => text.split(/<[^>]*>|\n/))
        .map((part) => part.trim())
        .filter((part) => part.length >= LONG_ENOUGH);
      // As JSON writes them into a line.
      const never = [...SECRETS, ...written].map((text) => JSON.stringify(text).slice(1, -1));
      const told = lines.find((line) => never.some((text) => line.includes(text)));
      if (told) throw new Error(`the log holds what it never must: ${told}`);
    },
  };
}
