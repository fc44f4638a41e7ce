import type { EventBase, RecordState } from '../tasks/index.ts';

/** One report to the channel. Its id is the week or the day in the workspace's zone, so that none is told twice. */
export interface Report extends RecordState {
  readonly kind: 'weekly' | 'daily';
  /** `2026-W47` or `2026-11-23`. */
  readonly name: string;
  /** Id of the picture's file in Slack; null: none. */
  readonly picture: string | null;
  readonly posted: { readonly channel: string; readonly ts: string } | null;
}

export type ReportEvent = EventBase &
  (
    | { readonly type: 'begun'; readonly kind: Report['kind']; readonly name: string }
    | { readonly type: 'drawn'; readonly picture: string | null }
    | { readonly type: 'posted'; readonly channel: string; readonly ts: string }
  );

export const reportPath = ({ kind, name }: Pick<Report, 'kind' | 'name'>): string =>
  `digests/${kind}-${name}`;

/** Pure. */
export function evolve(before: Report | null, event: ReportEvent): Report {
  if (event.type === 'begun')
    return { version: 1, kind: event.kind, name: event.name, picture: null, posted: null };
  if (before === null) throw new Error(`the first event must be "begun", not "${event.type}"`);
  const state = { ...before, version: before.version + 1 };
  if (event.type === 'drawn') return { ...state, picture: event.picture };
  return { ...state, posted: { channel: event.channel, ts: event.ts } };
}
