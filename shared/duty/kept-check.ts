import type { Current, Picture, Problem, SourceTrouble } from '../rota/index.ts';
import type { Store } from '../store/port.ts';
import { isOurs } from './observe.ts';

/** What the last look found in a rota's sheet, for the pages. Kept at `rota-checks/<rota>`. */
export interface KeptCheck {
  /** Problems before notices, the nearest first. */
  readonly problems: readonly Problem[];
  /** How many more there are. */
  readonly more: number;
  /** Of the last reading that was one; null before the first. */
  readonly picture: Picture | null;
  /** Why the sheet cannot be read now. Without times, which move. */
  readonly trouble: SourceTrouble | null;
  readonly accountEmail: string | null;
}

/** JSON text: it is never queried, and holds lists in lists. */
interface Kept {
  readonly text: string;
}

const MOST = 100;
const NOTHING: KeptCheck = { problems: [], more: 0, picture: null, trouble: null, accountEmail: null };
const pathOf = (rota: string): string => `rota-checks/${rota}`;

/**
 * Keeps what a look found, with a picture of the sheet around it. The pages cannot draw it themselves: they have no part
 * in reading spreadsheets and hold no copy of raw cells. An unchanged sheet costs one read and no write.
 */
export async function keepCheck(
  store: Store,
  rota: string,
  current: Current,
  found: readonly Problem[],
): Promise<void> {
  const doc = await store.get<Kept>(pathOf(rota));
  const before: KeptCheck = doc ? JSON.parse(doc.data.text) : NOTHING;
  const { accountEmail } = current;
  const trouble = current.trouble && !isOurs(current.trouble) ? current.trouble : null;
  const problems = found.slice(0, MOST);
  const seen = current.sheet ? { problems, more: found.length - problems.length } : {};
  const cells = problems.flatMap(({ cell, detail }) => [cell ?? [], detail.until ?? []].flat());
  const picture = current.draw?.(cells) ?? before.picture;
  const stable = trouble && { ...trouble, detail: withoutTimes(trouble.detail) };
  const text = JSON.stringify({ ...before, ...seen, picture, trouble: stable, accountEmail });
  if (text !== doc?.data.text) await store.put(pathOf(rota), { text });
}

export async function readCheck(store: Store, rota: string): Promise<KeptCheck | null> {
  const doc = await store.get<Kept>(pathOf(rota));
  return doc && JSON.parse(doc.data.text);
}

const withoutTimes = ({ ageMs: _age, ...detail }: SourceTrouble['detail']): SourceTrouble['detail'] => detail;
