import { type ActionItem, ownerNamed } from '../../../../shared/action-item/index.ts';
import { incidentAtAddress, incidentById, mayTell } from '../../../../shared/incident/index.ts';
import type { Visitor } from '../../env.ts';
import type { WebParts } from '../../parts.ts';
import { type Offered, offeredPeople, whoIsNamed } from '../people-offered.ts';
import { itemVerbs } from './verbs.ts';

/** Who can own what follows from some incidents (ids or `INC-7`): those who took part come first. */
export async function ownersOffered(
  parts: WebParts,
  incidents: readonly string[],
  { team, user, name }: Pick<Visitor, 'team' | 'user' | 'name'>,
  signal: AbortSignal,
): Promise<readonly Offered[]> {
  const { incidents: reads } = itemVerbs(parts);
  const found = await Promise.all(
    incidents.map((one) =>
      one.startsWith('inc_') ? incidentById(reads, one) : incidentAtAddress(reads, team, one, user),
    ),
  );
  const seen = found.filter((one) => one !== null && mayTell(one.state, 'page', user) === 'all');
  const met = seen.flatMap((one) => one?.state.people.filter(({ bot }) => !bot) ?? []);
  return offeredPeople(parts, [{ user, name }, ...met], signal);
}

const MYSELF = ['自分', 'me'];

/**
 * Whom somebody (`user`) typed as the owner. A name of those offered is that person; another one is a mere name. `item`:
 * where its owner's name is left as it stands, the owner stays.
 */
export function ownerTyped(
  typed: string,
  user: string,
  offered: readonly Offered[],
  item: ActionItem | null,
): { readonly owner: ReturnType<typeof ownerNamed> } | { readonly several: string } {
  const words = typed.trim();
  if (MYSELF.includes(words.toLowerCase())) return { owner: { user } };
  if (words === (item?.owner?.name ?? '')) return { owner: ownerNamed(words) };
  const [one, ...others] = whoIsNamed(words, offered);
  if (others.length > 0) return { several: words };
  return { owner: one === undefined ? ownerNamed(words) : { user: one } };
}
