import type { Postmortem } from '../model.ts';
import type { Prose, ProseFailure } from './model.ts';

/** How it stands with the prose of a postmortem as a whole. `againAt`: when it is tried again by itself, epoch ms. */
export type ProseStanding =
  | { readonly kind: 'writing' }
  | { readonly kind: 'written'; readonly sections: number }
  | { readonly kind: 'failed'; readonly reason: ProseFailure; readonly againAt: number | null };

type Kept = Pick<Postmortem, 'prose' | 'sections'>;

/** What a model was asked for, or wrote, where no person has saved since. Pure. */
export const proseIn = ({ prose = {}, sections }: Kept, section: string): Prose | null =>
  sections[section]?.by === null ? (prose[section] ?? null) : null;

/** Whether what a section says was written by a model and no person has saved it since. Pure. */
export const isAiDraft = (state: Kept, section: string): boolean =>
  proseIn(state, section)?.state === 'written';

/** Null where no language model was asked. What failed comes before what was written: it is what people can mend. Pure. */
export function proseStanding(state: Kept): ProseStanding | null {
  const all = Object.keys(state.sections)
    .map((section) => proseIn(state, section))
    .filter((one) => one !== null);
  if (all.some((one) => one.state === 'asked')) return { kind: 'writing' };
  const written = all.filter((one) => one.state === 'written').length;
  const failed = all
    .filter((one) => one.state === 'failed')
    // Beside what was written, a section about which nothing is known is no failure.
    .filter(({ reason }) => reason !== 'baseless' || written === 0);
  const [first] = failed;
  if (first) {
    const times = failed.map(({ againAt }) => againAt).filter((at) => at !== null);
    return { kind: 'failed', reason: first.reason, againAt: times.length > 0 ? Math.min(...times) : null };
  }
  return written > 0 ? { kind: 'written', sections: written } : null;
}
