import { type Called, createPeople, dryRun } from '../escalation/index.ts';
import { moment } from '../language/index.ts';
import { silentLog } from '../platform/log.ts';
import type { RotaReader } from '../rota/index.ts';
import { codeOf } from './code-of.ts';
import type { Look } from './context.ts';

/** Whom one rung would call. `at` is epoch ms. */
export interface Rung {
  readonly at: number;
  readonly time: string;
  readonly user: string;
  readonly name: string;
  readonly by: 'duty' | 'fallback' | 'named' | 'handed';
  readonly cell: string | null;
  readonly why: string;
  /** What went wrong on the way to this answer, as whoever calls would read it. */
  readonly trouble: readonly string[];
}

/** What a route would do with a call. */
export interface DryRoute {
  readonly channel: string;
  readonly rota: string;
  readonly name: string;
  readonly rungs: readonly Rung[];
  /** Why nobody is called; null where somebody is. */
  readonly nobody: string | null;
  /** False where that is a mistake and not on purpose. */
  readonly well: boolean;
}

/** What a dry call asks: the rotas as a call reads them. */
export type DryLook = Pick<Look, 'slack' | 'clock' | 'config' | 'text' | 'locale' | 'patienceMs'> & {
  readonly rotas: RotaReader;
};

/** The dry call of each route at `at` (epoch ms). Calls nobody. */
export function dryRoutes(look: DryLook, at: number): Promise<DryRoute[]> {
  const { config, text, locale, patienceMs } = look;
  const zone = config.workspace.timezone;
  const people = createPeople(look.slack, look.clock, silentLog, locale);
  const parts = { rotas: look.rotas, rotaConfigs: config.rotas, people, locale, zone };
  return Promise.all(
    config.routes.map(async (route): Promise<DryRoute> => {
      const rota = config.rotas.find(({ id }) => id === route.rota);
      const about = {
        channel: route.channel,
        rota: route.rota,
        name: route.name ?? rota?.name ?? route.rota,
      };
      try {
        const { called, told } = await dryRun(parts, route, at, AbortSignal.timeout(patienceMs));
        const opens = told?.opens ? moment(told.opens, at, zone, locale) : null;
        const purpose = told && (told.why === 'outside' ? text.call.closed(opens) : text.call.free);
        const nobody = purpose ?? (called.length === 0 ? text.call.nobody : null);
        const rungs = called.map((one) => rungOf(one, at, zone, look));
        return { ...about, rungs, nobody, well: purpose !== null || called.length > 0 };
      } catch (error) {
        return { ...about, rungs: [], nobody: text.call.failed(codeOf(error)), well: false };
      }
    }),
  );
}

function rungOf(
  { at, user, name, reason }: Called,
  now: number,
  zone: string,
  { text, locale }: DryLook,
): Rung {
  const time = (instant: number) => moment(instant, now, zone, locale);
  const { by, cell, shift, stale, readAt, trouble } = reason;
  const where = cell && shift ? text.call.shift(cell, time(shift.start), time(shift.end)) : cell;
  const copy = stale && readAt !== null ? text.call.stale(time(readAt)) : null;
  const why = [text.call.by[by], where, copy].filter((part) => part !== null).join(' · ');
  return { at, time: time(at), user, name, by, cell, why, trouble };
}
