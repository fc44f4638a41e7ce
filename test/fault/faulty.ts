import { TobanError } from '../../shared/platform/errors.ts';

/** When the process dies: before the call leaves it, or after the call was done and before anybody learns of it. */
export type Moment = 'before' | 'after';

export interface Step {
  readonly port: string;
  readonly method: string;
  readonly moment: Moment;
}

/**
 * Stands between Toban and its ports and can kill the process at the n-th boundary: from then on nothing it tries
 * happens, until `restart`. Every `await` between receiving and answering lies at such a boundary.
 */
export class Faulty {
  readonly steps: Step[] = [];
  #killAt = Number.POSITIVE_INFINITY;
  #dead = false;

  /** Kills at the boundary with this index, counted from now. */
  killAt(index: number): void {
    this.#killAt = this.steps.length + index;
  }

  restart(): void {
    this.#dead = false;
    this.#killAt = Number.POSITIVE_INFINITY;
  }

  get dead(): boolean {
    return this.#dead;
  }

  wrap = <T extends object>(port: string, part: T): T =>
    new Proxy(part, {
      get: (target, method, receiver) => {
        const value: unknown = Reflect.get(target, method, receiver);
        if (typeof value !== 'function' || method === 'close') return value;
        return async (...args: unknown[]) => {
          this.#boundary(port, String(method), 'before');
          const result: unknown = await value.apply(target, args);
          this.#boundary(port, String(method), 'after');
          return result;
        };
      },
    });

  #boundary(port: string, method: string, moment: Moment): void {
    if (this.#dead) throw new TobanError('unavailable', 'the process is dead');
    if (this.steps.length === this.#killAt) this.#dead = true;
    this.steps.push({ port, method, moment });
    if (this.#dead) throw new TobanError('unavailable', 'the process died here');
  }
}
