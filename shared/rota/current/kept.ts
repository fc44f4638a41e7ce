import type { Store } from '../../store/port.ts';
import type { Rota } from '../model.ts';
import type { RotaConfig } from '../schemas.ts';
import { fingerprintOf, loadCopy } from './copy.ts';

/** The kept copy of a rota: a month back, up to a year ahead, and when it was read (epoch ms). */
export interface Kept {
  readonly rota: Rota;
  readonly readAt: number;
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
  return copy && { rota: copy.rota, readAt: copy.readAt };
}
