import type { Rota } from '../model.ts';
import { withCovers } from '../overrides/apply.ts';
import type { Cover } from '../overrides/covers.ts';
import type { RotaConfig } from '../schemas.ts';
import type { Current } from './model.ts';

/** What the sheet alone has said. */
export type SheetSeen = Omit<Current, 'sheet' | 'covers'>;

/**
 * The sheet's word with the covers laid over it. A cover counts even where there is no sheet to ask; then nothing else
 * is known, and time outside it is left to the fallback.
 */
export function covered(
  seen: SheetSeen,
  covers: readonly Cover[],
  { id, spreadsheet }: Pick<RotaConfig, 'id' | 'spreadsheet'>,
  zone: string,
  now: number,
): Current {
  const standing = covers.filter(({ from, to }) => from <= now && now < to);
  const known = seen.rota ?? (standing.length > 0 ? nothingKnown(id, spreadsheet, zone) : null);
  const held = standing.some(({ column }) => column === seen.held?.column) ? null : seen.held;
  return { ...seen, rota: known && withCovers(known, covers), sheet: seen.rota, covers, held };
}

const nothingKnown = (id: string, spreadsheet: string, zone: string): Rota => ({
  id,
  zone,
  spreadsheet,
  columns: {},
  people: {},
  holidays: [],
  problems: [],
  understood: null,
});
