import type { CountedActionItem } from '../action-item/index.ts';
import type { CountedPostmortem } from '../postmortem/index.ts';
import type { Counted } from './figures.ts';

/** What follows from incidents, from the beginning of a period up to now. */
export interface Followed {
  readonly postmortems: readonly CountedPostmortem[];
  readonly actionItems: readonly CountedActionItem[];
}

/** How far what happened in a period has come. Each number is a part of the one before, but incidents need no call. */
export interface Funnel {
  readonly calls: number;
  readonly callsToIncident: number;
  readonly incidents: number;
  readonly withPostmortem: number;
  readonly published: number;
  /** Published, with action items, all of which are done or were dropped with a reason. */
  readonly settled: number;
}

/** Pure. */
export function funnelOf({ incidents, calls, postmortems, actionItems }: Counted & Followed): Funnel {
  const written = new Set(postmortems.flatMap((one) => one.incidents));
  const published = new Set(
    postmortems
      .filter(({ state }) => state === 'published' || state === 'archived')
      .flatMap((one) => one.incidents),
  );
  const items = new Set(actionItems.flatMap((one) => one.incidents));
  const unfinished = new Set(
    actionItems
      .filter(({ state }) => state === 'open' || state === 'in-progress')
      .flatMap((one) => one.incidents),
  );
  const count = (fits: (id: string) => boolean) => incidents.filter(({ id }) => fits(id)).length;
  return {
    calls: calls.length,
    callsToIncident: calls.filter(({ status }) => status === 'incident').length,
    incidents: incidents.length,
    withPostmortem: count((id) => written.has(id)),
    published: count((id) => published.has(id)),
    settled: count((id) => published.has(id) && items.has(id) && !unfinished.has(id)),
  };
}
