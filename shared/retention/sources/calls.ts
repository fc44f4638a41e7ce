import { dmPath, type Escalation, type Pointer, postPath, threadPath } from '../../escalation/index.ts';
import { holdOver, holdPath } from '../../legal-hold/index.ts';
import { recordId } from '../../platform/ids.ts';
import { entryPath } from '../../search-index/index.ts';
import { oldRecords } from '../../store/retention-shapes.ts';
import { type Reads, type Source, stays } from '../verdict.ts';

/** When a call ended; null: it has not. One in which nobody was called on purpose ends as it comes. Pure. */
export function callEnded({ status, doneBy, told, called, receivedAt }: Escalation): number | null {
  if (status === 'done') return doneBy?.at ?? receivedAt;
  return status === 'open' && told !== null && called.length === 0 ? receivedAt : null;
}

export const calls: Source = {
  kind: 'calls',
  name: 'calls',
  shape: oldRecords.calls,
  values: (before) => ({ receivedAt: before }),
  async judge(reads, path, { before }) {
    const call = (await reads.get<Escalation>(path))?.data;
    if (!call) return null;
    if (call.status === 'incident') return stays('belongs');
    const endedAt = callEnded(call);
    if (endedAt === null) return stays('open');
    if (endedAt >= before) return null;
    if (await holdOver(reads, path)) return stays('held');
    return { goes: true, endedAt, plan: { records: [path], traces: await tracesOfCall(reads, path, call) } };
  },
};

/** What leads to a call: our messages, its thread and people's direct messages, where these lead to no later one. */
export async function tracesOfCall(reads: Reads, path: string, call: Escalation): Promise<readonly string[]> {
  const { team, channel, ts, threadTs, posts } = call;
  const latest = [
    threadPath(team, channel, threadTs),
    ...posts.filter(({ kind }) => kind === 'dm').map((post) => dmPath(team, post.channel)),
  ];
  const pointers = await Promise.all(latest.map((pointer) => reads.get<Pointer>(pointer)));
  return [
    ...posts.map((post) => postPath(team, post.channel, post.ts)),
    ...latest.filter((_, i) => pointers[i]?.data.record === path),
    `choices/${recordId('choice', team, channel, ts)}`,
    holdPath(path),
    entryPath('call', path.split('/')[1] ?? '', null),
  ];
}
