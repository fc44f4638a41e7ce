import { randomUUID } from 'node:crypto';
import type { Clock } from '../../shared/platform/clock.ts';
import { refuse } from './errors.ts';

/** How long a trigger opens a modal, in ms. */
const LIFE_MS = 3_000;

/** Permissions to open a modal for somebody who just did something: 3 s, once. */
export class Triggers {
  readonly #clock: Clock;
  readonly #given = new Map<string, { readonly user: string; readonly at: number; used: boolean }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  give(user: string): string {
    const trigger = `${this.#clock.now()}.${randomUUID()}`;
    this.#given.set(trigger, { user, at: this.#clock.now(), used: false });
    return trigger;
  }

  /** The person whose act it was. */
  exchange(trigger: string): string {
    const given = this.#given.get(trigger) ?? refuse('invalid_trigger_id');
    if (given.used) refuse('exchanged_trigger_id');
    if (this.#clock.now() - given.at > LIFE_MS) refuse('expired_trigger_id');
    given.used = true;
    return given.user;
  }
}
