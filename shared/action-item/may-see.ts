import { type Incident, incidentById, mayTell, type Way } from '../incident/index.ts';
import type { ActionItem } from './model.ts';

export type Reads = { readonly incidents: Parameters<typeof incidentById>[0] };

/**
 * Who may see an item: whoever may see all of its incidents, as they are now. Made for one answer: an incident is read
 * once. An item of no private incident costs no read.
 */
export function seeing(ctx: Reads): (item: ActionItem, reader: string, way?: Way) => Promise<boolean> {
  const read = new Map<string, Promise<Incident | null>>();
  const incident = (id: string): Promise<Incident | null> => {
    const known = read.get(id) ?? incidentById(ctx.incidents, id).then((found) => found?.state ?? null);
    read.set(id, known);
    return known;
  };
  return async (item, reader, way = 'page') => {
    if (!item.private) return true;
    const secret = await Promise.all(
      item.incidents.filter((one) => one.private).map(({ id }) => incident(id)),
    );
    return secret.every((one) => one !== null && mayTell(one, way, reader) === 'all');
  };
}
