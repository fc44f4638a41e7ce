import type { Remark } from './map/draft.ts';
import type { Outcome, RowRefusal } from './run/model.ts';
import type { ImportText } from './text.ts';

/** Records of which one thing is to be said. */
export interface Group {
  readonly kind: 'refused' | 'remark';
  /** As it is said of the first of them. */
  readonly sentence: string;
  readonly count: number;
  /** The first of them. */
  readonly outcomes: readonly Outcome[];
}

/** So many are named; all of them stand in the file. */
const NAMED = 20;

/** What differs from record to record is no other reason. */
const VARYING = new Set([
  'no-time',
  'two-days',
  'no-year',
  'in-the-future',
  'twice',
  'amount-unread',
  'duration-unread',
  'due-unread',
  'entries-untimed',
]);

function keyOf(one: RowRefusal | Remark): string {
  const name = 'why' in one ? one.why : one.about;
  if (!VARYING.has(name)) return JSON.stringify(one);
  return `${name} ${'column' in one ? one.column : ''}`;
}

/** The reasons and remarks of a report, each once, refusals first and then by how many records they concern. Pure. */
export function groupsOf(outcomes: readonly Outcome[], text: ImportText): readonly Group[] {
  const groups = new Map<
    string,
    { kind: Group['kind']; sentence: string; count: number; outcomes: Outcome[] }
  >();
  const add = (kind: Group['kind'], key: string, sentence: string, outcome: Outcome): void => {
    const group = groups.get(`${kind} ${key}`) ?? { kind, sentence, count: 0, outcomes: [] };
    groups.set(`${kind} ${key}`, group);
    // Of one record a thing is said once, however often it says so.
    if (group.outcomes.at(-1) === outcome) return;
    group.count += 1;
    if (group.outcomes.length < NAMED) group.outcomes.push(outcome);
  };
  for (const outcome of outcomes) {
    const { result, remarks } = outcome;
    if (result.kind === 'refused')
      for (const one of result.refusals) add('refused', keyOf(one), text.refusal(one), outcome);
    else if (result.kind !== 'same')
      for (const one of remarks) add('remark', keyOf(one), text.remark(one), outcome);
  }
  const rank = ({ kind }: Group) => (kind === 'refused' ? 0 : 1);
  return [...groups.values()].toSorted((a, b) => rank(a) - rank(b) || b.count - a.count);
}
