import { lastChange } from '../duty/index.ts';
import { type RotaConfig, readAllOverrides, readKept, withOverrides } from '../rota/index.ts';
import type { Store } from '../store/port.ts';
import { calendarText } from './calendar.ts';
import { eventsOf } from './events.ts';
import type { Feed, FeedRota } from './model.ts';
import { feedText } from './text.ts';

/** As far back as a copy is kept. */
const BEHIND_MS = 35 * 86_400_000;

/**
 * The calendar of a feed, from the kept copies alone: of each rota it may show two documents and its covers. Null where
 * its rota is gone from toban.yaml. A rota that was never read has no shifts yet.
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
  const [kept, overrides, changedAt] = await Promise.all([
    readKept(store, config, workspaceZone),
    readAllOverrides(store, config.id, now - BEHIND_MS),
    lastChange(store, config.id, now),
  ]);
  if (!kept) return null;
  const { id, name = id } = config;
  // Revoked ones count, too: what they had changed has changed back.
  const presses = overrides.flatMap(({ activeSince, revokedAt }) => [activeSince ?? 0, revokedAt ?? 0]);
  return {
    id,
    name,
    rota: withOverrides(kept.rota, overrides),
    changedAt: Math.max(changedAt ?? kept.readAt, ...presses),
  };
}
