import { readCheck } from '../../duty/index.ts';
import { durationText } from '../../language/index.ts';
import { readKept } from '../../rota/index.ts';
import type { Look } from '../context.ts';
import { type Finding, finding } from '../finding.ts';

/** Each minute the sheets are read, and at least every ten the time of reading is noted. */
const SILENT_MS = 25 * 60_000;

/**
 * Whether the tick comes. With nothing due it leaves one trace only: when the sheets were last read. Sheets that cannot
 * be read say nothing of it.
 */
export async function checkTick({ store, config, clock, text, locale }: Look): Promise<Finding[]> {
  if (!store) return [];
  const looks = await Promise.all(
    config.rotas.map(async (rota) => {
      const [kept, check] = await Promise.all([
        readKept(store, rota, config.workspace.timezone),
        readCheck(store, rota.id),
      ]);
      return {
        readAt: kept?.readAt ?? null,
        looked: kept !== null || check !== null,
        trouble: check?.trouble,
      };
    }),
  );
  if (!looks.some(({ looked }) => looked)) return [finding('work', 'error', 'tick', text.tickNever())];
  const read = looks.flatMap(({ readAt, trouble }) => (readAt === null || trouble ? [] : [readAt]));
  if (read.length === 0) return [];
  const since = clock.now() - Math.max(...read);
  return since > SILENT_MS
    ? [finding('work', 'error', 'tick', text.tickMissing(durationText(since, locale)))]
    : [finding('work', 'ok', 'tick', text.tickComes())];
}
