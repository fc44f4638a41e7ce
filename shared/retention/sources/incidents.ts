import { type ActionItem, actionItemPath } from '../../action-item/index.ts';
import type { Escalation } from '../../escalation/index.ts';
import { claimPath, type Incident, incidentPath, roomPath } from '../../incident/index.ts';
import { holdOver, holdPath } from '../../legal-hold/index.ts';
import { ofIncidentPath, type Postmortem, postmortemPath } from '../../postmortem/index.ts';
import { cardPath, type Run } from '../../runbook/index.ts';
import { entryPath } from '../../search-index/index.ts';
import { oldRecords } from '../../store/retention-shapes.ts';
import { DAY_MS, LEAST_DAYS } from '../schemas.ts';
import { type Age, type Reads, type Source, stays, type Why } from '../verdict.ts';
import { tracesOfCall } from './calls.ts';
import { type Gathered, gather } from './gather.ts';

/** When an incident ended, by its last step (resolved, or closed after that); null: it is under way. Pure. */
export const incidentEnded = ({ open, statusAt }: Incident): number | null => (open ? null : statusAt);

/** An incident with all that belongs to it, and those that share its postmortem: all of them or none. */
export const incidents: Source = {
  kind: 'incidents',
  name: 'incidents',
  shape: oldRecords.incidents,
  values: (before) => ({ declaredAt: before }),
  gather,
  async judge(reads, path, { before, now }, gathered) {
    const found = gathered as Gathered;
    const main = (await reads.get<Incident>(path))?.data;
    if (!main) return null;
    const endedAt = incidentEnded(main);
    if (endedAt === null) return stays('open');
    if (endedAt >= before) return null;
    const all = await readAll(reads, found);
    const why = await whyStays(reads, all, found, { before, now });
    if (why) return stays(why);
    const items = await ownItems(reads, all, found);
    const calls = all.calls.filter(({ data: { status } }) => status === 'done' || status === 'incident');
    const records = [
      path,
      ...all.incidents.map(({ path }) => path).filter((one) => one !== path),
      ...[...all.postmortems, ...items, ...all.runs, ...calls].map((one) => one.path),
    ];
    const traces = await Promise.all(calls.map((call) => tracesOfCall(reads, call.path, call.data)));
    return {
      goes: true,
      endedAt,
      plan: { records, traces: [...tracesOf(all, items, found), ...traces.flat()] },
    };
  },
};

interface At<T> {
  readonly path: string;
  readonly data: T;
}
interface All {
  readonly incidents: readonly At<Incident>[];
  readonly postmortems: readonly At<Postmortem>[];
  readonly items: readonly At<ActionItem>[];
  readonly runs: readonly At<Run>[];
  readonly calls: readonly At<Escalation>[];
}

async function readAll(reads: Reads, found: Gathered): Promise<All> {
  const read = async <T>(paths: readonly string[]): Promise<At<T>[]> =>
    (await Promise.all(paths.map((path) => reads.get<T>(path)))).filter((doc) => doc !== null);
  const [incidents, postmortems, items, runs] = await Promise.all([
    read<Incident>(found.incidents.map(incidentPath)),
    read<Postmortem>(found.postmortems.map(postmortemPath)),
    read<ActionItem>(found.items.map(actionItemPath)),
    read<Run>(found.runs.map((id) => `runs/${id}`)),
  ]);
  const calls = await read<Escalation>(
    incidents.flatMap(({ data }) => data.calls.map(({ record }) => record)),
  );
  return { incidents, postmortems, items, runs, calls };
}

/** What was brought in from elsewhere long after its end stays a while, so that nobody sees it vanish overnight. */
const SETTLING_MS = LEAST_DAYS * DAY_MS;

async function whyStays(reads: Reads, all: All, found: Gathered, { before, now }: Age): Promise<Why | null> {
  const ended = all.incidents.map(({ data }) => incidentEnded(data));
  if (ended.some((at) => at === null || at >= before)) return 'shared';
  const known = new Set(found.incidents);
  if (found.more || all.postmortems.some(({ data }) => data.incidents.some((id) => !known.has(id))))
    return 'shared';
  if (all.items.some(({ data }) => data.unfinished)) return 'open-item';
  if (all.incidents.some(({ data }) => data.enteredAt !== null && data.enteredAt > now - SETTLING_MS))
    return 'entered';
  const held = await Promise.all([...all.incidents, ...all.calls].map(({ path }) => holdOver(reads, path)));
  return held.some((hold) => hold !== null) ? 'held' : null;
}

/** Those of them that belong to no incident that stays. */
async function ownItems(reads: Reads, { items }: All, found: Gathered): Promise<readonly At<ActionItem>[]> {
  const known = new Set(found.incidents);
  const others = await Promise.all(
    items.map(async ({ data }) => {
      const elsewhere = data.incidents.filter(({ id }) => !known.has(id));
      const there = await Promise.all(elsewhere.map(({ id }) => reads.get(incidentPath(id))));
      return there.some((doc) => doc !== null);
    }),
  );
  return items.filter((_, i) => !others[i]);
}

/** The number stays taken, so that INC-7 never comes to mean another. */
function tracesOf(all: All, items: readonly At<ActionItem>[], { entries }: Gathered): readonly string[] {
  const idOf = (path: string) => path.split('/')[1] ?? '';
  return [
    ...all.incidents.flatMap(({ data: { id, team, room } }) => [
      claimPath(id),
      ofIncidentPath(id),
      `imported/${id}`,
      entryPath('incident', id, null),
      holdPath(incidentPath(id)),
      ...(room ? [roomPath(team, room.channel)] : []),
    ]),
    ...entries.flatMap(({ incident, id }) => [`timeline-entries/${id}`, entryPath('incident', incident, id)]),
    ...all.postmortems.flatMap(({ data: { id, form } }) => [
      entryPath('postmortem', id, null),
      ...form.sections.map((section) => entryPath('postmortem', id, section.id)),
    ]),
    ...items.map(({ path }) => entryPath('action-item', idOf(path), null)),
    ...all.runs.flatMap(({ data: { team, post } }) => (post ? [cardPath(team, post.channel, post.ts)] : [])),
  ];
}
