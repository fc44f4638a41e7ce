import { randomUUID } from 'node:crypto';
import type { Clock } from '../../shared/platform/clock.ts';

const LIFE_MS = 30 * 60_000;
const USES = 5;

/** Where an answer to an act goes: who acted, in which conversation, and on which message. */
export interface ResponseTarget {
  readonly user: string;
  readonly channel: string;
  readonly messageTs: string | null;
  readonly threadTs: string | null;
}

/** Addresses that answer an act without a token: 5 times within 30 min. */
export class ResponseUrls {
  readonly #clock: Clock;
  readonly #base: string;
  readonly #given = new Map<string, { readonly target: ResponseTarget; readonly at: number; left: number }>();

  constructor(clock: Clock, base: string) {
    this.#clock = clock;
    this.#base = base;
  }

  give(target: ResponseTarget): string {
    const id = randomUUID();
    this.#given.set(id, { target, at: this.#clock.now(), left: USES });
    return `${this.#base}/respond/${id}`;
  }

  /** Uses one up; a word for why not otherwise. */
  use(id: string): ResponseTarget | 'unknown_url' | 'expired_url' | 'used_url' {
    const given = this.#given.get(id);
    if (!given) return 'unknown_url';
    if (this.#clock.now() - given.at > LIFE_MS) return 'expired_url';
    if (given.left === 0) return 'used_url';
    given.left -= 1;
    return given.target;
  }
}
