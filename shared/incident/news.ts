import { announceBy, differs, type EventKind, type News } from '../delivery/index.ts';
import type { Incident } from './model.ts';
import { mayTell } from './policy.ts';

/** What other systems are shown of an incident, but for status and severity, which are news of their own. */
const SHOWN = [
  'title',
  'description',
  'service',
  'roles',
  'facts',
  'tickets',
  'milestones',
  'room',
  'nextUpdateAt',
] as const satisfies readonly (keyof Incident)[];

/** What other systems hear of a change of an incident. Pure. Null: nothing of a drill, nor of one entered when it was over. */
export function incidentNews(before: Incident | null, after: Incident): News | null {
  if (after.enteredAt !== null || mayTell(after, 'webhook-private') !== 'all') return null;
  const { team, version } = after;
  const secret = mayTell(after, 'webhook') !== 'all';
  return { team, version, private: secret, kinds: before ? changesOf(before, after) : [] };
}

/** An incident is news when it has its number: until then there is nothing to call it by. */
function changesOf(before: Incident, after: Incident): readonly EventKind[] {
  if (after.number === null) return [];
  if (before.number === null) return ['incident.declared'];
  const status = before.status !== after.status;
  const severity = before.severity !== after.severity;
  return [
    ...(status ? (['incident.status_changed'] as const) : []),
    ...(severity ? (['incident.severity_changed'] as const) : []),
    // A milestone that comes with its status is no news of its own.
    ...(!status && !severity && differs(before, after, SHOWN) ? (['incident.updated'] as const) : []),
  ];
}

export const announce = announceBy(incidentNews);
