import { expect, test } from 'vitest';
import { ownerTyped } from '../../../functions/web/pages/actions/owner.ts';
import { peopleList, whoIsNamed } from '../../../functions/web/pages/people-offered.ts';
import type { ActionItem } from '../../../shared/action-item/index.ts';

const offered = [
  { user: 'U0ONO', name: '小野 健' },
  { user: 'U0SATO1', name: 'Sato' },
  { user: 'U0SATO2', name: 'Ｓａｔｏ' },
  { user: 'U0NABE', name: 'WATANABE' },
];

test.each([
  ['小野 健', ['U0ONO']],
  ['小野健さん', ['U0ONO']],
  ['@小野　健', ['U0ONO']],
  ['<@U0ARAI|arai>', ['U0ARAI']],
  ['U0ARAI', ['U0ARAI']],
  ['WATANABE', ['U0NABE']],
  ['UCHIDA', ['UCHIDA']],
  ['sato', ['U0SATO1', 'U0SATO2']],
  ['小野', []],
  ['', []],
])('%j names %j', (typed, users) => {
  expect(whoIsNamed(typed, offered)).toEqual(users);
});

test('an owner is whom the name means; a mere name stays one, and a name left alone changes nobody', () => {
  const owner = (typed: string, item: Partial<ActionItem> | null = null) =>
    ownerTyped(typed, 'U0ME', offered, item as ActionItem | null);
  expect(owner('小野健')).toEqual({ owner: { user: 'U0ONO' } });
  expect(owner('自分')).toEqual({ owner: { user: 'U0ME' } });
  expect(owner('業者の田中')).toEqual({ owner: { name: '業者の田中' } });
  expect(owner('')).toEqual({ owner: null });
  expect(owner('Sato')).toEqual({ several: 'Sato' });
  expect(owner('Sato', { owner: { user: 'U0SATO2', name: 'Sato' } })).toEqual({ owner: { name: 'Sato' } });
});

test('names are text, each once', async () => {
  const list = String(
    await peopleList([
      { user: 'U1', name: '"><script>' },
      { user: 'U2', name: '"><script>' },
    ]),
  );
  expect(list).toBe(
    '<datalist id="people-offered"><option value="&quot;&gt;&lt;script&gt;"></option></datalist>',
  );
});
