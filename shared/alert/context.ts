import type { IncidentContext } from '../incident/index.ts';
import type { AlertConfig } from './schemas.ts';

/** What alerts work with: an incident's parts, as an alert may become one. */
export interface AlertContext {
  readonly incidents: IncidentContext;
  /** Null where toban.yaml says nothing of alerts: none is taken. */
  readonly config: AlertConfig | null;
}
