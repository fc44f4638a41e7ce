import { TobanError } from '../../shared/platform/errors.ts';

/** So many calls find nobody: whatever the dead process had begun comes to nothing. */
const DEAD_FOR_CALLS = 20;

/**
 * Stands between Toban and its ports: the process dies when a call of the test's choice was done and before anybody has
 * learned of it; a new one takes its place some calls later. Nothing here depends on the real clock.
 */
export class Mortal {
  #fatal: ((port: string, method: string, args: readonly unknown[]) => boolean) | null = null;
  #deadFor = 0;
  #deaths = 0;

  get deaths(): number {
    return this.#deaths;
  }

  /** Dies once, right after the next such call. */
  dieAfter(fatal: (port: string, method: string, args: readonly unknown[]) => boolean): void {
    this.#fatal = fatal;
  }

  wrap = <T extends object>(port: string, part: T): T =>
    new Proxy(part, {
      get: (target, method, receiver) => {
        const value: unknown = Reflect.get(target, method, receiver);
        if (typeof value !== 'function' || method === 'close') return value;
        return async (...args: unknown[]) => {
          this.#live();
          const result: unknown = await value.apply(target, args);
          this.#live();
          if (this.#fatal?.(port, String(method), args)) this.#die();
          return result;
        };
      },
    });

  #live(): void {
    if (this.#deadFor === 0) return;
    this.#deadFor -= 1;
    throw new TobanError('unavailable', 'the process is dead');
  }

  #die(): void {
    this.#fatal = null;
    this.#deadFor = DEAD_FOR_CALLS;
    this.#deaths += 1;
    throw new TobanError('unavailable', 'the process died here');
  }
}
