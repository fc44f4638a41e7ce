import { recordId } from '../../platform/ids.ts';
import type { DraftSettings, Remark } from '../map/draft.ts';
import { draftOf } from '../map/draft-of.ts';
import type { Read } from '../read/row.ts';
import { importBatch } from './batch.ts';
import type { Counts, ImportContext, Item, Outcome, RowRefusal } from './model.ts';

/**
 * What goes into one transaction: Firestore takes 10 MiB, a page may be a book, and of each letter some 20 bytes are
 * written, with the words it is found by.
 */
const BATCH = 300;
const BATCH_LENGTH = 300_000;
/** Told at once, also where all of them are refused. */
const STEP = 500;

export interface Importing extends DraftSettings {
  readonly dry: boolean;
  /** Names this run, the same when it goes on after it was cut off, and no other's. */
  readonly run: string;
  /** Records of the source that a run before this one has dealt with. */
  readonly skip: number;
}

export interface Step {
  /** Records of the source dealt with by now, those skipped and refused among them: where a killed run goes on. */
  readonly done: number;
  /** In the order of the source. */
  readonly outcomes: readonly Outcome[];
}

/**
 * Takes over the records of a source, or says what would become of each, batch by batch. Each step is kept for good before
 * the next is read, and memory holds one batch, and a number for each id to find the second of one.
 */
export async function* importRows(
  ctx: ImportContext,
  reads: AsyncIterable<Read>,
  settings: Importing,
): AsyncGenerator<Step> {
  const seen = new Set<number>();
  let done = 0;
  let waiting: (Item | Outcome)[] = [];
  let [items, length] = [0, 0];
  for await (const read of reads) {
    done += 1;
    const one = itemOf(ctx, read, settings, { seen, skipped: done <= settings.skip });
    if (one === null) continue;
    const more = isItem(one) ? lengthOf(one) : 0;
    // Two books are two transactions: each alone is as much as one should hold.
    if (length > 0 && length + more > BATCH_LENGTH) {
      yield { done: done - 1, outcomes: await carryOut(ctx, waiting, settings) };
      [waiting, items, length] = [[], 0, 0];
    }
    waiting.push(one);
    if (isItem(one)) items += sizeOf(one);
    length += more;
    if (items < BATCH && length < BATCH_LENGTH && waiting.length < STEP) continue;
    yield { done, outcomes: await carryOut(ctx, waiting, settings) };
    [waiting, items, length] = [[], 0, 0];
  }
  if (waiting.length > 0) yield { done, outcomes: await carryOut(ctx, waiting, settings) };
}

const isItem = (one: Item | Outcome): one is Item => 'draft' in one;

async function carryOut(
  ctx: ImportContext,
  waiting: readonly (Item | Outcome)[],
  { now, dry, run }: Importing,
): Promise<readonly Outcome[]> {
  const items = waiting.filter(isItem);
  const outcomes = items.length > 0 ? await importBatch(ctx, { items, now, dry, run: dry ? null : run }) : [];
  let next = 0;
  return waiting.map((one) => (isItem(one) ? (outcomes[next++] as Outcome) : one));
}

/** Null for one that is skipped: its id alone is noted, so that the second of one is found. */
function itemOf(
  ctx: ImportContext,
  read: Read,
  settings: Importing,
  { seen, skipped }: { readonly seen: Set<number>; readonly skipped: boolean },
): Item | Outcome | null {
  if (skipped && read.kind === 'bad') return null;
  if (read.kind === 'bad') return refused(read.at, '', null, [{ why: 'broken', trouble: read.trouble }]);
  const { at } = read.row;
  const drafted = draftOf(read.row, settings);
  if (!drafted.ok && skipped) return null;
  if (!drafted.ok) return refused(at, drafted.title, null, drafted.refusals);
  const { draft } = drafted;
  const key = Number.parseInt(recordId('id', draft.externalId).slice(3, 16), 16);
  if (skipped) {
    seen.add(key);
    return null;
  }
  if (seen.has(key))
    return refused(at, draft.title, draft.externalId, [{ why: 'twice', id: draft.externalId }]);
  seen.add(key);
  if (draft.private && !isSeen(ctx, draft))
    return refused(at, draft.title, draft.externalId, [{ why: 'private-nobody' }]);
  return { at, draft, remarks: [...drafted.remarks, ...unknownPeople(ctx, draft)] };
}

const namesOf = ({ reporter, lead, people }: Item['draft']): readonly string[] =>
  [reporter, lead, ...people].filter((name) => name !== null);

/** Of a private one, whether anybody may see it. */
const isSeen = ({ people }: ImportContext, draft: Item['draft']): boolean =>
  namesOf(draft).some((name) => people.find(name).user !== '');

function unknownPeople({ people }: ImportContext, draft: Item['draft']): readonly Remark[] {
  if (!people.known) return [];
  const { timeline = [], actions = [] } = draft;
  const nested = [...timeline.map(({ who }) => who), ...actions.map(({ owner }) => owner)];
  const names = new Set([...namesOf(draft), ...nested.filter((name) => name !== null)]);
  return [...names]
    .filter((name) => people.find(name).user === '')
    .map((name) => ({ about: 'person-unknown', name }));
}

const refused = (
  at: Outcome['at'],
  title: string,
  externalId: string | null,
  refusals: readonly RowRefusal[],
): Outcome => ({
  at,
  title,
  externalId,
  incident: null,
  number: null,
  remarks: [],
  result: { kind: 'refused', refusals },
});

const lengthOf = ({ draft: { description, postmortem, timeline = [], actions = [] } }: Item): number => {
  const texts = [...postmortem, ...timeline].map(({ text }) => text);
  const notes = actions.flatMap(({ title, note }) => [title, note]);
  return [...texts, ...notes].reduce((sum, text) => sum + text.length, description.length);
};

/** What it takes of a batch: ten lines of a timeline are as many documents as an incident. */
const sizeOf = ({ draft: { timeline = [], actions = [] } }: Item): number =>
  1 + Math.ceil((timeline.length + actions.length) / 10);

export const countAll = (before: Counts, outcomes: readonly Outcome[]): Counts => {
  const counts = { ...before };
  for (const { result } of outcomes) counts[result.kind] += 1;
  return counts;
};
