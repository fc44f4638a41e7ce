import { allows, type Role } from '../../../../shared/access/index.ts';
import { PLACES, type Place } from './text.ts';

/** What not everybody may open. */
const NEEDS: Partial<Record<Place, Role>> = {
  '/settings/doctor': 'admin',
  '/settings/tokens': 'admin',
  '/settings/import': 'admin',
  '/settings/export': 'admin',
  '/settings/erasure': 'admin',
  '/settings/webhooks': 'admin',
  '/settings/audit': 'admin',
  '/settings/retention': 'admin',
};

/** What only some may open is not offered to others. */
export const placesFor = (role: Role): readonly Place[] =>
  PLACES.filter((place) => allows(role, NEEDS[place] ?? 'viewer'));
