import { TobanError } from '../../../shared/platform/errors.ts';

/**
 * What goes wrong at a port.
 * `down`: nothing is done. `lost`: it is done, and nobody is told. `failed`: not done, and nobody is told. `late`: as
 * `failed`, but it happens some seconds after. `429`: not yet. `conflict`: a transaction's body runs twice.
 */
export type FaultKind = 'down' | 'lost' | 'failed' | 'late' | '429' | 'conflict';

export interface Fault {
  readonly port: 'store' | 'slack' | 'sheets' | 'bus' | 'edge';
  readonly kind: FaultKind;
  /** Epoch ms, true time. */
  readonly until: number;
  /** Share of the calls it hits, 0 to 1. */
  readonly share: number;
  /** For `late`, in ms. */
  readonly delay: number;
}

/** Calls that change something at Slack without being safe to repeat; the adapter calls their silence unknown. */
const UNSURE = new Set(['post', 'whisper']);
const DONE_ANYWAY: ReadonlySet<FaultKind> = new Set(['lost']);

export interface FaultParts {
  readonly random: () => number;
  readonly time: () => number;
  readonly later: (ms: number, what: () => Promise<unknown>) => void;
}

/** The faults under way, as they meet each call of a port. */
export class Faults {
  readonly #parts: FaultParts;
  #active: Fault[] = [];

  constructor(parts: FaultParts) {
    this.#parts = parts;
  }

  add(fault: Fault): void {
    this.#active.push(fault);
  }

  clear(): void {
    this.#active = [];
  }

  /** Makes a call through whatever is wrong with its port now. */
  async meet(port: string, method: string, call: () => Promise<unknown>): Promise<unknown> {
    const { random, time, later } = this.#parts;
    this.#active = this.#active.filter((fault) => fault.until > time());
    const fault = this.#active.find((one) => one.port === port && random() < one.share);
    if (!fault) return call();
    const { kind } = fault;
    if (kind === 'conflict') return call();
    if (kind === '429') {
      const retryAfterMs = Math.ceil(random() * 30) * 1_000;
      throw new TobanError('rate-limited', 'simulated', { reason: '429', retryAfterMs });
    }
    if (kind === 'down') throw new TobanError('unavailable', 'simulated', { reason: 'down' });
    if (DONE_ANYWAY.has(kind)) await call();
    const unsure = port === 'slack' && UNSURE.has(method);
    if (kind === 'late' && unsure) later(fault.delay, call);
    throw new TobanError(unsure ? 'unknown-outcome' : 'unavailable', 'simulated', { reason: kind });
  }

  /** Whether a transaction meets contention now. */
  contended(): boolean {
    const { random, time } = this.#parts;
    return this.#active.some(
      ({ port, kind, until, share }) =>
        port === 'store' && kind === 'conflict' && until > time() && random() < share,
    );
  }
}
