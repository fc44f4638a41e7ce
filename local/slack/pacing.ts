import type { Clock } from '../../shared/platform/clock.ts';
import type { Method } from './methods/define.ts';
import type { Settings } from './settings.ts';

/** Calls a minute of each tier, as documented at the least. */
const PER_MINUTE = { 1: 1, 2: 20, 3: 50, 4: 100 } as const;

interface Bucket {
  left: number;
  at: number;
}

/** Slack's pace on the business clock: a bucket for each channel that is posted to, and for each method. */
export class Pacing {
  readonly #clock: Clock;
  readonly #buckets = new Map<string, Bucket>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Seconds after which to try again; null when the call may go on. */
  wait(name: string, { tier }: Method, token: string, channel: string, settings: Settings): number | null {
    if (settings.rateLimits === 'off' || tier === 'special') return null;
    if (tier === 'post') return this.#take(`${name} ${channel}`, settings.messageBurst, 1);
    if (settings.rateLimits !== 'all') return null;
    return this.#take(`${name} ${token}`, PER_MINUTE[tier], PER_MINUTE[tier] / 60);
  }

  #take(key: string, size: number, perSecond: number): number | null {
    const now = this.#clock.now();
    const bucket = this.#buckets.get(key) ?? { left: size, at: now };
    this.#buckets.set(key, bucket);
    bucket.left = Math.min(size, bucket.left + ((now - bucket.at) / 1_000) * perSecond);
    bucket.at = now;
    if (bucket.left < 1) return Math.max(1, Math.ceil((1 - bucket.left) / perSecond));
    bucket.left -= 1;
    return null;
  }
}
