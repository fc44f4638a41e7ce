import type { SeverityConfig } from '../severity/index.ts';
import type { IncidentConfig } from './schemas.ts';

/** What of toban.yaml decides about an incident. */
export interface Settings {
  readonly incident: IncidentConfig;
  readonly severity: SeverityConfig;
}
