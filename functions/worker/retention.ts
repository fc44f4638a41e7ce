import type { RetentionContext } from '../../shared/retention/index.ts';
import type { Parts } from './parts.ts';

/** How what is too old is deleted. `owners`: who answers for Toban itself; where nobody is named, its admins. */
export function retentionOf(parts: Parts, owners: readonly string[]): RetentionContext {
  const { store, slack, clock, config, baseUrl } = parts;
  const { locale, timezone: zone } = config.workspace;
  const told = owners.length > 0 ? owners : config.web.admins;
  return { store, slack, clock, locale, zone, baseUrl, config: config.retention, owners: told };
}
