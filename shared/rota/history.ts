import { onDutyAt } from './duty.ts';
import type { Duty, Rota } from './model.ts';

/** A reading that differed from the one before it, as it was kept. */
export interface Snapshot {
  /** When it was read (epoch ms); it was in force until the next one. */
  readonly readAt: number;
  readonly rota: Rota;
}

/** Who was on duty at a past instant by what the sheet said then, not by what it says now; null before any reading. */
export function dutyInHistory(
  snapshots: readonly Snapshot[],
  at: number,
  column = 'primary',
): { readonly duty: Duty; readonly readAt: number } | null {
  let latest: Snapshot | null = null;
  for (const snapshot of snapshots)
    if (snapshot.readAt <= at && (!latest || snapshot.readAt > latest.readAt)) latest = snapshot;
  return latest && { duty: onDutyAt(latest.rota, at, column), readAt: latest.readAt };
}
