import type { Page, Store } from '../store/port.ts';
import type { Kind } from './schemas.ts';
import { mainSource } from './sources/all.ts';
import { type Age, REASONS, type Verdict, type Why } from './verdict.ts';

/** So many are judged at once: an incident takes several reads, one after the other. */
const SIDE_BY_SIDE = 25;

export interface Going {
  /** Path of the record. */
  readonly path: string;
  /** Epoch ms. */
  readonly endedAt: number;
}
export interface Staying {
  readonly path: string;
  readonly why: Why;
}

/** What a rule would do now. */
export interface Preview {
  readonly kind: Kind;
  /** How many would go. */
  readonly count: number;
  /** There are more than were looked at: the counts are of the oldest. */
  readonly more: boolean;
  /** The oldest and the newest of them; null where none goes. */
  readonly oldest: number | null;
  readonly newest: number | null;
  /** How many are old enough and stay all the same, by why. */
  readonly stay: Readonly<Record<Why, number>>;
  /** The first of each. */
  readonly going: readonly Going[];
  readonly staying: readonly Staying[];
}

/** By the same judgement as the deletion; changes nothing. `most`: so many are looked at. */
export async function preview(
  store: Store,
  kind: Kind,
  age: Age,
  { most, listed }: { readonly most: number; readonly listed: number },
): Promise<Preview> {
  const source = mainSource(kind);
  const stay = Object.fromEntries(REASONS.map((why) => [why, 0])) as Record<Why, number>;
  const [going, staying]: [Going[], Staying[]] = [[], []];
  let [count, looked, more] = [0, 0, false];
  let [oldest, newest]: [number | null, number | null] = [null, null];
  let cursor: string | null = null;
  do {
    const limit = Math.min(SIDE_BY_SIDE, most - looked);
    const query = { shape: source.shape, values: source.values(age.before), limit, cursor };
    const page: Page<unknown> = await store.page(query);
    looked += page.docs.length;
    cursor = page.cursor;
    more = cursor !== null && looked >= most;
    const verdicts = await Promise.all(
      page.docs.map(async ({ path }) =>
        source.judge(store, path, age, await source.gather?.(store, path, age.before)),
      ),
    );
    for (const [i, { path }] of page.docs.entries()) add(path, verdicts[i] ?? null);
  } while (cursor !== null && !more);
  return { kind, count, more, oldest, newest, stay, going, staying };

  function add(path: string, verdict: Verdict): void {
    if (verdict === null) return;
    if (!verdict.goes) {
      stay[verdict.why] += 1;
      if (staying.length < listed) staying.push({ path, why: verdict.why });
      return;
    }
    const { endedAt } = verdict;
    count += 1;
    oldest = Math.min(oldest ?? endedAt, endedAt);
    newest = Math.max(newest ?? endedAt, endedAt);
    if (going.length < listed) going.push({ path, endedAt });
  }
}
