import type { Locale } from '../language/index.ts';
import { TobanError } from '../platform/errors.ts';
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
import { isPerson } from '../slack/index.ts';
import { isOpen, opensNext } from './hours.ts';
import type { Reason, Rung, Rungs, Told } from './model.ts';
import type { People } from './people.ts';
import type { LadderStep, RouteConfig } from './schemas.ts';
import { dutySentence } from './text.ts';

/** Persons of a fallback list take turns at this distance; so do several names in one cell after the last step. */
const APART_MS = 5 * 60_000;
/** Names of one cell that are called; a rung is kept for each so that rungs keep their index. */
const NAMES_PER_CELL = 3;

export interface ResolveParts {
  readonly rotas: RotaReader;
  readonly rotaConfigs: readonly RotaConfig[];
  readonly people: People;
  readonly locale: Locale;
  readonly zone: string;
}

export interface Resolution {
  readonly rungs: Rungs;
  /** Set when nobody is to be called on purpose, and the route only wants that said. */
  readonly told: Told | null;
  /** The rota that was asked: outside the route's hours it may be another. */
  readonly rota: string;
}

/** What of a route makes its ladder. */
export type Laddered = Pick<RouteConfig, 'rota' | 'ladder' | 'hours' | 'outside' | 'whenFree'>;

/** The whole ladder of a route, resolved to people for the instant `now`: the sheet is asked anew each time. */
export async function resolveLadder(
  parts: ResolveParts,
  route: Laddered,
  now: number,
  signal: AbortSignal,
): Promise<Resolution> {
  const scene = await setScene(parts, route, now, signal);
  const rungs = await Promise.all(route.ladder.map((step, index) => rungsOf(scene, step, index)));
  return { rungs: rungs.flat(), told: toldOf(scene), rota: scene.rota.id };
}

interface Scene {
  readonly parts: ResolveParts;
  readonly route: Laddered;
  readonly rota: RotaConfig;
  readonly current: Current;
  readonly now: number;
  readonly signal: AbortSignal;
  /** Outside the route's hours: when they begin again. */
  readonly closed: { readonly opens: number | null } | null;
}

/** Which rota counts now. Both are read at once where hours may choose another: the holidays are the first's. */
async function setScene(
  parts: ResolveParts,
  route: Laddered,
  now: number,
  signal: AbortSignal,
): Promise<Scene> {
  const { hours, outside } = route;
  const other = hours && outside !== 'tell' ? outside : null;
  const [own, others] = await Promise.all([
    parts.rotas.current(route.rota, signal),
    other ? parts.rotas.current(other, signal) : null,
  ]);
  const base = { parts, route, now, signal };
  const ownScene = { ...base, rota: rotaOf(parts, route.rota), current: own, closed: null };
  if (!hours) return ownScene;
  const rota = ownScene.rota;
  const calendar = { zone: rota.timezone ?? parts.zone, holidays: own.rota?.holidays ?? [] };
  if (isOpen(hours, now, calendar)) return ownScene;
  const closed = { opens: opensNext(hours, now, calendar) };
  return other && others
    ? { ...base, rota: rotaOf(parts, other), current: others, closed }
    : { ...ownScene, closed };
}

function rotaOf({ rotaConfigs }: ResolveParts, id: string): RotaConfig {
  const found = rotaConfigs.find((config) => config.id === id);
  if (!found) throw new TobanError('misconfigured', `a route names the unknown rota "${id}"`);
  return found;
}

function toldOf({ parts, route, rota, current, now, closed }: Scene): Told | null {
  const first = route.ladder[0];
  const duty = first ? dutyOf(current, first.to, now) : null;
  const reason = reasonOf('duty', duty, current, rota, parts.locale, []);
  if (closed && route.outside === 'tell') return { why: 'outside', opens: closed.opens, reason };
  if (route.whenFree === 'tell' && duty?.kind === 'free') return { why: 'free', opens: null, reason };
  return null;
}

async function rungsOf(scene: Scene, step: LadderStep, index: number): Promise<(Rung | null)[]> {
  const { parts, route, rota, current, now, signal } = scene;
  const repeats = index > 0 && route.ladder[index - 1]?.to === step.to;
  const joinAt = route.ladder[index + 1]?.after ?? step.after + APART_MS;
  const rung = async (user: string, after: number, reason: Reason): Promise<Rung | null> => {
    const person = await parts.people.find(user, signal);
    if (person?.deactivated || person?.bot) return null;
    const name = current.rota?.people[user] ?? person?.name ?? user;
    return { after, to: step.to, repeats, user, name, via: step.via ?? null, reason };
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
    ...(duty?.askedBy !== undefined && { askedBy: duty.askedBy }),
    shift: duty?.shift ?? null,
    readAt: current.readAt,
    stale: current.source === 'last-good',
    trouble: [...sentences, ...trouble, ...held],
  };
}
