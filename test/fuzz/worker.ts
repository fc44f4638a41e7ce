import { parentPort, workerData } from 'node:worker_threads';
import { targets } from './targets.ts';

/** What a run in its own thread is told. `tried` takes the input at hand, so that one that hangs can be named. */
export interface Order {
  readonly name: string;
  readonly seed: number;
  readonly ms: number;
  readonly tried: SharedArrayBuffer;
}

const { name, seed, ms, tried } = workerData as Order;
const encoder = new TextEncoder();
const [counter, input] = [new Int32Array(tried, 0, 2), new Uint8Array(tried, 8)];
const result = targets
  .find((one) => one.name === name)
  ?.check({ seed, ms }, (tries) => {
    // A view of shared memory cannot be encoded into.
    const bytes = encoder.encode(tries).subarray(0, input.length);
    input.set(bytes);
    counter[1] = bytes.length;
    Atomics.add(counter, 0, 1);
  });
parentPort?.postMessage(result);
