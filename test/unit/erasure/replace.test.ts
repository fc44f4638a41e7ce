import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Name } from '../../../shared/erasure/model.ts';
import { createReplacer } from '../../../shared/erasure/replace.ts';

const PSEUDONYM = { id: 'UERASED7K2Q9X', name: '削除された人 7K2Q9X' };
const NAMES: readonly Name[] = [
  { name: '新井 さくら', level: 'text' },
  { name: '新井', level: 'value' },
  { name: 'arai', level: 'value' },
  { name: 'arai@example.com', level: 'text' },
];
const replacer = (names = NAMES) => createReplacer({ user: 'U0ARAI', names, pseudonym: PSEUDONYM });
const rewritten = (data: object, names = NAMES) => replacer(names).rewrite('a/b', data)?.data ?? null;

test.each<[string, object, object | null]>([
  ['a person', { by: { user: 'U0ARAI', name: '新井 さくら', handle: 'arai' } }, { by: { user: PSEUDONYM.id, name: PSEUDONYM.name, handle: PSEUDONYM.name } }],
  ['a mention', { text: '<@U0ARAI> と <@U0ARAI|arai> へ' }, { text: `@${PSEUDONYM.name} と @${PSEUDONYM.name} へ` }],
  ['a tag and a key', { tags: ['f::U0ARAI:::', 'u:U0ARAI'], pings: { U0ARAI: 3 } }, { tags: [`f::${PSEUDONYM.id}:::`, `u:${PSEUDONYM.id}`], pings: { [PSEUDONYM.id]: 3 } }],
  ['a map of names', { people: { U0ARAI: '新井 さくら' } }, { people: { [PSEUDONYM.id]: PSEUDONYM.name } }],
  ['another id that begins alike', { user: 'U0ARAI2', to: 'XU0ARAI' }, null],
  ['a full name in a sentence', { text: '（新井　さくらさんが変更。新井さくら）' }, { text: `（${PSEUDONYM.name}さんが変更。${PSEUDONYM.name}）` }],
  ['a short name in a sentence stays', { text: '新井宿の在庫' }, null],
  ['a short name that is all there is', { cell: '新井', lead: '新井さん' }, { cell: PSEUDONYM.name, lead: `${PSEUDONYM.name}さん` }],
  ['a line that is a short name', { text: '担当\n新井\n以上' }, { text: `担当\n${PSEUDONYM.name}\n以上` }],
  ['a plain word that is a word of Toban', { state: 'arai', service: 'arai' }, null],
  ['somebody else of that name', { user: 'U0OTHER', name: '新井' }, null],
  ['JSON kept as text', { rota: '{"people":["U0ARAI"],"text":"新井"}' }, { rota: `{"people":["${PSEUDONYM.id}"],"text":"${PSEUDONYM.name}"}` }],
  ['what looks like JSON and is prose', { text: '{ "a": 1 } U0OTHER' }, null],
  ['an address narrowed by the name', { query: `q=${encodeURIComponent('新井')}&x=1` }, { query: `q=${encodeURIComponent(PSEUDONYM.name)}&x=1` }],
  ['somebody else of that name in a map of names', { people: { U0OTHER: '新井' } }, null],
  ['an e-mail address in a text', { text: 'to Arai@Example.com.' }, { text: `to ${PSEUDONYM.name}.` }],
])('%s', (_what, data, expected) => expect(rewritten(data)).toEqual(expected)); // biome-ignore format: a table

test('a path that names them is another path', () => {
  const found = replacer().rewrite('incidents/inc_1/tasks/invite-U0ARAI', { id: 'invite-U0ARAI' });
  expect(found).toEqual({ path: `incidents/inc_1/tasks/invite-${PSEUDONYM.id}`, data: { id: `invite-${PSEUDONYM.id}` } }); // biome-ignore format: one line reads best
});

test('a name of level "own" goes only where it stands with the id', () => {
  const own: Name[] = [{ name: '森', level: 'own' }];
  const data = {
    called: { user: 'U0ARAI', reason: { text: '森' } },
    title: '森',
    holder: { user: 'U0X', name: '森' },
  };
  expect(rewritten(data, own)).toEqual({
    ...data,
    called: { user: PSEUDONYM.id, reason: { text: PSEUDONYM.name } },
  });
});

