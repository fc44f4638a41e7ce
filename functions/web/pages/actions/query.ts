import {
  type ActionItemQuery,
  EVERY,
  KINDS,
  PRIORITIES,
  SORTS,
  STATES,
} from '../../../../shared/action-item/index.ts';
import type { Visitor } from '../../env.ts';

/** What stands in the address bar, as it was typed; anything odd is left out of the query, not of the form. */
export const FIELDS = ['state', 'owner', 'kind', 'priority', 'service', 'overdue', 'sort', 'q'] as const;
export type Typed = Readonly<Record<(typeof FIELDS)[number], string>>;

export const typedIn = (read: (name: string) => string | undefined): Typed =>
  Object.fromEntries(FIELDS.map((name) => [name, (read(name) ?? '').trim().slice(0, 100)])) as Typed;

const oneOf = <T extends string>(all: readonly T[], text: string): T | null =>
  all.find((one) => one === text) ?? null;

/** Without a state it is what is unfinished; `all` is everything. */
export function queryOf(typed: Typed, { team, user }: Visitor, cursor: string | null): ActionItemQuery {
  const { state, owner, kind, priority, service, overdue, sort, q } = typed;
  return {
    ...EVERY,
    team,
    reader: user,
    state: state === 'all' ? null : (oneOf(STATES, state) ?? 'unfinished'),
    owner: owner === 'me' ? user : owner || null,
    kind: oneOf(KINDS, kind),
    priority: oneOf(PRIORITIES, priority),
    service: service || null,
    overdue: overdue !== '',
    sort: oneOf(SORTS, sort) ?? 'due',
    text: q,
    cursor,
  };
}

/** The address of the same board with something changed; a change of filter starts from its beginning again. */
export function addressOf(typed: Typed, change: Partial<Typed & { cursor: string }>): string {
  const pairs = Object.entries({ ...typed, ...change }).filter(([, value]) => value !== '');
  return pairs.length > 0 ? `/actions?${new URLSearchParams(pairs)}` : '/actions';
}

/** Where a form leads back to: a page of ours that shows items; the board for anything else. */
export const backTo = (text: string): string =>
  /^\/(?:actions|incidents|postmortems)(?:[/?]|$)/.test(text) ? text : '/actions';
