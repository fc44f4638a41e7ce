import type { Clock } from '../platform/clock.ts';
import { isTobanError } from '../platform/errors.ts';
import type { Log } from '../platform/log.ts';
import type { Rooms } from '../ports/rooms.ts';
import type { Membership } from '../rota/index.ts';

/** Who is in the channels from which a rota's people are called. */
export interface Memberships {
  readonly known: readonly Membership[];
  /** False where Slack could not be asked: then nothing may be concluded from who is missing. */
  readonly whole: boolean;
}

/** Asks for the channels of a rota; what was told at most `maxAgeMs` ago still serves. Never fails because of Slack. */
export type AskMemberships = (rota: string, maxAgeMs: number, signal: AbortSignal) => Promise<Memberships>;

interface Parts {
  readonly rooms: Pick<Rooms, 'members'>;
  /** Channels of the routes that use a rota. */
  readonly channelsOf: (rota: string) => readonly string[];
  readonly clock: Clock;
  readonly log: Log;
}

/** The watch must see an edit within seconds, however slow Slack is. */
const PATIENCE_MS = 2_000;

interface Told {
  readonly at: number;
  /** Null for a channel that Toban may not look into: nobody is said to be missing there. */
  readonly members: ReadonlySet<string> | null;
}

export function createMemberships({ rooms, channelsOf, clock, log }: Parts): AskMemberships {
  const told = new Map<string, Told>();

  async function ask(channel: string, maxAgeMs: number, signal: AbortSignal): Promise<Told | null> {
    const kept = told.get(channel);
    if (kept && clock.now() - kept.at <= maxAgeMs) return kept;
    try {
      const members = new Set(await rooms.members(channel, signal));
      told.set(channel, { at: clock.now(), members });
    } catch (error) {
      log.info('members-not-read', { channel, reason: error instanceof Error ? error.message : 'unknown' });
      if (!isTobanError(error, 'refused')) return kept ?? null;
      told.set(channel, { at: clock.now(), members: null });
    }
    return told.get(channel) ?? null;
  }

  return async (rota, maxAgeMs, signal) => {
    const limited = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
    const channels = [...new Set(channelsOf(rota))];
    const answers = await Promise.all(channels.map((channel) => ask(channel, maxAgeMs, limited)));
    const known = answers.flatMap((answer, i) =>
      answer?.members ? [{ channel: channels[i] ?? '', members: answer.members }] : [],
    );
    return { known, whole: !answers.includes(null) };
  };
}
