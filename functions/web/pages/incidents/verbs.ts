import type { IncidentVerbs } from '../../../../shared/incident/index.ts';
import type { WebParts } from '../../parts.ts';

/** What the pages declare and change incidents with. */
export const verbsOf = ({ store, clock, people, config }: WebParts): IncidentVerbs => ({
  calls: { store, clock, people },
  settings: { incident: config.incident, severity: config.severity },
});
