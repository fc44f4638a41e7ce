import { Temporal } from 'temporal-polyfill';
import type { Page } from '../store/port.ts';
import { actionItems } from '../store/shapes.ts';
import type { ActionItemContext } from './context.ts';
import { seeing } from './may-see.ts';
import type { ActionItem } from './model.ts';
import { facetTag, NO_DUE, SECRET } from './tags.ts';

/** What is due within a week, today counted. */
const AHEAD_DAYS = 6;
const PAGE = 200;
/** Of each kind; whoever has more than this to do is not helped by a longer list. */
const MOST = 2_000;

const UNFINISHED = facetTag({ state: 'unfinished', owner: null, kind: null, priority: null, service: null });

/**
 * Everything unfinished that is overdue, due within a week or without a due date, those due first ahead. What an owner may
 * no longer see is left out, and what came with an incident of the past and nobody has taken up. `today`: in the workspace's zone.
 */
export async function dueItems(ctx: ActionItemContext, today: string): Promise<readonly ActionItem[]> {
  const horizon = Temporal.PlainDate.from(today).add({ days: AHEAD_DAYS }).toString();
  const [due, noDue, secret] = await Promise.all([
    readUntil(ctx, UNFINISHED, horizon),
    readUntil(ctx, NO_DUE, null),
    readUntil(ctx, SECRET.unfinished, null),
  ]);
  const sees = seeing(ctx);
  const candidates = secret.filter((item) => item.due === null || item.due <= horizon);
  const seen = await Promise.all(
    candidates.map(async (item) => {
      const owner = item.owner?.user;
      return owner ? sees(item, owner, 'person') : false;
    }),
  );
  return [...due, ...noDue, ...candidates.filter((_item, i) => seen[i])].toSorted((a, b) =>
    a.dueKey < b.dueKey ? -1 : Number(a.dueKey > b.dueKey),
  );
}

/** Those with a tag by their due date; `horizon` null: all. */
async function readUntil(
  ctx: ActionItemContext,
  tags: string,
  horizon: string | null,
): Promise<ActionItem[]> {
  const { store, log } = ctx.incidents.calls;
  const found: ActionItem[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<ActionItem> = await store.page<ActionItem>({
      shape: actionItems.everyTeam,
      values: { tags },
      limit: PAGE,
      cursor,
    });
    const items: readonly ActionItem[] = page.docs.map(({ data }) => data);
    found.push(...items.filter(({ dueKey, quiet }) => !quiet && (horizon === null || dueKey <= horizon)));
    const beyond = horizon !== null && (items.at(-1)?.dueKey ?? '') > horizon;
    cursor = beyond ? null : page.cursor;
  } while (cursor !== null && found.length < MOST);
  if (cursor !== null) log.warn('action-items-not-all-reminded', { most: MOST });
  return found;
}
