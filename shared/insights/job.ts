import type { Store } from '../store/port.ts';
import type { Job } from '../tasks/index.ts';
import { rollUp } from './roll.ts';

/** Empties the queue at night, so that a page of figures reads little more than its months. `zone`: the workspace's. */
export const rollUpJob = ({ store, zone }: { readonly store: Store; readonly zone: string }): Job => ({
  name: 'insights',
  lane: 'work',
  schedule: { at: '03:00', zone },
  async run({ signal }) {
    await rollUp(store, signal);
  },
});
