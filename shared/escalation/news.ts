import { announceBy, type EventKind, type News } from '../delivery/index.ts';
import type { Escalation } from './model.ts';

/** What other systems hear of a change of a call. Pure. */
export function callNews(before: Escalation | null, after: Escalation): News {
  const { team, version } = after;
  return { team, version, private: false, kinds: before ? changesOf(before, after) : ['call.created'] };
}

function changesOf(before: Escalation, after: Escalation): readonly EventKind[] {
  const became = (status: Escalation['status']) => after.status === status && before.status !== status;
  const heldBy = after.status === 'acknowledged' ? after.holder?.user : undefined;
  const taken = became('acknowledged') || (heldBy !== undefined && heldBy !== before.holder?.user);
  return [
    ...(after.called.length > before.called.length ? (['call.person_called'] as const) : []),
    ...(taken ? (['call.acknowledged'] as const) : []),
    ...(after.exhausted && !before.exhausted ? (['call.unanswered'] as const) : []),
    ...(became('done') ? (['call.done'] as const) : []),
    ...(became('incident') ? (['call.became_incident'] as const) : []),
  ];
}

export const announce = announceBy(callNews);
