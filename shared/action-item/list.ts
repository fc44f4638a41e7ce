import { bestWord, hasWords } from '../language/index.ts';
import { cursorAfter, lastShown, mergePages, type Order, orderBy } from '../store/merge-pages.ts';
import type { Page } from '../store/port.ts';
import { actionItems } from '../store/shapes.ts';
import { todayIn } from './apply.ts';
import type { ActionItemVerbs } from './context.ts';
import { type Reads, seeing } from './may-see.ts';
import type { ActionItem } from './model.ts';
import { isOverdue } from './rules.ts';
import { type Facets, facetTag, incidentTag, ownerKey, postmortemTag, SECRET, wordTag } from './tags.ts';

export const SORTS = ['due', 'priority', 'newest'] as const;
export type Sort = (typeof SORTS)[number];

/** What a list of action items is asked for, by one reader. */
export interface ActionItemQuery extends Facets {
  readonly team: string;
  readonly reader: string;
  readonly overdue: boolean;
  /** Words of the title; empty for all. */
  readonly text: string;
  readonly sort: Sort;
  readonly cursor: string | null;
}

export const EVERY: Omit<ActionItemQuery, 'team' | 'reader'> = {
  state: null,
  owner: null,
  kind: null,
  priority: null,
  service: null,
  overdue: false,
  text: '',
  sort: 'due',
  cursor: null,
};

export interface ActionItemList {
  readonly items: readonly ActionItem[];
  /** Hand it back for those that follow; null at the end. */
  readonly cursor: string | null;
  /** The search stopped before its end: the next page goes on. */
  readonly more: boolean;
}

const PAGE = 25;
/** Candidates that one page looks at where no index answers the whole, and private ones. */
const SEARCHED = 200;
const SECRETS = 50;
const ORDERS: Readonly<Record<Sort, Order<ActionItem>>> = {
  due: orderBy(({ dueKey }) => dueKey, 1),
  priority: orderBy(({ priorityKey }) => priorityKey, 1),
  newest: orderBy(({ createdAt }) => createdAt, -1),
};

/**
 * One page of the items that a reader may see: those open to all by one index, private ones by another entry of it,
 * merged in order. Reads at most 75 documents, or 250 with a text, and the private ones' incidents. Errors: `bad-input`
 * for a cursor of another list.
 */
export async function listActionItems(ctx: ActionItemVerbs, asked: ActionItemQuery): Promise<ActionItemList> {
  const { store, clock } = ctx.incidents.calls;
  const today = todayIn(ctx.zone, clock.now());
  const query: ActionItemQuery =
    asked.overdue && asked.state === null ? { ...asked, state: 'unfinished' } : asked;
  const { team, sort, cursor, text, reader } = query;
  const shape = actionItems[sort];
  const word = bestWord(text);
  // By due date what is overdue stands first: there the index answers it all.
  const searched = text !== '' || (query.overdue && sort !== 'due');
  const read = (tags: string, limit: number): Promise<Page<ActionItem>> =>
    store.page<ActionItem>({ shape, values: { team, tags }, limit, cursor });
  const secret = query.state === 'unfinished' ? SECRET.unfinished : SECRET.all;
  const pages = await Promise.all([
    read(word === null ? facetTag(query) : wordTag(word), searched ? SEARCHED : PAGE),
    read(secret, SECRETS),
  ]);
  const { docs, end } = mergePages(pages, ORDERS[sort]);
  const sees = seeing(ctx);
  const known = docs.filter(({ data }) => fits(data, query, today));
  const seen = await Promise.all(known.map(({ data }) => sees(data, reader)));
  const rows = known.filter((_doc, i) => seen[i]);
  const items = rows.slice(0, PAGE).map(({ data }) => data);
  const last = lastShown(rows, end, PAGE);
  const over = query.overdue && sort === 'due' && last !== undefined && last.data.dueKey >= today;
  if (!last || over) return { items, cursor: null, more: false };
  return { items, cursor: cursorAfter(shape, last), more: rows.length < PAGE };
}

function fits(item: ActionItem, query: ActionItemQuery, today: string): boolean {
  const { state, owner, kind, priority, service, overdue, text } = query;
  return (
    (state === null || (state === 'unfinished' ? item.unfinished : item.state === state)) &&
    (owner === null || ownerKey(item.owner) === owner) &&
    (kind === null || item.kind === kind) &&
    (priority === null || item.priority === priority) &&
    (service === null || item.incidents.some((one) => one.service === service)) &&
    (!overdue || isOverdue(item, today)) &&
    (text === '' || hasWords(text, item.title))
  );
}

const MOST = 100;

/** The items of one incident or postmortem that a reader may see, those due first ahead; at most 100. */
export async function actionItemsOf(
  ctx: Reads,
  team: string,
  of: { readonly incident: string } | { readonly postmortem: string },
  reader: string,
): Promise<readonly ActionItem[]> {
  const tags = 'incident' in of ? incidentTag(of.incident) : postmortemTag(of.postmortem);
  const page = await ctx.incidents.calls.store.page<ActionItem>({
    shape: actionItems.due,
    values: { team, tags },
    limit: MOST,
  });
  const sees = seeing(ctx);
  const seen = await Promise.all(page.docs.map(({ data }) => sees(data, reader)));
  return page.docs.filter((_doc, i) => seen[i]).map(({ data }) => data);
}

/** What somebody has to do still, as they see it: due first ahead; at most 25. Reads at most 75 documents. */
export async function openItemsOf(ctx: ActionItemVerbs, user: string): Promise<readonly ActionItem[]> {
  const own = facetTag({ state: 'unfinished', owner: user, kind: null, priority: null, service: null });
  const read = (tags: string, limit: number): Promise<Page<ActionItem>> =>
    ctx.incidents.calls.store.page<ActionItem>({ shape: actionItems.everyTeam, values: { tags }, limit });
  const [all, secret] = await Promise.all([read(own, PAGE), read(SECRET.unfinished, SECRETS)]);
  const ownSecret = secret.docs.filter(({ data }) => data.owner?.user === user);
  const sees = seeing(ctx);
  const seen = await Promise.all(ownSecret.map(({ data }) => sees(data, user, 'person')));
  return [...all.docs, ...ownSecret.filter((_doc, i) => seen[i])]
    .toSorted(ORDERS.due)
    .slice(0, PAGE)
    .map(({ data }) => data);
}
