import { lastChange } from '../duty/index.ts';
import { type RotaConfig, readKept } from '../rota/index.ts';
import type { Store } from '../store/port.ts';
import { calendarText } from './calendar.ts';
import { eventsOf } from './events.ts';
import type { Feed, FeedRota } from './model.ts';
import { feedText } from './text.ts';

/**
 * The calendar of a feed, from the kept copies alone: two documents for each rota it may show. Null where its rota is
 * gone from toban.yaml. A rota that was never read has no shifts yet.
 */
export async function readFeed(
  store: Store,
  configs: readonly RotaConfig[],
  workspaceZone: string,
  { of, locale }: Feed,
  now: number,
): Promise<string | null> {
  const wanted = of.kind === 'rota' ? configs.filter(({ id }) => id === of.rota) : configs;
  const [first] = wanted;
  if (!first) return null;
  const rotas = await Promise.all(wanted.map((config) => rotaOf(store, config, workspaceZone, now)));
  const text = feedText(locale);
  const name = of.kind === 'rota' ? text.rotaFeed(first.name ?? first.id) : text.ownFeed;
  const zone = of.kind === 'rota' ? (first.timezone ?? workspaceZone) : workspaceZone;
  const events = eventsOf(
    of,
    rotas.filter((rota) => rota !== null),
    locale,
    now,
  );
  return calendarText({ name, locale, zone }, events);
}

async function rotaOf(
  store: Store,
  config: RotaConfig,
  workspaceZone: string,
  now: number,
): Promise<FeedRota | null> {
  const [kept, changedAt] = await Promise.all([
    readKept(store, config, workspaceZone),
    lastChange(store, config.id, now),
  ]);
  if (!kept) return null;
  const { id, name = id } = config;
  return { id, name, rota: kept.rota, changedAt: changedAt ?? kept.readAt };
}
