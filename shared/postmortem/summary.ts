import { indexBy } from '../search-index/index.ts';
import { followBy, type Summary } from '../summary/index.ts';
import type { Fold } from '../tasks/index.ts';
import { evolve } from './evolve.ts';
import type { Postmortem, PostmortemEvent, State } from './model.ts';
import { announce } from './news.ts';
import { describePostmortem } from './search.ts';

/** What the figures know of a postmortem. */
export interface CountedPostmortem {
  readonly id: string;
  readonly createdAt: number;
  readonly incidents: readonly string[];
  readonly state: State;
  /** Epoch ms; null: no date was set. */
  readonly dueAt: number | null;
}

type Row = readonly [incidents: readonly string[], state: State, due: number | null];

/** Null for what is not counted: private ones, and those that another has taken the place of. */
export function postmortemSummary(state: Postmortem): Summary | null {
  if (state.private || state.mergedInto !== null) return null;
  const { id, createdAt, incidents, dueAt } = state;
  const row: Row = [incidents, state.state, dueAt === null ? null : dueAt - createdAt];
  return { id, at: createdAt, row: JSON.stringify(row) };
}

/** The other way round. */
export function countedPostmortem({ id, at, row }: Summary): CountedPostmortem {
  const [incidents, state, due] = JSON.parse(row) as Row;
  return { id, createdAt: at, incidents, state, dueAt: due === null ? null : at + due };
}

const count = followBy('postmortem', postmortemSummary);
const index = indexBy('postmortem', describePostmortem);

/** The fold of what was brought in from another system: the figures and the search follow it, and nobody hears of it. */
export const quietFold: Fold<Postmortem, PostmortemEvent> = {
  evolve,
  follow: (before, after, now) => [...count(before, after, now), ...index(before, after)],
};

/** The fold of the record, and what others hear of it besides. */
export const fold: Fold<Postmortem, PostmortemEvent> = { ...quietFold, announce };
