import type { IncidentContext } from '../incident/index.ts';
import type { Webhooks } from '../ports/webhooks.ts';
import type { RunbookConfig } from './schemas.ts';

/** What runbooks work with: an incident's parts, as a run belongs to one. */
export interface RunbookContext {
  readonly incidents: IncidentContext;
  readonly webhooks: Webhooks;
  readonly config: RunbookConfig;
}
