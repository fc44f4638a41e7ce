import type { Hold, HoldEvent } from './model.ts';

/** Pure. */
export function evolve(before: Hold | null, event: HoldEvent): Hold {
  const version = (before?.version ?? 0) + 1;
  if (event.type === 'set') {
    const { record, team, reason, by, at } = event;
    return { version, record, team, standing: true, reason, by, at, lifted: null };
  }
  if (before === null) throw new Error('the first event must be "set"');
  return { ...before, version, standing: false, lifted: { by: event.by, at: event.at } };
}
