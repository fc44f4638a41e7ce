import { TobanError } from '../../shared/platform/errors.ts';

/** So many calls find nobody: whatever the dead process had begun comes to nothing. */
const DEAD_FOR_CALLS = 20;

/**
 * Stands between Toban and its ports: at a boundary of the test's choice the process dies, and a new one takes its place
 * some calls later. Nothing here depends on the real clock.
 */
export class Mortal {
  #left = Number.POSITIVE_INFINITY;

  /** Dies at the n-th boundary from now: before a call leaves, or after it was done and before anybody learns of it. */
  dieIn(boundaries: number): void {
    this.#left = boundaries;
  }

  get hasDied(): boolean {
    return this.#left <= 0;
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
    this.#left -= 1;
    if (this.#left <= 0 && this.#left > -DEAD_FOR_CALLS)
      throw new TobanError('unavailable', 'the process is dead');
  }
}
