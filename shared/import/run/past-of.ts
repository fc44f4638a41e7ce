import type { PastIncident } from '../../incident/index.ts';
import { parseAmount } from '../../severity/index.ts';
import type { Bare } from './kept.ts';
import type { People } from './people.ts';

/** A draft with its people found. */
export function pastOf(draft: Bare, people: People): PastIncident {
  const { externalId, title, description, service, severity, closed, times, day, drill, link } = draft;
  return {
    externalId,
    title,
    description,
    service,
    severity,
    closed,
    times,
    day,
    drill,
    private: draft.private === true,
    link,
    reporter: draft.reporter === null ? null : people.find(draft.reporter),
    lead: draft.lead === null ? null : people.find(draft.lead),
    people: draft.people.map((name) => ({ ...people.find(name), why: 'added' as const })),
    facts: {
      inquiries: draft.inquiries,
      vehicles: parseAmount(draft.vehicles ?? '') ?? null,
      users: parseAmount(draft.users ?? '') ?? null,
    },
  };
}
