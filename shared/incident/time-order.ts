import { MILESTONES, type Milestone, type Milestones, type Stamp } from './parts.ts';

/** Two milestones that cannot both be so: `milestone` would lie after a later one, or before an earlier one. */
export interface OutOfOrder {
  readonly milestone: Milestone;
  /** The one that is recorded, and when, epoch ms. */
  readonly other: Milestone;
  readonly at: number;
  readonly side: 'after' | 'before';
}

/** People say times by the minute. */
const minute = (at: number): number => Math.floor(at / 60_000);

/** What a later step implied, and when it began as long as no person has put that right: an alert says when it fired. */
const isGuess = (name: Milestone, { how }: Stamp): boolean =>
  how === 'implied' || (name === 'started' && how === 'recorded');

/**
 * What a time for a milestone would contradict of what is recorded, the nearest first; null where it fits. A guess
 * contradicts nothing. Pure.
 */
export function outOfOrder(milestones: Milestones, milestone: Milestone, said: number): OutOfOrder | null {
  const place = MILESTONES.indexOf(milestone);
  const known = MILESTONES.flatMap((other, index) => {
    const stamp = milestones[other];
    if (index === place || !stamp || stamp.at === null || isGuess(other, stamp)) return [];
    return [{ other, at: stamp.at, distance: Math.abs(index - place), later: index > place }];
  });
  const [against] = known
    .filter(({ at, later }) => (later ? minute(said) > minute(at) : minute(said) < minute(at)))
    .sort((a, b) => a.distance - b.distance);
  if (!against) return null;
  const { other, at, later } = against;
  return { milestone, other, at, side: later ? 'after' : 'before' };
}
