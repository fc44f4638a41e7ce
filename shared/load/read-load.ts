import type { RotaConfig } from '../rota/index.ts';
import type { Store } from '../store/port.ts';
import { callsTaken } from './calls.ts';
import { computeLoad } from './compute.ts';
import { knownRota } from './known.ts';
import type { Load, Period } from './model.ts';

/** The load of a rota in a period, in one duty column, and what it was made of. */
export interface RotaLoad extends Load {
  /** The duty columns there are, the primary first; empty where nothing is known of the period. */
  readonly columns: readonly string[];
  readonly column: string;
  /** When the newest copy was read, epoch ms; null while there is none. */
  readonly readAt: number | null;
  /** Set where the period has more calls than are counted: those before this instant are left out. */
  readonly countedFrom: number | null;
}

/**
 * Reads the load of a rota: the kept copy, one reading for each week before it, and one query of at most 1,000 calls.
 * Neither Google nor Slack is asked. A column that the sheet does not have becomes the primary.
 */
export async function readLoad(
  store: Store,
  config: RotaConfig,
  zone: string,
  period: Period,
  wanted: string,
): Promise<RotaLoad> {
  const [{ stretches, kept }, { taken, countedFrom }] = await Promise.all([
    knownRota(store, config, zone, period),
    callsTaken(store, config.id, period),
  ]);
  const all = new Set(stretches.flatMap(({ rota }) => Object.keys(rota.columns)));
  const columns = [...all].sort((a, b) => Number(b === 'primary') - Number(a === 'primary'));
  const column = all.has(wanted) ? wanted : (columns[0] ?? 'primary');
  const load = computeLoad({ period, zone, column, known: stretches, calls: taken });
  return { ...load, columns, column, readAt: kept?.readAt ?? null, countedFrom };
}
