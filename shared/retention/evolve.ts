import { never } from '../platform/errors.ts';
import type { Retention, RetentionEvent, Waiting } from './model.ts';
import { KINDS, type Kind } from './schemas.ts';

const FIRST: Retention = { version: 0, followed: {}, waiting: {}, last: null };

/** Pure. */
export function evolve(before: Retention | null, event: RetentionEvent): Retention {
  const state = { ...(before ?? FIRST), version: (before?.version ?? 0) + 1 };
  switch (event.type) {
    case 'announced': {
      const waiting: Partial<Record<Kind, Waiting>> = { ...state.waiting };
      for (const kind of KINDS) {
        const ms = event.rules[kind];
        if (ms !== undefined) waiting[kind] = { ms, announcedAt: event.at, toldAt: null };
      }
      return { ...state, waiting };
    }
    case 'told': {
      const waiting: Partial<Record<Kind, Waiting>> = { ...state.waiting };
      for (const kind of KINDS) {
        const one = waiting[kind];
        if (one && one.toldAt === null && one.ms === event.rules[kind])
          waiting[kind] = { ...one, toldAt: event.at };
      }
      return { ...state, waiting };
    }
    case 'followed': {
      const [followed, waiting] = [{ ...state.followed }, { ...state.waiting }];
      for (const kind of KINDS) {
        const ms = event.rules[kind];
        if (ms === undefined) continue;
        delete waiting[kind];
        if (ms === null) delete followed[kind];
        else followed[kind] = ms;
      }
      return { ...state, followed, waiting };
    }
    case 'ran':
      return { ...state, last: { period: event.period, endedAt: event.at, counts: event.counts } };
    default:
      return never(event);
  }
}
