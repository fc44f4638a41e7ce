import { TobanError } from '../../../shared/platform/errors.ts';
import type { Store, Transaction } from '../../../shared/store/port.ts';
import type { Faults } from './faults.ts';
import type { Turns } from './turns.ts';

class Contended extends Error {}

/** One life of the program. It may be ended at any boundary of any port; nothing it tries after that happens. */
export class Life {
  readonly #turns: Turns;
  readonly #faults: Faults;
  /** `port.method before|after` of each boundary passed. */
  readonly passed: string[] = [];
  #dead = false;
  killAt = Number.POSITIVE_INFINITY;

  constructor(turns: Turns, faults: Faults) {
    this.#turns = turns;
    this.#faults = faults;
  }

  get dead(): boolean {
    return this.#dead;
  }

  wrap<T extends object>(port: string, part: T): T {
    return new Proxy(part, {
      get: (target, method, receiver) => {
        const value: unknown = Reflect.get(target, method, receiver);
        if (typeof value !== 'function') return value;
        return async (...args: unknown[]) => {
          await this.#turns.next();
          this.#pass(`${port}.${String(method)} before`);
          const call = async () => value.apply(target, args);
          const result = await this.#faults.meet(port, String(method), call);
          this.#pass(`${port}.${String(method)} after`);
          return result;
        };
      },
    });
  }

  /** The store besides: under contention a transaction's body runs, comes to nothing, and runs again. */
  wrapStore(store: Store): Store {
    const transaction = async <R>(body: (tx: Transaction) => Promise<R>): Promise<R> => {
      if (this.#faults.contended()) {
        const first = store.transaction(async (tx) => {
          await body(tx);
          throw new Contended();
        });
        await first.catch((error: unknown) => {
          if (!(error instanceof Contended)) throw error;
        });
      }
      return store.transaction(body);
    };
    return this.wrap('store', { ...store, transaction });
  }

  #pass(boundary: string): void {
    if (this.#dead) throw new TobanError('unavailable', 'the process is dead');
    this.passed.push(boundary);
    if (this.passed.length <= this.killAt) return;
    this.#dead = true;
    throw new TobanError('unavailable', 'the process died here');
  }
}
