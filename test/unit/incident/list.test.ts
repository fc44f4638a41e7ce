import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../../../shared/adapters/sqlite/index.ts';
import { type IncidentQuery, listIncidents } from '../../../shared/incident/list.ts';
import type { Incident } from '../../../shared/incident/model.ts';
import { mayTell } from '../../../shared/incident/policy.ts';
import { matcher, searchTag, tagsOf } from '../../../shared/incident/search-tags.ts';
import { encodeCursor } from '../../../shared/store/cursor.ts';
import { declared, person, T0 } from './builders.ts';

const base = declared().state as Incident;
const made = (more: Partial<Incident>): Incident => {
  const state = { ...base, ...more };
  return { ...state, tags: tagsOf(state) };
};
const ALL: IncidentQuery = {
  team: 'T1',
  reader: 'UREADER',
  status: null,
  severity: null,
  service: null,
  from: null,
  to: null,
  text: '',
  cursor: null,
};

const incident = fc
  .record({
    declaredAt: fc.integer({ min: 0, max: 6 }),
    title: fc.constantFrom('返却できない', '鍵が開かない', 'Rental API down', 'ＡＢＣ店の返却'),
    status: fc.constantFrom('detected' as const, 'fixing' as const, 'resolved' as const, 'closed' as const),
    severity: fc.constantFrom('SEV1' as const, 'SEV4' as const),
    service: fc.constantFrom('rental', null),
    private: fc.boolean(),
    mine: fc.boolean(),
    team: fc.constantFrom('T1', 'T1', 'T1', 'T2'),
  })
  .map(({ mine, ...one }) => ({
    ...one,
    open: one.status === 'detected' || one.status === 'fixing',
    people: [{ user: mine ? 'UREADER' : 'UEVE', name: 'x' }],
  }));
const query = fc.record({
  status: fc.constantFrom(null, 'open' as const, 'fixing' as const, 'closed' as const),
  severity: fc.constantFrom(null, 'SEV1' as const),
  service: fc.constantFrom(null, 'rental'),
  from: fc.constantFrom(null, 2),
  to: fc.constantFrom(null, 5),
  text: fc.constantFrom('', '返却', 'abc', 'ren', '鍵', '!'),
});

/** Every page of a list, one after the other. */
async function readAll(store: ReturnType<typeof openSqliteStore>, asked: IncidentQuery) {
  const found: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await listIncidents(store, { ...asked, cursor });
    found.push(...page.incidents.map(({ id }) => id));
    cursor = page.cursor;
  } while (cursor !== null);
  return found;
}

test('page by page, a list is exactly what its reader may know and asked for, newest first', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(incident, { maxLength: 120 }), query, async (some, asked) => {
      const store = openSqliteStore({ file: ':memory:' });
      const all = some.map((one, i) => made({ ...one, id: `inc_${String(i).padStart(3, '0')}` }));
      for (const one of all) await store.put(`incidents/${one.id}`, one);
      const has = matcher(asked.text);
      const wanted = all
        .filter((one) => one.team === 'T1' && mayTell(one, 'page', 'UREADER') === 'all' && has(one))
        .filter(
          ({ status, open }) => !asked.status || (asked.status === 'open' ? open : status === asked.status),
        )
        .filter((one) => !asked.severity || one.severity === asked.severity)
        .filter((one) => !asked.service || one.service === asked.service)
        .filter(({ declaredAt: at }) => at >= (asked.from ?? 0) && at < (asked.to ?? 99))
        .sort((a, b) => b.declaredAt - a.declaredAt || (a.id < b.id ? 1 : -1));
      expect(await readAll(store, { ...ALL, ...asked })).toEqual(wanted.map(({ id }) => id));
      await store.close();
    }),
    { numRuns: 60 },
  );
});

test('a search that stops says how far it came, and goes on from there', async () => {
  const store = openSqliteStore({ file: ':memory:' });
  for (let i = 0; i < 300; i += 1) {
    const title = i === 3 ? '返却したのに返金できない' : '返却できない';
    await store.put(`incidents/inc_${i}`, made({ id: `inc_${i}`, title, declaredAt: T0 + i }));
  }
  // One of the reader's own, older than where the first page ends, must wait for its turn.
  const own = { id: 'inc_own', title: '返却と返金', private: true };
  const { why: _why, ...reader } = person('UREADER');
  await store.put('incidents/inc_own', made({ ...own, people: [reader], declaredAt: T0 + 1 }));
  const asked = { ...ALL, text: '返却 返金' };
  const first = await listIncidents(store, asked);
  expect(first).toMatchObject({ incidents: [], searchedTo: T0 + 100 });
  const second = await listIncidents(store, { ...asked, cursor: first.cursor });
  expect(second.incidents.map(({ id }) => id)).toEqual(['inc_3', 'inc_own']);
  expect(second).toMatchObject({ cursor: null, searchedTo: null });
  await expect(listIncidents(store, { ...ALL, cursor: 'x' })).rejects.toMatchObject({ code: 'bad-input' });
  const other = encodeCursor({ values: [1], path: 'escalations/esc_1' });
  await expect(listIncidents(store, { ...ALL, cursor: other })).rejects.toMatchObject({ code: 'bad-input' });
  await store.close();
});

test.each([
  ['返却できない', '返却', true],
  ['返却できない', '却', true],
  ['返却できない', '返できない', false],
  ['ＡＰＩエラー', 'api', true],
  ['Rental API down', 'rent down', true],
  ['Rental API down', 'tal', false],
  ['返却できない', 'INC-7', true],
  ['返却できない', '7', true],
  ['返却できない', 'inc-70', false],
  ['🔥', '🔥', true],
])('"%s" is found by "%s": %s', (title, text, found) => {
  const one = made({ title, number: 7 });
  expect(matcher(text)(one)).toBe(found);
  // Whatever fits is among the candidates that the index finds.
  const tag = searchTag(text);
  if (found && tag) expect(one.tags).toContain(tag);
});

test('a private incident has no tag but its readers: those to whom it may be told', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('UA', 'UB', 'UC')),
      fc.constantFrom('UA', 'UB', 'UC', 'UEVE'),
      (ids, reader) => {
        const one = made({ private: true, people: ids.map((id) => person(id)), declaredBy: person('UB') });
        expect(one.tags.every((tag) => tag.startsWith('u:'))).toBe(true);
        expect(one.tags.includes(`u:${reader}`)).toBe(mayTell(one, 'page', reader) === 'all');
      },
    ),
  );
});
