import { randomUUID } from 'node:crypto';
import type { Clock } from '../../shared/platform/clock.ts';

const LIFE_MS = 10 * 60_000;

/** What a person agreed to on the authorize page. */
export interface Grant {
  readonly purpose: 'install' | 'sign-in';
  readonly user: string;
  readonly team: string;
  readonly scopes: readonly string[];
  readonly userScopes: readonly string[];
  readonly redirectUri: string;
  readonly nonce: string | null;
}

/** Codes of the authorize page: 10 min, once. */
export class Grants {
  readonly #clock: Clock;
  readonly #given = new Map<string, { readonly grant: Grant; readonly at: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  give(grant: Grant): string {
    const code = randomUUID();
    this.#given.set(code, { grant, at: this.#clock.now() });
    return code;
  }

  redeem(code: string): Grant | null {
    const given = this.#given.get(code);
    this.#given.delete(code);
    return given && this.#clock.now() - given.at <= LIFE_MS ? given.grant : null;
  }
}
