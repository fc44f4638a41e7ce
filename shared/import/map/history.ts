import { REACHED_WORDS } from '../mapping/list-words.ts';
import { folded } from '../mapping/words.ts';
import type { ListEntry } from '../read/row.ts';
import type { Times } from './draft.ts';
import { partsOf } from './entries.ts';
import { readWhen, type WhenSettings } from './when.ts';

/** `future`: a time of it that lies ahead, as it is written; null: none does. */
export interface Reached {
  readonly times: Times;
  readonly future: string | null;
}

/** When each state was first reached, the last time it was resolved, by a list of its changes. Pure. */
export function reachedIn(list: readonly ListEntry[], settings: WhenSettings, now: number): Reached {
  const times: { -readonly [M in keyof Times]: Times[M] } = {};
  let future: string | null = null;
  for (const entry of list) {
    const { of } = partsOf(entry);
    const word = folded(of.state ?? of.title ?? of.text ?? '');
    const milestone = REACHED_WORDS.find(([, pattern]) => pattern.test(word))?.[0];
    const said = of.time ?? of.made ?? '';
    const when = readWhen(said, settings);
    if (!milestone || when === null || typeof when === 'string' || !when.hour) continue;
    if (when.start > now) {
      future ??= said;
      continue;
    }
    const before = times[milestone];
    const later = milestone === 'resolved';
    if (before === undefined || when.start > before === later) times[milestone] = when.start;
  }
  return { times, future };
}
