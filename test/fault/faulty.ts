import { setTimeout as pause } from 'node:timers/promises';
import { TobanError } from '../../shared/platform/errors.ts';

/** Ms of real time until a new process is there: long enough for whatever the dead one had begun to come to nothing. */
const DEAD_FOR_MS = 150;

/**
 * Stands between Toban and its ports and kills the process at the n-th boundary: before a call leaves it, or after the
 * call was done and before anybody learns of it. Nothing happens from then on, until a new process is there.
 */
export class Faulty {
  readonly #killAt: number;
  #passed = 0;
  #diedAt = 0;

  constructor(killAt: number) {
    this.#killAt = killAt;
  }

  get killed(): boolean {
    return this.#passed > this.#killAt;
  }

  /** Resolves when a new process is there. */
  async restarted(): Promise<void> {
    await pause(DEAD_FOR_MS);
  }

  wrap = <T extends object>(_port: string, part: T): T =>
    new Proxy(part, {
      get: (target, method, receiver) => {
        const value: unknown = Reflect.get(target, method, receiver);
        if (typeof value !== 'function' || method === 'close') return value;
        return async (...args: unknown[]) => {
          this.#boundary();
          const result: unknown = await value.apply(target, args);
          this.#boundary();
          return result;
        };
      },
    });

  #boundary(): void {
    if (this.killed && performance.now() - this.#diedAt < DEAD_FOR_MS)
      throw new TobanError('unavailable', 'the process is dead');
    this.#passed += 1;
    if (this.#passed !== this.#killAt + 1) return;
    this.#diedAt = performance.now();
    throw new TobanError('unavailable', 'the process died here');
  }
}
