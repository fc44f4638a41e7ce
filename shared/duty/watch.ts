import { Temporal } from 'temporal-polyfill';
import { TobanError } from '../platform/errors.ts';
import type { Headings, Problem, RotaConfig } from '../rota/index.ts';
import type { Store } from '../store/port.ts';
import { commit } from '../tasks/index.ts';
import type { DutyContext } from './context.ts';
import { decide, mirrorTask } from './decide.ts';
import { evolve } from './evolve.ts';
import { expectedHeadings } from './headings.ts';
import { keepCheck } from './kept-check.ts';
import type { Audience, DutyWatch } from './model.ts';
import { isFresh, observe } from './observe.ts';
import { dueForPoll } from './poll.ts';
import { keepSnapshot } from './snapshots.ts';

export const dutyPath = (rota: string): string => `duties/${rota}`;

const MINUTE_MS = 60_000;
/** A rota with no copy that may decide is told as one of 14 days, the most that `maxAgeHours` allows. */
const NO_COPY_MS = 14 * 86_400_000;
/** Every so many minutes the user group is compared with the duty: somebody may have edited it by hand. */
const MIRROR_EVERY = 5;

/** Looks at the rotas whose turn it is. One that cannot be looked at is logged and does not stop the others. */
export async function watchRotas(ctx: DutyContext, signal: AbortSignal): Promise<void> {
  const minute = Math.floor(ctx.clock.now() / MINUTE_MS);
  const due = new Set(dueForPoll(ctx.rotaConfigs, minute).map(({ id }) => id));
  const mirrors = minute % MIRROR_EVERY === 0 ? ctx.rotaConfigs.map(({ id }) => id) : [];
  const looks = [...new Set([...due, ...mirrors])].map(async (id) => {
    try {
      if (due.has(id)) await watchRota(ctx, id, signal);
      if (mirrors.includes(id)) await checkMirror(ctx, id);
    } catch (error) {
      ctx.log.error('rota-not-watched', {
        rota: id,
        reason: error instanceof Error ? error.message : 'unknown',
      });
    }
  });
  await Promise.all(looks);
}

/** People come to a channel and leave it seldom: it is not asked for with each look. */
const MEMBERS_MS = 10 * 60_000;

/** Between looks at a sheet that says it was edited: long enough for another reading, short for people. */
const NEXT_LOOK_MS = 2_000;

/** A sheet says that it was edited: it is looked at until the news has been seen twice, so that it is told in seconds. */
export async function watchSheet(
  ctx: DutyContext,
  spreadsheet: string,
  sleep: (ms: number) => Promise<void>,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const rotas = ctx.rotaConfigs.filter((config) => config.spreadsheet === spreadsheet).map(({ id }) => id);
  const look = async (ids: readonly string[]) => {
    const waiting = await Promise.all(ids.map((id) => watchRota(ctx, id, signal)));
    return ids.filter((_id, i) => waiting[i]);
  };
  await look(rotas);
  // The first reading may be a moment older than the edit.
  let open = rotas;
  for (let again = 0; again < 2 && open.length > 0; again += 1) {
    await sleep(NEXT_LOOK_MS);
    open = await look(open);
  }
  return rotas.map(dutyPath);
}

/**
 * Looks at one rota and does what follows: once a minute, and when the sheet says that it was edited. Safe to
 * repeat. True while news waits to be seen a second time.
 */
export async function watchRota(ctx: DutyContext, rotaId: string, signal: AbortSignal): Promise<boolean> {
  const config = configOf(ctx, rotaId);
  const zone = config.timezone ?? ctx.zone;
  const [current, memberships] = await Promise.all([
    ctx.rotas.current(rotaId, signal),
    ctx.memberships(rotaId, MEMBERS_MS, signal),
  ]);
  const now = ctx.clock.now();
  // Watched by Cloud Monitoring.
  ctx.log.info('sheet-age', { rota: rotaId, ageMs: current.ageMs ?? NO_COPY_MS });
  const path = dutyPath(rotaId);
  let found: readonly Problem[] = [];
  const waiting = await ctx.store.transaction(async (tx) => {
    const state = (await tx.get<DutyWatch>(path))?.data ?? null;
    const expected = expectedHeadings(state, config);
    const seen = observe({ current, memberships, expected }, config, zone, now);
    found = seen.found;
    const decision = decide(seen, state, audienceFor(ctx, rotaId), now);
    if (decision.events.length === 0) return state?.pending != null;
    return (await commit(tx, path, state, decision, evolve, now))?.pending != null;
  });
  if (current.sheet && isFresh(current)) await keepSnapshot(ctx.store, current.sheet, current.readAt ?? now);
  await keepCheck(ctx.store, rotaId, current, found);
  return waiting;
}

/** What a sheet's headers are measured by; null where it was never watched. */
export async function expectedOf(store: Store, config: RotaConfig): Promise<Headings | null> {
  return expectedHeadings((await store.get<DutyWatch>(dutyPath(config.id)))?.data ?? null, config);
}

async function checkMirror(ctx: DutyContext, rotaId: string): Promise<void> {
  if (!configOf(ctx, rotaId).userGroup) return;
  const [path, now] = [dutyPath(rotaId), ctx.clock.now()];
  await ctx.store.transaction(async (tx) => {
    const state = (await tx.get<DutyWatch>(path))?.data;
    if (state) await commit(tx, path, state, { events: [], tasks: [mirrorTask(now)] }, evolve, now);
  });
}

export function configOf(ctx: Pick<DutyContext, 'rotaConfigs'>, rotaId: string): RotaConfig {
  const config = ctx.rotaConfigs.find(({ id }) => id === rotaId);
  if (!config) throw new TobanError('misconfigured', `there is no rota "${rotaId}"`);
  return config;
}

/** Whom to tell of a rota's news, as toban.yaml says. */
export function audienceFor(ctx: DutyContext, rotaId: string): Audience {
  const config = configOf(ctx, rotaId);
  const zone = config.timezone ?? ctx.zone;
  const { id, owners, channel, reminder, userGroup } = config;
  return {
    rota: id,
    owners,
    channel: channel ?? null,
    remindAt: (start) => (reminder === false ? null : onDay(start, reminder, zone, -1)),
    morningAt: (instant) => onDay(instant, MORNING, zone, 0),
    mirrored: userGroup !== undefined,
  };
}

const MORNING = '09:00';

/** A time of day on the day of an instant, or so many days from it. */
function onDay(instant: number, time: string, zone: string, days: number): number {
  const day = Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .add({ days });
  return day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
}
