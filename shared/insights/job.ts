import type { Store } from '../store/port.ts';
import type { Job } from '../tasks/index.ts';
import { rollUp } from './roll.ts';

/** Keeps the queue short, so that a page of figures reads little more than its months. */
export const rollUpJob = (store: Store): Job => ({
  name: 'insights',
  lane: 'work',
  schedule: { every: 6 * 3_600_000 },
  async run({ signal }) {
    await rollUp(store, signal);
  },
});
