import { never, TobanError } from '../platform/errors.ts';
import type { Erasure, ErasureEvent } from './model.ts';

/** Folds one event into the state. Pure. */
export function evolve(before: Erasure | null, event: ErasureEvent): Erasure {
  const { at } = event;
  if (event.type === 'begun') {
    const { id, name, by } = event;
    const version = (before?.version ?? 0) + 1;
    return { version, id, name, by, at, phase: 'looking', counts: {}, passes: 0, clean: false, held: [] };
  }
  if (before === null) throw new TobanError('bug', `the first event must be "begun", not "${event.type}"`);
  const state = { ...before, version: before.version + 1, at };
  switch (event.type) {
    case 'looked':
      return { ...state, phase: 'looked' };
    case 'confirmed':
      return { ...state, phase: 'erasing', by: event.by };
    case 'erased': {
      const { counts, passes, clean, held } = event;
      return { ...state, phase: 'erased', counts, passes, clean, held };
    }
    case 'discarded':
      return { ...state, phase: 'discarded' };
    default:
      return never(event);
  }
}
