import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../../../shared/adapters/sqlite/index.ts';
import { hasWords, neededWords, searchWords } from '../../../shared/language/index.ts';
import {
  type Described,
  entryOf,
  entryPath,
  findEntries,
  fits,
  indexBy,
  KINDS,
  type Kind,
  MOST_TEXT,
  piecesOf,
} from '../../../shared/search-index/index.ts';

const described = (more: Partial<Described>): Described => ({
  id: 'x',
  part: null,
  team: 'T1',
  at: 0,
  title: '',
  text: '',
  people: [],
  exact: [],
  private: false,
  ...more,
});

const japanese = fc.string({
  unit: fc.constantFrom(...'返却鍵自転車カギかぎブレーキぶれーき店の'),
  maxLength: 40,
});
const latin = fc.array(fc.constantFrom('payment', 'Pay', 'API', 'down', 'INC-7', '2026', 'naïve', 'Straße'), {
  maxLength: 8,
});
const text = fc
  .tuple(japanese, latin, japanese)
  .map(([before, words, after]) => `${before} ${words.join(' ')} ${after}`);

test('what is contained is found: a piece of Japanese, the beginning of a word', () => {
  fc.assert(
    fc.property(text, fc.nat(), fc.integer({ min: 1, max: 9 }), (whole, at, length) => {
      const words = whole.split(/\s+/).filter((one) => one !== '');
      const word = words[at % Math.max(1, words.length)] ?? '';
      const letters = Array.from(word);
      const from = /^[\x20-\u024f]/.test(word) ? 0 : at % letters.length;
      const piece = letters.slice(from, from + length).join('');
      // Half of INC-7 is no word of its own.
      fc.pre(!/^inc-?$/i.test(piece));
      const entry = entryOf('incident', described({ text: whole }));
      expect(fits(piece, entry)).toBe(true);
      for (const needed of neededWords(piece)) expect(entry.words).toContain(needed);
    }),
  );
});

test.each([
  ['ブレーキ', 'ぶれーきが効かない'],
  ['ﾌﾞﾚｰｷ', 'ブレーキ'],
  ['ＡＰＩ', 'the api is down'],
  ['api DOWN', 'Payment API down'],
  ['自転', '電動自転車'],
  ['鍵', '予備の鍵'],
  ['INC-7', 'see inc-7'],
])('%s is found in %s', (search, whole) => {
  expect(hasWords(search, whole)).toBe(true);
  const words = searchWords(whole);
  expect(neededWords(search).filter((one) => !words.includes(one))).toEqual([]);
});

test.each([
  ['車自', '電動自転車'],
  ['own', 'down'],
  ['api payment', 'api'],
])('%s is not found in %s', (search, whole) => {
  expect(hasWords(search, whole)).toBe(false);
});

test('a name is found with and without its space, a number only as it stands', () => {
  const entry = entryOf('incident', described({ people: ['小野 健', 'U0ONO'], exact: ['inc7', '7'] }));
  expect(['小野健', '小野', '健', 'u0ono', 'INC-7', 'inc7', '7'].filter((one) => !fits(one, entry))).toEqual(
    [],
  );
  const other = entryOf('incident', described({ exact: ['inc70', '70'] }));
  expect(['INC-7', '7'].filter((one) => fits(one, other))).toEqual([]);
});

const entries = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 5 }),
    text: fc.constantFrom('返却できない', '鍵と返却', 'Rental API down', 'API', '鍵'),
    private: fc.boolean(),
    team: fc.constantFrom('T1', 'T1', 'T2'),
    kind: fc.constantFrom<Kind>('incident', 'call'),
  }),
  { maxLength: 90 },
);

test('page by page the candidates are exactly what has all words, newest first', async () => {
  const search = fc.constantFrom('返却', '鍵 返却', 'api', 'rental down', '返却でき', 'nowhere', '!', 'x');
  await fc.assert(
    fc.asyncProperty(entries, search, fc.constantFrom(1, 5, 30), async (some, asked, most) => {
      const store = openSqliteStore({ file: ':memory:' });
      const all = some.map(({ kind, ...one }, i) =>
        entryOf(kind, described({ ...one, id: `r${String(i).padStart(3, '0')}` })),
      );
      for (const one of all) await store.put(entryPath(one.kind, one.id, null), one);
      const wanted = all
        .filter((one) => one.team === 'T1' && one.kind === 'call' && neededWords(asked).length > 0)
        .filter((one) => fits(asked, one))
        .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
        .map(({ id }) => id);
      const found: string[] = [];
      let cursor: string | null = null;
      do {
        const page = await findEntries(store, { team: 'T1', kind: 'call', text: asked, most, cursor });
        expect(page.entries.length).toBeLessThanOrEqual(most);
        found.push(...page.entries.map(({ id }) => id));
        cursor = page.cursor;
      } while (cursor !== null);
      expect(found).toEqual(wanted);
      await store.close();
    }),
    { numRuns: 40 },
  );
});

