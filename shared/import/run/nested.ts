import {
  type ActionItem,
  enterPastItem,
  type PastItem,
  pastItemPath,
  quietActionItemFold,
  retellPastItem,
} from '../../action-item/index.ts';
import {
  type EntryRecord,
  enterPastEntry,
  entryPath,
  entryRecordPath,
  evolveTimelineEntry,
  type Incident,
  incidentPath,
  membersOf,
  pastEntryId,
  removePastEntry,
  type TimelineEntry,
} from '../../incident/index.ts';
import type { Transaction } from '../../store/port.ts';
import { commit } from '../../tasks/index.ts';
import type { Draft, DraftAction, DraftEntry } from '../map/draft.ts';
import type { Kept } from './kept.ts';
import type { ChangedField, ImportContext } from './model.ts';

/** What was brought in beneath an incident: ids of its lines, and its action items with their revisions, by path. */
export type KeptNested = Pick<Kept, 'timeline' | 'actions'>;
type Nested = Pick<Draft, 'externalId' | 'timeline' | 'actions'>;

/** What stands beneath an incident that is to be changed. */
export interface Standing {
  /** Lines that its source no longer has. */
  readonly gone: readonly {
    readonly path: string;
    readonly state: EntryRecord;
    readonly entry: TimelineEntry;
  }[];
  /** Lines that are new, by id, where they have been here before. */
  readonly before: ReadonlyMap<string, EntryRecord>;
  /** By path. */
  readonly items: ReadonlyMap<string, ActionItem>;
}

/** Each line with its id; two that are alike are two. */
function linesOf(
  team: string,
  { externalId, timeline = [] }: Nested,
): readonly (DraftEntry & { id: string })[] {
  const alike = new Map<string, number>();
  return timeline.map((entry) => {
    const key = JSON.stringify(entry);
    const nth = alike.get(key) ?? 0;
    alike.set(key, nth + 1);
    return { ...entry, id: pastEntryId(team, externalId, entry, nth) };
  });
}

/** All that a change has to know, read before anything is written. */
export async function readStanding(
  tx: Transaction,
  team: string,
  draft: Nested,
  { timeline: known = [], record }: Kept,
): Promise<Standing> {
  const ids = linesOf(team, draft).map(({ id }) => id);
  const fresh = ids.filter((id) => !known.includes(id));
  const paths = (draft.actions ?? []).map(({ key }) =>
    pastItemPath({ team, externalId: draft.externalId, key }),
  );
  const [gone, before, items] = await Promise.all([
    Promise.all(
      known
        .filter((id) => !ids.includes(id))
        .map(async (id) => {
          const path = entryRecordPath(id);
          const state = (await tx.get<EntryRecord>(path))?.data;
          const entry = (await tx.get<TimelineEntry>(entryPath(record, id)))?.data;
          return state?.kept && entry ? [{ path, state, entry }] : [];
        }),
    ),
    Promise.all(fresh.map((id) => tx.get<EntryRecord>(entryRecordPath(id)))),
    Promise.all(paths.map((path) => tx.get<ActionItem>(path))),
  ]);
  return {
    gone: gone.flat(),
    before: new Map(before.flatMap((doc, i) => (doc ? [[fresh[i] ?? '', doc.data] as const] : []))),
    items: new Map(items.flatMap((doc) => (doc ? [[doc.path, doc.data] as const] : []))),
  };
}

interface Changing {
  readonly draft: Nested;
  /** Id of the incident's postmortem; null where it has none. */
  readonly postmortem: string | null;
  readonly now: number;
  /** Nothing is written. */
  readonly dry: boolean;
}

/** What has become of what stands beneath an incident, and what people have changed here and was left as it is. */
export interface NestedOutcome {
  readonly kept: KeptNested;
  readonly changed: readonly ChangedField[];
  readonly left: readonly ChangedField[];
}

const NOTHING: Standing = { gone: [], before: new Map(), items: new Map() };

