import { type ActionItemContext, openItemLines } from '../../shared/action-item/index.ts';
import type { DutyContext } from '../../shared/duty/index.ts';
import { openCallLines } from '../../shared/escalation/index.ts';
import { openIncidentLines } from '../../shared/incident/index.ts';

/** A handover names this many; the pages have all. */
const MOST = 10;

/** Of the reader's own action items only the first few: their shift is about the rest. */
const MOST_ITEMS = 3;

/** What is open of a rota when a shift ends: its incidents, then its calls, then what the reader has to do themselves. */
export const createOpenWork =
  (items: ActionItemContext): DutyContext['openWork'] =>
  async (rota, reader, locale) => {
    const { incidents: incident } = items;
    const [incidents, calls, own] = await Promise.all([
      openIncidentLines(incident, rota, reader, locale),
      openCallLines(incident.calls, rota, locale),
      openItemLines(items, reader, locale),
    ]);
    return [...incidents, ...calls, ...own.slice(0, MOST_ITEMS)].slice(0, MOST).map((text) => ({ text }));
  };
