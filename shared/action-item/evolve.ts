import { never } from '../platform/errors.ts';
import type { ActionItem, ActionItemEvent, Changes, Fields, Related, State } from './model.ts';
import { isFromSource } from './past-item.ts';
import { dueKeyOf, priorityKeyOf, tagsOf } from './tags.ts';

const HEARD = 50;
type Bare = Omit<ActionItem, 'tags' | 'dueKey' | 'priorityKey'>;

/** Folds one event into the state. Pure: the same events always make the same state. */
export function evolve(before: ActionItem | null, event: ActionItemEvent): ActionItem {
  const item = fold(before, event);
  const secret = item.incidents.some((one) => one.private);
  const bare = { ...item, private: secret };
  return {
    ...bare,
    tags: tagsOf(bare),
    dueKey: dueKeyOf(bare.due),
    priorityKey: priorityKeyOf(bare.priority, bare.due),
  };
}

function fold(before: ActionItem | null, event: ActionItemEvent): Bare {
  if (event.type === 'added') return added(event);
  if (before === null) throw new Error(`the first event must be "added", not "${event.type}"`);
  const item = { ...before, version: before.version + 1 };
  if (event.type === 'reminded')
    return {
      ...item,
      remindedAt: event.period,
      reminded: before.reminded + 1,
      reminder: event.reminder ?? before.reminder,
    };
  const changed = {
    ...item,
    changedAt: event.at,
    revision: before.revision + 1,
    heard: [...before.heard, event.cause].slice(-HEARD),
    ...(before.quiet && { quiet: isFromSource(event.cause) }),
  };
  switch (event.type) {
    case 'edited':
      return { ...changed, ...afterOf(event.changes) };
    case 'state-changed': {
      return { ...changed, state: event.to, unfinished: isUnfinished(event.to), reason: event.reason };
    }
    case 'related':
      return {
        ...changed,
        incidents: [...before.incidents, ...event.incidents],
        postmortem: event.postmortem ?? before.postmortem,
      };
    default:
      return never(event);
  }
}

function added({
  type: _type,
  at,
  cause,
  state = 'open',
  ...said
}: Extract<ActionItemEvent, { type: 'added' }>): Bare {
  return {
    ...said,
    version: 1,
    state,
    unfinished: isUnfinished(state),
    reason: null,
    createdAt: at,
    changedAt: at,
    revision: 1,
    remindedAt: null,
    reminded: 0,
    reminder: null,
    private: false,
    heard: [cause],
  };
}

const isUnfinished = (state: State): boolean => state === 'open' || state === 'in-progress';

const afterOf = (changes: Changes): Partial<Fields> =>
  Object.fromEntries(Object.entries(changes).map(([field, { to }]) => [field, to])) as Partial<Fields>;

/** Those incidents that it does not have yet. */
export const anew = (
  { incidents }: Pick<ActionItem, 'incidents'>,
  more: readonly Related[],
): readonly Related[] => more.filter(({ id }) => !incidents.some((one) => one.id === id));
