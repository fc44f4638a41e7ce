import type { Escalation, EscalationContext } from '../escalation/index.ts';
import { isTobanError } from '../platform/errors.ts';
import { nextOnDuty, onDutyAt, type Rota, type RotaConfig } from '../rota/index.ts';
import { calls as callShapes } from '../store/shapes.ts';
import type { AppHome, HomeFacts, OwnCall, RotaNow, Shift } from './model.ts';

const AHEAD_MS = 14 * 86_400_000;
/** Calls under way that are looked through for the person's own, of each status; and so many things of a kind are shown. */
const SEARCHED = 100;
const MOST = { rotas: 20, shifts: 20, calls: 8 } as const;

/** All that one person's Home shows: each rota read once (2 s at most), two queries, at most eight links of Slack's. */
export async function readHome(
  ctx: EscalationContext,
  { team, user }: Pick<AppHome, 'team' | 'user'>,
  signal: AbortSignal,
): Promise<Omit<HomeFacts, 'items'>> {
  const [rotas, calls] = await Promise.all([
    Promise.all(ctx.rotaConfigs.slice(0, MOST.rotas).map((config) => readRota(ctx, config, user, signal))),
    readCalls(ctx, team, user, signal),
  ]);
  const shifts = rotas.flatMap((rota) => rota.shifts).sort((a, b) => a.span.start - b.span.start);
  return {
    now: ctx.clock.now(),
    rotas: rotas.map((rota) => rota.now),
    shifts: shifts.slice(0, MOST.shifts),
    calls,
  };
}

async function readRota(
  { rotas, clock }: EscalationContext,
  config: RotaConfig,
  user: string,
  signal: AbortSignal,
): Promise<{ readonly now: RotaNow; readonly shifts: readonly Shift[] }> {
  const { rota, readAt, source } = await rotas.current(config.id, signal);
  const { id, name = id, spreadsheet } = config;
  const base = { name, spreadsheet, readAt, stale: source === 'last-good' };
  if (!rota) return { now: { ...base, readAt: null, columns: [] }, shifts: [] };
  const now = clock.now();
  const columns = Object.keys(rota.columns)
    .sort((a, b) => Number(b === 'primary') - Number(a === 'primary'))
    .map((column) => {
      const duty = onDutyAt(rota, now, column);
      const span = nextOnDuty(rota, now, column);
      const next = span && { span, names: namesOf(rota, span.people) };
      return { column, duty, names: namesOf(rota, duty.people), next };
    });
  const shifts = Object.entries(rota.columns).flatMap(([column, spans]) =>
    spans
      .filter(({ people, start, end }) => people.includes(user) && end > now && start < now + AHEAD_MS)
      .map((span) => ({ rota: name, spreadsheet, column, span })),
  );
  return { now: { ...base, columns }, shifts };
}

const namesOf = (rota: Rota, people: readonly string[]): string[] =>
  people.map((user) => rota.people[user] ?? user);

async function readCalls(
  ctx: EscalationContext,
  team: string,
  user: string,
  signal: AbortSignal,
): Promise<OwnCall[]> {
  const pages = await Promise.all(
    (['open', 'acknowledged'] as const).map((status) =>
      ctx.store.page<Escalation>({ shape: callShapes.status, values: { status }, limit: SEARCHED }),
    ),
  );
  const own = pages
    .flatMap(({ docs }) => docs)
    .filter(({ data }) => data.team === team && concerns(data, user))
    .sort((a, b) => b.data.receivedAt - a.data.receivedAt)
    .slice(0, MOST.calls);
  return Promise.all(
    own.map(async ({ id, data: call }) => ({
      id,
      call,
      permalink: await permalinkOf(ctx, call, user, signal),
    })),
  );
}

const concerns = ({ asker, holder, called }: Escalation, user: string): boolean =>
  asker === user || holder?.user === user || called.some((one) => one.user === user);

/** Nobody but its writer can open a direct message; a link that Slack does not give is left out. */
async function permalinkOf(
  { slack, log }: EscalationContext,
  { channel, ts, asker }: Escalation,
  user: string,
  signal: AbortSignal,
): Promise<string | null> {
  if (channel.startsWith('D') && asker !== user) return null;
  try {
    return await slack.permalink({ channel, ts }, signal);
  } catch (error) {
    if (!isTobanError(error)) throw error;
    log.warn('permalink-missing', { code: error.code, reason: error.reason ?? '' });
    return null;
  }
}
