import { recordId } from '../platform/ids.ts';
import type { Headings, RotaConfig } from '../rota/index.ts';
import type { Baseline, DutyEvent, DutyWatch, Observation } from './model.ts';

/** Headers that were told and left as they are this long are meant. */
const MEANT_MS = 7 * 24 * 3_600_000;

export const configurationOf = ({ sheet, layout, columns, where }: RotaConfig): string =>
  recordId('cfg', JSON.stringify([sheet, layout, columns, where]));

/** What the headers of a sheet are measured by; null where nothing is known of them yet. */
export const expectedHeadings = (
  state: Pick<DutyWatch, 'headings'> | null,
  config: RotaConfig,
): Headings | null => (state?.headings?.under === configurationOf(config) ? state.headings.headings : null);

/**
 * Moves the baseline: a difference that is told leaves it where it was, so that putting the word back ends the matter;
 * one that harms nobody, or that nobody put back for a week, becomes the new one. Pure.
 */
export function headingEvents(seen: Observation, state: DutyWatch | null, now: number): DutyEvent[] {
  const { under, headings } = seen.headings;
  if (!seen.fresh || headings === null) return [];
  const known = state?.headings;
  const set = (baseline: Baseline): DutyEvent[] => [{ type: 'headings', at: now, baseline }];
  if (!known || known.under !== under) return set({ under, headings, differSince: null });
  if (JSON.stringify(known.headings) === JSON.stringify(headings))
    return known.differSince === null ? [] : set({ ...known, differSince: null });
  if (!seen.headings.told) return set({ under, headings, differSince: null });
  if (known.differSince === null) return set({ ...known, differSince: now });
  return now - known.differSince < MEANT_MS ? [] : set({ under, headings, differSince: null });
}
