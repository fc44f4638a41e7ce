/** What goes wrong with calls of a method. `lost`: it is done, but the answer never arrives. */
export interface Fault {
  readonly method: string;
  times: number;
  /** `429`, `500`, `lost`, or an error code that Slack answers with. */
  readonly kind: string;
}

export class Faults {
  readonly #planned: Fault[] = [];

  plan(method: string, kind: string, times = 1): void {
    this.#planned.push({ method, kind, times });
  }

  /** The fault of this call, used up by it. */
  take(method: string): string | null {
    const fault = this.#planned.find((one) => one.times > 0 && one.method === method);
    if (!fault) return null;
    fault.times -= 1;
    return fault.kind;
  }
}
