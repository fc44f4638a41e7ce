import type { Locale } from '../language/index.ts';
import {
  type Current,
  cellUrl,
  type Duty,
  describeHeld,
  describeTrouble,
  onDutyAt,
  type RotaConfig,
  type RotaReader,
} from '../rota/index.ts';
import type { Reason, Rung, Rungs } from './model.ts';
import type { People } from './people.ts';
import type { LadderStep, RouteConfig } from './schemas.ts';
import { dutySentence } from './text.ts';

/** Persons of a fallback list take turns at this distance; so do several names in one cell after the last step. */
const APART_MS = 5 * 60_000;
/** Names of one cell that are called; a rung is kept for each so that rungs keep their index. */
const NAMES_PER_CELL = 3;

export interface ResolveParts {
  readonly rotas: RotaReader;
  readonly people: People;
  readonly locale: Locale;
}

export interface Resolution {
  readonly rungs: Rungs;
  /** Set when nobody is on duty on purpose and the route only wants that said. */
  readonly tell: Reason | null;
}

/** The whole ladder of a route, resolved to people for the instant `now`: the sheet is asked anew each time. */
export async function resolveLadder(
  parts: ResolveParts,
  route: RouteConfig,
  rota: RotaConfig,
  now: number,
  signal: AbortSignal,
): Promise<Resolution> {
  const current = await parts.rotas.current(rota.id, signal);
  const first = route.ladder[0];
  const asked = first ? dutyOf(current, first.to, now) : null;
  const tell =
    route.whenFree === 'tell' && asked?.kind === 'free'
      ? reasonOf('duty', asked, current, rota, parts.locale, [])
      : null;
  const rungs = await Promise.all(
    route.ladder.map((step, index) => rungsOf({ parts, route, rota, current, now, signal }, step, index)),
  );
  return { rungs: rungs.flat(), tell };
}

interface Scene {
  readonly parts: ResolveParts;
  readonly route: RouteConfig;
  readonly rota: RotaConfig;
  readonly current: Current;
  readonly now: number;
  readonly signal: AbortSignal;
}

async function rungsOf(scene: Scene, step: LadderStep, index: number): Promise<(Rung | null)[]> {
  const { parts, route, rota, current, now, signal } = scene;
  const repeats = index > 0 && route.ladder[index - 1]?.to === step.to;
  const joinAt = route.ladder[index + 1]?.after ?? step.after + APART_MS;
  const rung = async (user: string, after: number, reason: Reason): Promise<Rung | null> => {
    const person = await parts.people.find(user, signal);
    if (person?.deactivated || person?.bot) return null;
    const name = current.rota?.people[user] ?? person?.name ?? user;
    return { after, to: step.to, repeats, user, name, reason };
  };
  const fallback = (duty: Duty | null, after: number, sentences: readonly string[]) =>
    Promise.all(
      rota.fallback.map((user, i) =>
        rung(user, after + i * APART_MS, reasonOf('fallback', duty, current, rota, parts.locale, sentences)),
      ),
    );
  if (step.to === 'fallback') return fallback(null, step.after, []);
  if (isPerson(step.to))
    return [await rung(step.to, step.after, reasonOf('named', null, current, rota, parts.locale, []))];

  const duty = dutyOf(current, step.to, now);
  const empty: null[] = Array.from({ length: NAMES_PER_CELL }, () => null);
  if (duty?.kind === 'people') {
    const reason = reasonOf('duty', duty, current, rota, parts.locale, []);
    const named = await Promise.all(
      duty.people
        .slice(0, NAMES_PER_CELL)
        .map((user, i) => rung(user, i === 0 ? step.after : joinAt, reason)),
    );
    if (named[0] || index > 0) return empty.map((_none, i) => named[i] ?? null);
  }
  // Only the first step falls back at once; a later one that names nobody is passed, and the ladder goes on.
  if (index > 0) return empty;
  const kind = duty?.kind === 'people' ? 'deactivated' : (duty?.kind ?? null);
  const sentence = kind === null ? [] : [dutySentence(kind, duty, parts.locale)];
  const [person = null] = (await fallback(duty, step.after, sentence)).filter((found) => found !== null);
  return empty.map((_none, i) => (i === 0 ? person : null));
}

const isPerson = (to: string): boolean => /^[UW][A-Z0-9]{2,}$/.test(to);

const dutyOf = (current: Current, column: string, now: number): Duty | null =>
  current.rota && column !== 'fallback' && !isPerson(column) ? onDutyAt(current.rota, now, column) : null;

function reasonOf(
  by: Reason['by'],
  duty: Duty | null,
  current: Current,
  rota: RotaConfig,
  locale: Locale,
  sentences: readonly string[],
): Reason {
  const trouble = current.trouble ? [describeTrouble(current.trouble, locale, current)] : [];
  const held = current.held ? [describeHeld(current.held, locale)] : [];
  return {
    by,
    duty: duty?.kind ?? null,
    cell: duty?.cell ?? null,
    cellUrl: duty ? cellUrl(rota.spreadsheet, duty) : null,
    text: duty?.text ?? '',
    insteadOf: duty?.insteadOf ?? null,
    shift: duty?.shift ?? null,
    readAt: current.readAt,
    stale: current.source === 'last-good',
    trouble: [...sentences, ...trouble, ...held],
  };
}
