import type { Store } from '../../store/port.ts';
import type { Rota } from '../model.ts';
import { withCovers } from '../overrides/apply.ts';
import type { Cover } from '../overrides/covers.ts';
import { readCovers } from '../overrides/read.ts';
import type { RotaConfig } from '../schemas.ts';
import { readKept } from './kept.ts';

/** A rota as people are called by it, beside what the sheet alone says. */
export interface EffectiveRota {
  /** With the covers laid over: a span that a cover made names who asked for it in `askedBy`. */
  readonly rota: Rota;
  readonly sheet: Rota;
  /** In the order in which they were asked for. */
  readonly covers: readonly Cover[];
  /** When the sheet was read, epoch ms: its age must be said. */
  readonly readAt: number;
  /** What the copy tells of: outside it nothing is known. */
  readonly reach: { readonly from: number; readonly to: number };
}

/**
 * The kept copy with the covers that end after `from` (epoch ms) laid over it: one document and one query, no call to
 * Google or Slack. Null while the sheet has not been read with this configuration.
 */
export async function readEffectiveRota(
  store: Store,
  config: RotaConfig,
  workspaceZone: string,
  from: number,
): Promise<EffectiveRota | null> {
  const [kept, covers] = await Promise.all([
    readKept(store, config, workspaceZone),
    readCovers(store, config.id, from),
  ]);
  return (
    kept && {
      rota: withCovers(kept.rota, covers),
      sheet: kept.rota,
      covers,
      readAt: kept.readAt,
      reach: kept.reach,
    }
  );
}
