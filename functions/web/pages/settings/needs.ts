import type { Role } from '../../../../shared/access/index.ts';
import type { Place } from './text.ts';

/** What only some may open is not offered to others. */
export const NEEDS: Partial<Record<Place, Role>> = {
  '/settings/doctor': 'admin',
  '/settings/tokens': 'admin',
  '/settings/import': 'admin',
  '/settings/export': 'admin',
  '/settings/webhooks': 'admin',
  '/settings/audit': 'admin',
};
