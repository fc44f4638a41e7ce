import { recordId } from '../platform/ids.ts';

interface Listening {
  readonly channel: string;
  readonly rota: string;
  readonly triggers: {
    readonly mention: boolean;
    readonly userGroups: readonly string[];
    readonly keywords: readonly string[];
    readonly bots: readonly string[];
  };
}

/**
 * The id of a route that is given none: what it listens to. Moved in the file, or with another ladder, it is the same
 * route, so that calls under way stay on it. Pure.
 */
export function derivedRouteId({ channel, rota, triggers }: Listening): string {
  const { mention, userGroups, keywords, bots } = triggers;
  const lists = [userGroups, keywords, bots].map((list) => [...list].sort().join('\n'));
  return recordId('route', channel, rota, String(mention), ...lists);
}

/** The route that a record names; one that was given an id since is still found by what it listens to. */
export const routeById = <R extends Listening & { readonly id: string }>(
  routes: readonly R[],
  id: string,
): R | null =>
  routes.find((route) => route.id === id) ?? routes.find((route) => derivedRouteId(route) === id) ?? null;
