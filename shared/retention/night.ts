import type { Store } from '../store/port.ts';
import type { RetentionContext } from './context.ts';
import type { RemoveStep } from './decide.ts';
import { countsOf, noteRemoved } from './log.ts';
import type { Counts, Retention } from './model.ts';
import { finishRemovals, remove } from './remove.ts';
import type { Kind, Rules } from './schemas.ts';
import { SOURCES } from './sources/all.ts';
import type { Age, Source } from './verdict.ts';

/** So many records are looked at by one page, and a task goes on for so long: well within its lease. */
const PAGE = 20;
const PATIENCE_MS = 12_000;

/** Where to go on; or, at the end, how many went in the whole night. */
export interface Night {
  readonly next: RemoveStep['at'];
  readonly counts: Counts | null;
}

/** A rule is followed only while the configuration says no more than it: what is wanted for longer now is kept already. */
export function followedNow(
  { followed }: Pick<Retention, 'followed'>,
  config: Rules,
  kind: Kind,
): number | null {
  const [told, wanted] = [followed[kind] ?? null, config[kind]];
  return told === null || wanted === null ? null : Math.max(told, wanted);
}

/** Deletes for a while, from where the task before this one stopped. Whatever is done twice finds nothing to do. */
export async function carryOn(
  { store, clock, config }: RetentionContext,
  state: Retention,
  step: RemoveStep,
  signal: AbortSignal,
): Promise<Night> {
  const begun = clock.now();
  if (step.at === null) await finishRemovals(store, signal);
  const log = { period: step.period, part: 0 };
  let at = step.at ?? { source: SOURCES[0]?.name ?? '', cursor: null };
  for (;;) {
    const index = SOURCES.findIndex(({ name }) => name === at.source);
    const source = SOURCES[index];
    if (!source) return { next: null, counts: await countsOf(store, step.period) };
    const ms = followedNow(state, config, source.kind);
    const cursor =
      ms === null
        ? null
        : await removePage(store, source, { before: step.period - ms, now: clock.now() }, at.cursor, log);
    at =
      cursor === null
        ? { source: SOURCES[index + 1]?.name ?? 'end', cursor }
        : { source: source.name, cursor };
    if (at.source !== 'end' && (signal.aborted || clock.now() - begun > PATIENCE_MS))
      return { next: at, counts: null };
  }
}

async function removePage(
  store: Store,
  source: Source,
  age: Age,
  cursor: string | null,
  log: { readonly period: number; part: number },
): Promise<string | null> {
  const page = await store.page({
    shape: source.shape,
    values: source.values(age.before),
    limit: PAGE,
    cursor,
  });
  for (const { path } of page.docs)
    await remove(store, source, path, age, async (tx, endedAt, { records }) => {
      const line = { kind: source.kind, records, endedAt, at: age.now };
      const noted = await noteRemoved(tx, log.period, line, log.part);
      log.part = noted.part;
      return noted.write;
    });
  return page.cursor;
}
