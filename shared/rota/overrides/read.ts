import type { Page, Store } from '../../store/port.ts';
import { overrides as shapes } from '../../store/shapes.ts';
import { type Cover, coversOf } from './covers.ts';
import type { Override } from './model.ts';

/** More covers than this at one time of one rota are no covers but a mistake; the nearest count. */
const MOST = 200;

/** Those of a rota that stand at `after` (epoch ms) or later: one query of at most 200 documents. */
export async function readCovers(store: Store, rota: string, after: number): Promise<readonly Cover[]> {
  const values = { rota, stands: true, until: after };
  const page = await store.page<Override>({ shape: shapes.standing, values, limit: MOST });
  return coversOf(page.docs.map(({ data }) => data));
}

/** An override and where it is kept: `overrides/ovr_…`. */
export interface KeptOverride {
  readonly path: string;
  readonly override: Override;
}

/** All that end after an instant, those not accepted yet too; the next to end first, at most 200. */
export async function readOverrides(
  store: Store,
  rota: string,
  after: number,
): Promise<readonly KeptOverride[]> {
  const values = { rota, until: after };
  const page = await store.page<Override>({ shape: shapes.all, values, limit: MOST });
  return page.docs.map(({ path, data }) => ({ path, override: data }));
}

/** As many pages as are read of a long period: 1,000 overrides. */
const MOST_PAGES = 5;

/** All that end after an instant, however far they reach, in the order in which they end; at most 1,000. */
export async function readAllOverrides(
  store: Store,
  rota: string,
  after: number,
): Promise<readonly Override[]> {
  const found: Override[] = [];
  let cursor: string | null = null;
  for (let i = 0; i < MOST_PAGES; i += 1) {
    const query = { shape: shapes.all, values: { rota, until: after }, limit: MOST, cursor };
    const page: Page<Override> = await store.page<Override>(query);
    found.push(...page.docs.map(({ data }) => data));
    cursor = page.cursor;
    if (cursor === null) break;
  }
  return found;
}
