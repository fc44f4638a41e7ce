import type { Store } from '../../store/port.ts';
import type { Rota } from '../model.ts';
import type { RotaConfig } from '../schemas.ts';
import { fingerprintOf, loadCopy, reachOf } from './copy.ts';

/** The kept copy of a rota, and when it was read. Epoch ms. */
export interface Kept {
  readonly rota: Rota;
  readonly readAt: number;
  /** Five weeks back and a year ahead, less of a sheet that is very large: outside it nothing is known. */
  readonly reach: { readonly from: number; readonly to: number };
  /** Slack ids of those whom it knows: of the members tab where there is one, else of those whom it names. */
  readonly known: readonly string[];
}

/**
 * The rota by its kept copy alone: one document, no call to Google or Slack, so that whoever asks often costs next to
 * nothing. Null while the sheet has not been read with this configuration.
 */
export async function readKept(
  store: Store,
  config: RotaConfig,
  workspaceZone: string,
): Promise<Kept | null> {
  const copy = await loadCopy(store, config.id, fingerprintOf(config, config.timezone ?? workspaceZone));
  if (!copy) return null;
  const known = copy.people.map(({ id }) => id);
  return { rota: copy.rota, readAt: copy.readAt, reach: reachOf(copy), known };
}