/** Brings in its timeline and its action items, or what of them its source says otherwise. */
export async function bringNested(
  ctx: ImportContext,
  tx: Transaction,
  state: Incident,
  changing: Changing,
  before: { readonly kept: KeptNested; readonly standing: Standing } = { kept: {}, standing: NOTHING },
): Promise<NestedOutcome> {
  const timeline = await bringTimeline(ctx, tx, state, changing, before);
  const actions = await bringActions(ctx, tx, state, changing, before);
  return {
    kept: { ...timeline.kept, ...actions.kept },
    changed: [...timeline.changed, ...actions.changed],
    left: actions.left,
  };
}

type Before = Parameters<typeof bringNested>[4] & object;

async function bringTimeline(
  { team, people, by }: ImportContext,
  tx: Transaction,
  state: Incident,
  { draft, now, dry }: Changing,
  { kept: { timeline: known = [] }, standing }: Before,
): Promise<Omit<NestedOutcome, 'left'>> {
  const path = incidentPath(state.id);
  const lines = linesOf(team, draft);
  const fresh = lines.filter(({ id }) => !known.includes(id) && !standing.before.get(id)?.kept);
  if (!dry) {
    for (const { id, at, who, text } of fresh) {
      const author = who === null ? null : people.find(who);
      const entered = enterPastEntry(state, path, { id, at, author, text }, by, now);
      const there = standing.before.get(id) ?? null;
      const events = there ? entered.events.filter(({ type }) => type !== 'noticed') : entered.events;
      await commit(tx, entryRecordPath(id), there, { ...entered, events }, evolveTimelineEntry, now);
    }
    for (const one of standing.gone)
      await commit(
        tx,
        one.path,
        one.state,
        removePastEntry(state, path, one.entry, by, now),
        evolveTimelineEntry,
        now,
      );
  }
  const changed = fresh.length + standing.gone.length > 0;
  return {
    kept: lines.length > 0 ? { timeline: lines.map(({ id }) => id) } : {},
    changed: changed ? ['timeline'] : [],
  };
}

async function bringActions(
  ctx: ImportContext,
  tx: Transaction,
  state: Incident,
  { draft, postmortem, now, dry }: Changing,
  { kept: { actions: known = {} }, standing }: Before,
): Promise<NestedOutcome> {
  const { team } = ctx;
  const revisions: Record<string, number> = {};
  let [changed, left] = [false, false];
  for (const action of draft.actions ?? []) {
    const item = itemOf(ctx, state, action, draft.externalId, postmortem);
    const path = pastItemPath({ team, externalId: draft.externalId, key: action.key });
    const there = standing.items.get(path) ?? null;
    const ours = there === null || there.revision === known[path];
    const events =
      there === null ? enterPastItem(item) : retellPastItem(there, item, `${draft.externalId} ${now}`, now);
    revisions[path] = (ours ? (there?.revision ?? 0) + events.length : known[path]) ?? 0;
    if (events.length === 0) continue;
    changed ||= ours;
    left ||= !ours;
    if (!dry && ours) await commit(tx, path, there, { events, tasks: [] }, quietActionItemFold, now);
  }
  return {
    kept: Object.keys(revisions).length > 0 ? { actions: revisions } : {},
    changed: changed ? ['actions'] : [],
    left: left ? ['actions'] : [],
  };
}

function itemOf(
  { team, people, by }: ImportContext,
  state: Incident,
  { owner: named, at, key, state: stand, title, note, due, link }: DraftAction,
  externalId: string,
  postmortem: string | null,
): PastItem {
  const who = named === null ? null : people.find(named);
  // Somebody who may not see the incident would lose sight of their own item: then the name alone is kept.
  const sees = who !== null && who.user !== '' && (!state.private || membersOf(state).includes(who.user));
  const { id, number, private: secret, service } = state;
  return {
    team,
    externalId,
    key,
    title,
    note,
    owner: who && { user: sees ? who.user : null, name: who.name },
    due,
    priority: 'medium',
    kind: 'prevent',
    link,
    state: stand,
    incidents: [{ id, number, private: secret, service }],
    postmortem,
    at: at ?? state.milestones.resolved?.at ?? state.declaredAt,
    by,
  };
}
