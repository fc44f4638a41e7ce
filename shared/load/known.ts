import { readingAsOf } from '../duty/index.ts';
import { type Kept, type RotaConfig, readAllOverrides, readKept, withOverrides } from '../rota/index.ts';
import type { Store } from '../store/port.ts';
import type { KnownStretch, Period } from './model.ts';

const DAY_MS = 86_400_000;
/** What a kept reading holds before the time at which it was read. */
const READING_BEHIND_MS = 7 * DAY_MS;
/** What a kept reading holds after that time. */
const READING_AHEAD_MS = 45 * DAY_MS;

export interface KnownRota {
  readonly stretches: readonly KnownStretch[];
  /** The copy the newest stretch comes from; null while the sheet has not been read. */
  readonly kept: Kept | null;
}

/**
 * What the sheet said about a period. The last five weeks and the future come from the kept copy, so that a correction
 * of last week counts; what lies further back comes week by week from the readings kept then, so that nobody rewrites
 * last quarter by an edit today. Covers are laid over
 * both. One document for the copy, one for each week before it, and the covers since the period began.
 */
export async function knownRota(
  store: Store,
  config: RotaConfig,
  zone: string,
  period: Period,
): Promise<KnownRota> {
  const [kept, overrides] = await Promise.all([
    readKept(store, config, zone),
    readAllOverrides(store, config.id, period.from),
  ]);
  const bound = kept ? kept.reach.from : period.to;
  const weeks: { from: number; to: number }[] = [];
  for (let to = Math.min(bound, period.to); to > period.from; to -= READING_BEHIND_MS)
    weeks.unshift({ from: Math.max(to - READING_BEHIND_MS, period.from), to });
  const older = await Promise.all(weeks.map((week) => readingOf(store, config.id, week)));
  const newest: KnownStretch[] = [];
  if (kept && period.to > bound) {
    const to = Math.min(period.to, kept.reach.to);
    newest.push({ from: Math.max(period.from, bound), to, rota: kept.rota });
  }
  const stretches = [...older.flat(), ...newest];
  return { stretches: stretches.map((one) => ({ ...one, rota: withOverrides(one.rota, overrides) })), kept };
}

/** The week as the sheet had it at the week's end. */
async function readingOf(
  store: Store,
  rotaId: string,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<KnownStretch[]> {
  const reading = await readingAsOf(store, rotaId, to);
  if (!reading) return [];
  const until = Math.min(to, reading.readAt + READING_AHEAD_MS);
  return until > from
    ? [{ from: Math.max(from, reading.readAt - READING_BEHIND_MS), to: until, rota: reading.rota }]
    : [];
}
