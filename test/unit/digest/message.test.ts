import { expect, test } from 'vitest';
import { checkBlocks } from '../../../local/slack/blocks.ts';
import type { ActionItemEvent, Fields } from '../../../shared/action-item/index.ts';
import { fold } from '../../../shared/action-item/summary.ts';
import { type Digest, digestText, isQuiet } from '../../../shared/digest/index.ts';
import { drawWeek } from '../../../shared/digest/picture.ts';
import { readDigest } from '../../../shared/digest/read.ts';
import { digestMessage } from '../../../shared/digest/view.ts';
import type { Incident } from '../../../shared/incident/index.ts';
import type { PersonLoad } from '../../../shared/load/index.ts';
import { recordId } from '../../../shared/platform/ids.ts';
import type { Store } from '../../../shared/store/port.ts';
import { commit } from '../../../shared/tasks/index.ts';
import { declare, memory } from '../insights/scene.ts';

const zone = 'Asia/Tokyo';
const NOW = Date.parse('2026-11-24T09:30:00+09:00');
const words = { zone, locale: 'ja', baseUrl: 'https://toban.example' } as const;
const read = (store: Store): Promise<Digest> =>
  readDigest({ store, zone, rotaConfigs: [] }, 'weekly', '2026-W47', NOW);

test('a week without data is short: its numbers, and that nothing is open', async () => {
  const digest = await read(memory());
  const { blocks } = digestMessage(digest, null, words);
  expect(blocks.map(({ type }) => type)).toEqual(['header', 'section', 'context']);
  expect(JSON.stringify(blocks)).toContain(digestText('ja').quiet);
});

test('a title that is hostile is words in the message and in the picture, and a long list is cut with how many are left', async () => {
  const store = memory();
  const title = `<!channel> <https://evil.example|x> & ${'長'.repeat(120)}`;
  for (let i = 0; i < 12; i += 1) await declare(store, `i${i}`, NOW - 3 * 86_400_000 + i, { title });
  await declare(store, 'secret', NOW - 3 * 86_400_000, { title: '個人情報', private: true });
  const digest = await read(store);
  const { blocks } = digestMessage(digest, 'F1', words);
  expect(() => checkBlocks(blocks, 'message')).not.toThrow();
  const said = JSON.stringify(blocks);
  expect(said).not.toMatch(/<!channel>|<https:\/\/evil/);
  expect(said).not.toContain('個人情報');
  expect(said).toContain('ほか 4件');
  expect(digest.incidents.count).toBe(12);
});

test('an incident that has become private since it was counted is not named', async () => {
  const store = memory();
  await declare(store, 'a', NOW - 3 * 86_400_000, { title: '個人情報' });
  const [found] = (await read(store)).happened.first;
  if (!found) throw new Error('not found');
  await store.put<Incident>(`incidents/${found.id}`, { ...found, private: true });
  expect((await read(store)).happened.first).toEqual([]);
});

test('what is overdue is told with its day and its owner; what is done or due later is not', async () => {
  const store = memory();
  await action(store, 'late', {
    title: '監視を足す',
    due: '2026-11-23',
    owner: { user: null, name: '小野' },
  });
  await action(store, 'today', { title: '今日まで', due: '2026-11-24' });
  const digest = await read(store);
  expect(digest.actionItems.first.map(({ title }) => title)).toEqual(['監視を足す']);
  const said = JSON.stringify(digestMessage(digest, null, words).blocks);
  expect(said).toContain('|監視を足す> 期限 2026-11-23 · 小野さん');
  expect(isQuiet(digest)).toBe(false);
});

test('one call is a call, two are calls', () => {
  const of = (calls: number) =>
    digestText('en').carried({ name: 'Ono', total: 3_600_000, night: 0, calls } as PersonLoad);
  expect([of(0), of(1), of(2)]).toEqual(['Ono 1 h', 'Ono 1 h, 1 call', 'Ono 1 h, 2 calls']);
});

test('the drawing is well-formed whatever stands in it', async () => {
  const store = memory();
  await declare(store, 'a', NOW - 3 * 86_400_000, { title: '<b>' });
  const svg = drawWeek({ ...(await read(store)), name: '<script>&"' }, zone, 'ja');
  expect(svg).not.toContain('<script>');
  expect(svg).toContain('&lt;script&gt;&amp;');
});

function action(store: Store, name: string, more: Partial<Fields>): Promise<void> {
  const id = recordId('act', name);
  const fields = {
    title: name,
    note: '',
    owner: null,
    due: null,
    priority: 'high',
    kind: 'prevent',
    link: null,
  } as const;
  const made = { id, team: 'T1', incidents: [], postmortem: null, message: null, source: 'web' } as const;
  const by = { user: 'U1', name: '森' };
  const event: ActionItemEvent = {
    type: 'added',
    at: NOW - 1_000,
    ...made,
    ...fields,
    ...more,
    by,
    cause: name,
  };
  return store.transaction(async (tx) => {
    await commit(tx, `action-items/${id}`, null, { events: [event], tasks: [] }, fold, NOW);
  });
}