test('a rare word beside a common one is found however many have the common one, in few reads', async () => {
  const store = openSqliteStore({ file: ':memory:' });
  await store.transaction(async (tx) => {
    for (let i = 0; i < 700; i += 1) {
      const one = described({ id: `r${i}`, at: i, text: i === 3 ? '返却 希少' : '返却 と 自転車' });
      tx.put(entryPath('call', one.id, null), entryOf('call', one));
    }
  });
  let read = 0;
  const counting: typeof store = {
    ...store,
    page: async (query) => {
      const page = await store.page(query);
      read += page.docs.length;
      return page as never;
    },
  };
  const asked = { team: 'T1', kind: 'call', most: 5, cursor: null } as const;
  const found = await findEntries(counting, { ...asked, text: '返却 希少' });
  expect([found.entries.map(({ id }) => id), found.cursor]).toEqual([['r3'], null]);
  expect(read).toBeLessThan(100);
  read = 0;
  await findEntries(counting, { ...asked, text: '返却 自転車 無い物' });
  await findEntries(counting, { ...asked, text: '自転車返却' });
  expect(read).toBeLessThan(1_200);
  await store.close();
});

test('an entry stays within what a document may hold, whatever the text', () => {
  const letters = Array.from({ length: 20_000 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('');
  const entry = entryOf(
    'postmortem',
    described({ title: letters, text: letters, people: Array.from({ length: 300 }, (_, i) => `p${i}`) }),
  );
  expect(Array.from(entry.text)).toHaveLength(MOST_TEXT);
  // One for the composite index and one for the field's own.
  expect(entry.words.length * 2).toBeLessThan(40_000);
  expect(Buffer.byteLength(JSON.stringify(entry))).toBeLessThan(900_000);
});

test('a private entry has no word of its own', () => {
  const secret = described({
    title: '個人情報',
    text: '漏えい',
    people: ['小野'],
    exact: ['inc7'],
    private: true,
  });
  expect(entryOf('incident', secret).words).toEqual(['!private']);
  expect(searchWords('!private')).not.toContain('!private');
  expect(neededWords('!private')).not.toContain('!private');
});

test('an entry is written only where what finds it has changed', () => {
  const follow = indexBy('incident', (one: { title: string; other: number }) =>
    described({ title: one.title }),
  );
  expect(follow(null, { title: 'a', other: 1 })).toHaveLength(1);
  expect(follow({ title: 'a', other: 1 }, { title: 'a', other: 2 })).toEqual([]);
  expect(follow({ title: 'a', other: 1 }, { title: 'b', other: 1 })).toHaveLength(1);
  expect(KINDS.map((kind) => entryPath(kind, 'x', null))).toContain('search-entries/call-x');
});

test('pieces are the text as it stands; what was searched for is marked, however it is written', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (whole, search) => {
      const said = piecesOf(whole, search)
        .map((one) => one.text)
        .join('');
      expect(said).toBe(whole.replace(/\s+/g, ' ').trim());
    }),
  );
  const marks = (whole: string, search: string) =>
    piecesOf(whole, search)
      .filter(({ hit }) => hit)
      .map((one) => one.text);
  expect(marks('ﾌﾞﾚｰｷとぶれーき', 'ブレーキ')).toEqual(['ﾌﾞﾚｰｷ', 'ぶれーき']);
  expect(marks('Payment API, apiary, rapid', 'api')).toEqual(['API', 'api']);
  const long = piecesOf(`${'あ'.repeat(100)}鍵${'い'.repeat(100)}`, '鍵', 50)
    .map((one) => one.text)
    .join('');
  expect(long).toMatch(/^…あ{30}鍵い{19}…$/);
});
