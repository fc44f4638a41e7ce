import { type Incident, membersOf, type Person } from '../incident/index.ts';
import { commit, prepare } from '../tasks/index.ts';
import { isRefusal } from './answer.ts';
import { type AppliedPostmortem, withAudit } from './apply.ts';
import type { PostmortemVerbs } from './context.ts';
import { decide } from './decide.ts';
import type { Postmortem } from './model.ts';
import { type OfIncident, ofIncidentPath, postmortemId, postmortemPath } from './records.ts';
import { fold } from './summary.ts';

/**
 * Lets one postmortem be about a further incident. A draft that the other incident had is put into the archive with a
 * pointer to this one, and keeps its words; one that is ready or published is refused with `elsewhere`.
 */
export function linkIncident(
  ctx: PostmortemVerbs,
  path: string,
  incident: Incident,
  by: Person,
): Promise<AppliedPostmortem> {
  const { store, clock } = ctx.incidents.calls;
  return store.transaction(async (tx): Promise<AppliedPostmortem> => {
    const state = (await tx.get<Postmortem>(path))?.data ?? null;
    if (!state || state.incidents.includes(incident.id)) return { state, refusal: null };
    if (state.team !== incident.team) return { state, refusal: { refused: 'incident-unknown' } };
    if (state.private !== incident.private) return { state, refusal: { refused: 'privacy-differs' } };
    const pointer = (await tx.get<OfIncident>(ofIncidentPath(incident.id)))?.data;
    const other = pointer ? ((await tx.get<Postmortem>(pointer.record))?.data ?? null) : null;
    const now = clock.now();
    const readers = incident.private ? membersOf(incident) : [];
    const command = { type: 'link', incident: incident.id, readers, by } as const;
    const answer = decide(command, state, now);
    if (isRefusal(answer)) return { state, refusal: answer };
    const aside = { type: 'merge-into', postmortem: state.id, by } as const;
    const given = other && other.state !== 'archived' ? decide(aside, other, now) : null;
    if (given && isRefusal(given)) return { state, refusal: given };
    if (other && standsFirm(other)) return { state, refusal: { refused: 'elsewhere', postmortem: other.id } };
    const audited = withAudit(answer, state, command, now);
    const own: OfIncident = { record: path };
    const pointers = [...(audited.pointers ?? []), { path: ofIncidentPath(incident.id), data: own }];
    const write = await prepare(tx, path, state, { ...audited, pointers }, fold, now);
    const giveWay =
      other && given && pointer
        ? await prepare(tx, pointer.record, other, withAudit(given, other, aside, now), fold, now)
        : null;
    const after = write();
    giveWay?.();
    return { state: after, refusal: null };
  });
}

/** It is about others too, or somebody is done with it: it does not give way to another. */
export const standsFirm = ({ incidents, state }: Postmortem): boolean =>
  incidents.length > 1 || state === 'ready' || state === 'published';

/** Takes an incident out again. A draft of its own that was put aside is its postmortem once more. */
export function unlinkIncident(
  ctx: PostmortemVerbs,
  path: string,
  incident: string,
  by: Person,
): Promise<AppliedPostmortem> {
  const { store, clock } = ctx.incidents.calls;
  return store.transaction(async (tx): Promise<AppliedPostmortem> => {
    const state = (await tx.get<Postmortem>(path))?.data ?? null;
    if (!state) return { state, refusal: null };
    const own = postmortemPath(postmortemId(state.team, incident));
    const aside = own === path ? null : await tx.get<Postmortem>(own);
    const now = clock.now();
    const command = { type: 'unlink', incident, by } as const;
    const answer = decide(command, state, now);
    if (isRefusal(answer) || answer.events.length === 0)
      return { state, refusal: isRefusal(answer) ? answer : null };
    const after = await commit(tx, path, state, withAudit(answer, state, command, now), fold, now);
    if (aside) tx.put<OfIncident>(ofIncidentPath(incident), { record: own });
    else tx.delete(ofIncidentPath(incident));
    return { state: after, refusal: null };
  });
}
