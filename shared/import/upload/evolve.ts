import { never } from '../../platform/errors.ts';
import { NO_COUNTS } from '../run/model.ts';
import type { Upload, UploadEvent } from './model.ts';

/** Folds one event into the state. Pure. */
export function evolve(before: Upload | null, event: UploadEvent): Upload {
  const blank = { done: 0, counts: NO_COUNTS, pages: [], failure: null } as const;
  if (event.type === 'uploaded') {
    const { type: _type, at, ...said } = event;
    return { version: 1, ...said, createdAt: at, phase: 'mapping', round: 0, ...blank };
  }
  if (before === null) throw new Error(`the first event must be "uploaded", not "${event.type}"`);
  const state: Upload = { ...before, version: before.version + 1 };
  const next = { ...state, ...blank, round: state.round + 1, ...('by' in event && { by: event.by }) };
  switch (event.type) {
    case 'trying':
      return { ...next, phase: 'trying', mapping: event.mapping };
    case 'running':
      return { ...next, phase: 'running' };
    case 'stepped': {
      const { done, counts, ended } = event;
      const over = state.phase === 'trying' ? 'tried' : 'done';
      const pages = [...state.pages, ...event.pages];
      return { ...state, done, counts, pages, phase: ended ? over : state.phase };
    }
    case 'failed':
      return { ...state, phase: 'failed', failure: event.reason };
    case 'erased':
      return { ...state, phase: 'erased', sample: [], values: {}, pages: [] };
    default:
      return never(event);
  }
}
