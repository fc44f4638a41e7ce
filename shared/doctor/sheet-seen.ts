import { readCheck } from '../duty/index.ts';
import type { Locale } from '../language/index.ts';
import {
  describeProblem,
  describeTrouble,
  type Problem,
  type RotaConfig,
  type RotaReader,
  readKept,
} from '../rota/index.ts';
import type { Store } from '../store/port.ts';

/** What a look into a rota's sheet found, in sentences. */
export interface SheetSeen {
  /** Why it cannot be read; null where it can. */
  readonly trouble: string | null;
  readonly rows: number;
  readonly people: number;
  readonly problems: readonly string[];
  /** How many more there are. */
  readonly more: number;
}

/** Reads the sheet as a call would read it now. */
export async function sheetNow(
  rotas: Pick<RotaReader, 'current'>,
  rota: RotaConfig,
  locale: Locale,
  signal: AbortSignal,
): Promise<SheetSeen> {
  const current = await rotas.current(rota.id, signal);
  const { trouble } = current;
  return seen(trouble && describeTrouble(trouble, locale, current), current.rota, locale);
}

/** What the workers found when they last looked: the pages have no part in reading spreadsheets. Null: never read. */
export async function sheetKept(
  store: Store,
  rota: RotaConfig,
  zone: string,
  locale: Locale,
  now: number,
): Promise<SheetSeen | null> {
  const [kept, check] = await Promise.all([readKept(store, rota, zone), readCheck(store, rota.id)]);
  if (!check) return null;
  const { trouble, problems, more, accountEmail } = check;
  const ageMs = kept ? now - kept.readAt : null;
  const used = { rota: kept?.rota ?? null, ageMs, accountEmail };
  const why = trouble && { ...trouble, detail: { ...trouble.detail, ageMs: String(ageMs ?? 0) } };
  const found = seen(
    why && describeTrouble(why, locale, used),
    used.rota && { ...used.rota, problems },
    locale,
  );
  return { ...found, more };
}

function seen(
  trouble: string | null,
  rota: {
    understood: { rows: number } | null;
    people: object;
    problems: readonly Problem[];
    zone: string;
  } | null,
  locale: Locale,
): SheetSeen {
  return {
    trouble,
    rows: rota?.understood?.rows ?? 0,
    people: Object.keys(rota?.people ?? {}).length,
    problems: rota?.problems.map((problem) => describeProblem(problem, locale, rota.zone)) ?? [],
    more: 0,
  };
}