test('somebody who was only ever a name', () => {
  const names: Name[] = [{ name: '山田 太郎', level: 'text' }];
  const { rewrite } = createReplacer({ user: null, names, pseudonym: PSEUDONYM });
  const data = {
    reporter: '山田太郎',
    by: { user: '', name: '山田 太郎' },
    other: { user: 'U0X', name: '山田 太郎' },
  };
  expect(rewrite('a/b', data)?.data).toEqual({ ...data, reporter: PSEUDONYM.name, by: { user: '', name: PSEUDONYM.name } }); // biome-ignore format: one line reads best
});

test.each(['Jean-Luc Picard', 'arai-sakura@example.com', 'John "Jack" Smith', 'C:\\arai desk', '🦊 新井 (.*)+', 'ｱﾗｲ・ｻｸﾗ'])('a name of any signs is found and replaced: %s', (name) => {
  const { mayHold, rewrite } = replacer([{ name, level: 'text' }]);
  const data = { title: `担当は ${name} です`, kept: JSON.stringify({ a: `「${name}」` }) };
  expect(mayHold('a/b', data)).toBe(true);
  expect(rewrite('a/b', data)?.data).toEqual({ title: `担当は ${PSEUDONYM.name} です`, kept: JSON.stringify({ a: `「${PSEUDONYM.name}」` }) });
}); // biome-ignore format: a table

test('an id that is spelled like a family name is no word of a text', () => {
  const { rewrite } = createReplacer({ user: 'UMEHARA', names: [], pseudonym: PSEUDONYM });
  expect(rewrite('a/b', { note: 'Umehara さんへ', room: 'inc-umehara', user: 'UMEHARA' })?.data).toEqual({ note: 'Umehara さんへ', room: `inc-${PSEUDONYM.id.toLowerCase()}`, user: PSEUDONYM.id }); // biome-ignore format: one line reads best
});

test('of a longer name of somebody else nothing is cut out', () => {
  const names: Name[] = [{ name: '田中 健', level: 'text' }];
  const { rewrite } = createReplacer({ user: 'U0KEN', names, pseudonym: PSEUDONYM, spared: ['田中 健太'] });
  const data = {
    title: '田中健太さんと田中健さん',
    cell: '田中 健太',
    quoted: '「田中　健太」と「田中　健」',
  };
  expect(rewrite('a/b', data)?.data).toEqual({ ...data, title: `田中健太さんと${PSEUDONYM.name}さん`, quoted: `「田中　健太」と「${PSEUDONYM.name}」` }); // biome-ignore format: one line reads best
});

const piece = fc.constantFrom('U0ARAI', '新井', '新井 さくら', '新井さくら', 'arai', 'arai@example.com', '<@U0ARAI>', 'U0OTHER', '森林', 'at ', '\n', '{"a":"U0ARAI"}', ' ', '。', 'x'); // biome-ignore format: one line reads best
const said = fc.oneof(fc.array(piece, { maxLength: 5 }).map((all) => all.join('')), fc.string({ maxLength: 8 })); // biome-ignore format: one line reads best
const documents = fc.object({ key: said.map((one) => one || 'k'), values: [said, fc.integer(), fc.constant(null)], maxDepth: 3 }); // biome-ignore format: one line reads best

test('afterwards nothing holds the person, a second time changes nothing, and what did not hold them is as it was', () => {
  const all = NAMES.map(({ name }): Name => ({ name, level: 'text' }));
  const { rewrite, mayHold } = replacer(all);
  const holds = (data: unknown) => /U0ARAI(?![A-Za-z0-9])|新井|(?<![\p{Script=Latin}\d])arai(?![\p{Script=Latin}\d])/u.test(JSON.stringify(data).replace(/\\+[nrt"]/g, ' ')); // biome-ignore format: one line reads best
  fc.assert(
    fc.property(documents, (data) => {
      const before = JSON.stringify(data);
      const once = rewrite('a/b', data);
      expect(JSON.stringify(data)).toBe(before);
      if (once === null) return void expect(holds(data) && !/[A-Za-z0-9]U0ARAI/.test(before)).toBe(false);
      expect(mayHold('a/b', data)).toBe(true);
      expect(JSON.stringify(once.data)).not.toMatch(/(?<![A-Za-z0-9])U0ARAI(?![A-Za-z0-9])|新井/);
      expect(rewrite('a/b', once.data)).toBeNull();
    }),
    { numRuns: 300 },
  );
});
