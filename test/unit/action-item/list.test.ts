import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type ActionItem,
  type ActionItemQuery,
  addActionItem,
  changeActionItem,
  EVERY,
  KINDS,
  listActionItems,
  PRIORITIES,
  SORTS,
  STATES,
} from '../../../shared/action-item/index.ts';
import { BY, id, NOON, openVerbs, SIGNAL, say, type Verbs } from './builders.ts';

const READER = 'UREADER';
const ALL: ActionItemQuery = { ...EVERY, team: 'T1', reader: READER };

/** Every page, one after the other. */
async function walk(verbs: Verbs, query: ActionItemQuery): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await listActionItems(verbs, { ...query, cursor });
    found.push(...page.items.map((one) => one.id));
    cursor = page.cursor;
  } while (cursor !== null);
  return found;
}

const shape = fc.record({
  due: fc.option(fc.constantFrom('2026-11-24', '2026-11-26', '2026-12-01')),
  priority: fc.constantFrom(...PRIORITIES),
  kind: fc.constantFrom(...KINDS),
  state: fc.constantFrom(...STATES),
  owner: fc.constantFrom({ user: 'UKATO' }, { name: '外注 太郎' }, null),
  title: fc.constantFrom('証明書を更新', '監視を足す', 'Rotate keys'),
  incident: fc.constantFrom(null, 1, 2, 3),
});

const asked = fc.record({
  state: fc.constantFrom(null, 'unfinished' as const, ...STATES),
  owner: fc.constantFrom(null, 'UKATO', 'none', 'name:外注 太郎'),
  kind: fc.constantFrom(null, ...KINDS),
  priority: fc.constantFrom(null, ...PRIORITIES),
  service: fc.constantFrom(null, 'rental'),
  overdue: fc.boolean(),
  text: fc.constantFrom('', '証明', 'rot', '監視'),
  sort: fc.constantFrom(...SORTS),
});

test('any filters in any order give exactly what fits and may be seen, in order, over all pages', async () => {
  const verbs = openVerbs();
  await verbs.incident({ id: id(1), number: 1 });
  const people = (user: string) => ({
    private: true,
    roles: {},
    declaredBy: null,
    people: [{ user, name: user }],
  });
  const owners = (user: string) => ({
    people: [
      { user, name: user },
      { user: BY.user, name: 'O' },
      { user: 'UKATO', name: 'K' },
    ],
  });
  await verbs.incident({ id: id(2), number: 2, ...people(READER), ...owners(READER) });
  await verbs.incident({ id: id(3), number: 3, ...people('UX'), ...owners('UX') });
  const items: ActionItem[] = [];
  for (const { state, incident, owner, ...one } of fc.sample(shape, { numRuns: 90, seed: 7 })) {
    verbs.at(NOON + items.length);
    const made = await addActionItem(
      verbs,
      say({ ...one, owner, incidents: incident === null ? [] : [id(incident)] }),
      SIGNAL,
    );
    if (!made.item) throw new Error(JSON.stringify(made.refusal));
    const set = { type: 'set-state', to: state, reason: '理由', by: BY, cause: 's' } as const;
    const { item } = await changeActionItem(verbs, 'T1', made.item.id, set);
    if (item) items.push(item);
  }
  verbs.at(Date.parse('2026-11-27T12:00:00+09:00'));
  const key = ({ owner }: ActionItem) => owner?.user ?? (owner ? `name:${owner.name}` : 'none');
  const order = {
    due: (a: ActionItem, b: ActionItem) => (a.due ?? '9').localeCompare(b.due ?? '9'),
    priority: (a: ActionItem, b: ActionItem) =>
      PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority) ||
      (a.due ?? '9').localeCompare(b.due ?? '9'),
    newest: (a: ActionItem, b: ActionItem) => b.createdAt - a.createdAt,
  };
  await fc.assert(
    fc.asyncProperty(asked, async (query) => {
      const expected = items.filter(
        (one) =>
          !one.incidents.some(({ id: incident }) => incident === id(3)) &&
          (query.state === null ||
            (query.state === 'unfinished' ? one.unfinished : one.state === query.state)) &&
          (query.owner === null || key(one) === query.owner) &&
          (query.kind === null || one.kind === query.kind) &&
          (query.priority === null || one.priority === query.priority) &&
          (query.service === null || one.incidents.length > 0) &&
          (!query.overdue || (one.unfinished && one.due !== null && one.due < '2026-11-27')) &&
          one.title.toLowerCase().includes(query.text),
      );
      const found = await walk(verbs, { ...ALL, ...query });
      expect(new Set(found)).toEqual(new Set(expected.map((one) => one.id)));
      expect(found).toHaveLength(expected.length);
      const shown = found.map((one) => items.find((item) => item.id === one) as ActionItem);
      for (const [i, one] of shown.entries()) {
        const next = shown[i + 1];
        if (next) expect(order[query.sort](one, next)).toBeLessThanOrEqual(0);
      }
    }),
    { numRuns: 60 },
  );
});
