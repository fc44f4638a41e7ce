import type { DutyContext } from '../../shared/duty/index.ts';
import { openCallLines } from '../../shared/escalation/index.ts';
import { type IncidentContext, openIncidentLines } from '../../shared/incident/index.ts';

/** A handover names this many; the pages have all. */
const MOST = 10;

/** What is open of a rota when a shift ends: its incidents, then its calls. */
export const createOpenWork =
  (incident: IncidentContext): DutyContext['openWork'] =>
  async (rota, reader, locale) => {
    const [incidents, calls] = await Promise.all([
      openIncidentLines(incident, rota, reader, locale),
      openCallLines(incident.calls, rota, locale),
    ]);
    return [...incidents, ...calls].slice(0, MOST).map((text) => ({ text }));
  };
