import { indexBy } from '../search-index/index.ts';
import { followBy, type Summary } from '../summary/index.ts';
import type { Fold } from '../tasks/index.ts';
import { evolve } from './evolve.ts';
import type { ActionItem, ActionItemEvent, State } from './model.ts';
import { announce } from './news.ts';
import { describeActionItem } from './search.ts';

/** What the figures know of an action item. */
export interface CountedActionItem {
  readonly id: string;
  readonly createdAt: number;
  readonly incidents: readonly string[];
  readonly state: State;
  /** A day in the workspace's zone; null: none was set. */
  readonly due: string | null;
}

type Row = readonly [incidents: readonly string[], state: State, due: string | null];

/** Null for what is not counted: what comes from a private incident. */
export function actionItemSummary(item: ActionItem): Summary | null {
  if (item.private) return null;
  const row: Row = [item.incidents.map(({ id }) => id), item.state, item.due];
  return { id: item.id, at: item.createdAt, row: JSON.stringify(row) };
}

/** The other way round. */
export function countedActionItem({ id, at, row }: Summary): CountedActionItem {
  const [incidents, state, due] = JSON.parse(row) as Row;
  return { id, createdAt: at, incidents, state, due };
}

const count = followBy('action-item', actionItemSummary);
const index = indexBy('action-item', describeActionItem);

/** The fold of what was brought in from another system: the figures and the search follow it, and nobody hears of it. */
export const quietFold: Fold<ActionItem, ActionItemEvent> = {
  evolve,
  follow: (before, after, now) => [...count(before, after, now), ...index(before, after)],
};

/** The fold of the record, and what others hear of it besides. */
export const fold: Fold<ActionItem, ActionItemEvent> = { ...quietFold, announce };
