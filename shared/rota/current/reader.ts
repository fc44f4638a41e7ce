import { TobanError } from '../../platform/errors.ts';
import { orAbort } from '../../platform/or-abort.ts';
import type { RotaConfig } from '../schemas.ts';
import { titlesFor } from '../tabs.ts';
import { createPeople } from './directory.ts';
import type { Current, ReaderParts, RotaReader } from './model.ts';
import { createPace } from './pace.ts';
import type { Parser } from './parser.ts';
import { createRotaView, type RotaView } from './rota-view.ts';
import { createSource, type Source, type TitlesPace } from './source.ts';
import { hasTab, requiredTabs } from './tabs.ts';

/** Tabs come and go slowly; a missing one is noticed at once all the same, because its read fails. */
const TITLES_MS = 5 * 60_000;
/** Of many spreadsheets together no more than five a minute are asked for their titles. */
const BETWEEN_TITLES_MS = 12_000;

/** A prime: neighbours in the list, which are polled together, take turns that lie far apart. */
const SCATTER = 7_919;

/** The turn of one spreadsheet of many in asking for titles. */
function titlesPace(index: number, of: number): TitlesPace {
  const every = Math.max(TITLES_MS, of * BETWEEN_TITLES_MS);
  const sooner = (every / of) * ((index * SCATTER) % of);
  return { every, keptAge: every - sooner, sooner };
}

/** Joins the parts: one source per spreadsheet, one view per rota, one pace and one memory of people for all. */
export function createReader(parts: ReaderParts, parser: Parser): RotaReader {
  const { sheets, clock, log } = parts;
  const pace = createPace(clock, parts.readsPerMinute);
  const people = createPeople(parts.slack, clock, log);
  const zoneOf = (config: RotaConfig) => config.timezone ?? parts.workspaceZone;

  const ids = [...new Set(parts.rotas.map(({ spreadsheet }) => spreadsheet))];

  const sourceOf = (id: string): Source => {
    const rotas = parts.rotas.filter((config) => config.spreadsheet === id);
    return createSource({
      id,
      sheets,
      clock,
      log,
      pace,
      titles: titlesPace(ids.indexOf(id), ids.length),
      wanted: (titles) => {
        const needed = rotas.flatMap((config) =>
          parser.neededTabs(config, zoneOf(config), clock.now(), titles),
        );
        return [...new Set(needed.flatMap((title) => titlesFor(title, titles)))];
      },
      complete: (titles) =>
        rotas.every((config) =>
          requiredTabs(config, zoneOf(config), clock.now()).every((title) => hasTab(title, titles)),
        ),
    });
  };
  const sources = new Map(ids.map((id) => [id, sourceOf(id)]));
  const views = new Map<string, RotaView>();
  for (const config of parts.rotas) {
    const source = sources.get(config.spreadsheet);
    if (source)
      views.set(
        config.id,
        createRotaView({ ...parts, config, zone: zoneOf(config), source, people, parser }),
      );
  }

  const flights = new Map<string, Promise<Current>>();
  return {
    async current(rotaId, signal) {
      const view = views.get(rotaId);
      if (!view) throw new TobanError('misconfigured', `there is no rota "${rotaId}"`);
      let flight = flights.get(rotaId);
      if (!flight) {
        flight = view.look().finally(() => flights.delete(rotaId));
        flights.set(rotaId, flight);
      }
      if (!signal) return flight;
      return orAbort(flight, signal).catch((error: unknown) => {
        if (!signal.aborted) throw error;
        throw new TobanError('unavailable', 'the time for reading the rota is over', { cause: error });
      });
    },
    async settled() {
      await Promise.all([...views.values()].map((view) => view.settled()));
    },
  };
}
