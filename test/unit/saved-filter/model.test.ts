import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  filterAddress,
  LISTS,
  type List,
  MOST,
  queryOf,
  type SavedFilter,
  withFilter,
} from '../../../shared/saved-filter/index.ts';

const list = fc.constantFrom<List>('incidents', 'calls', 'actions');

test('only what narrows a list is kept, always written alike, and it leads to that list alone', () => {
  fc.assert(
    fc.property(list, fc.dictionary(fc.string(), fc.string()), fc.string(), (of, odd, q) => {
      const search = new URLSearchParams([...Object.entries(odd), ['q', q], ['cursor', 'x']]).toString();
      const query = queryOf(of, search);
      expect(queryOf(of, query)).toBe(query);
      const fields = [...new URLSearchParams(query).keys()];
      expect(fields.every((field) => (LISTS[of] as readonly string[]).includes(field))).toBe(true);
      const { pathname, host } = new URL(
        filterAddress({ list: of, name: 'x', query }),
        'https://toban.example',
      );
      expect([pathname, host]).toEqual([`/${of}`, 'toban.example']);
    }),
  );
  expect(queryOf('incidents', '?q=%20a%20&status=open&cursor=z')).toBe('status=open&q=a');
});

test('a name is given once for each list, and neither names nor filters grow without end', () => {
  const add = (before: readonly SavedFilter[], name: string, search = 'q=a', of: List = 'calls') =>
    withFilter(before, { list: of, name, search });
  const first = add([], ' 返却  の件 ') as readonly SavedFilter[];
  expect(first).toEqual([{ list: 'calls', name: '返却 の件', query: 'q=a' }]);
  expect(add(first, '返却 の件', 'q=b')).toEqual([{ list: 'calls', name: '返却 の件', query: 'q=b' }]);
  expect(add(first, '返却 の件', 'q=b', 'actions')).toHaveLength(2);
  expect(add([], ' ')).toBe('name');
  expect(add([], 'x'.repeat(41))).toBe('name');
  expect(add([], 'x', 'cursor=1')).toBe('nothing');
  const full = Array.from({ length: MOST }, (_, i) => ({
    list: 'calls' as const,
    name: `n${i}`,
    query: 'q=a',
  }));
  expect(add(full, 'one more')).toBe('too-many');
  expect(add(full, 'n3', 'q=new')).toHaveLength(MOST);
  expect(add(full, 'other list', 'q=a', 'incidents')).toHaveLength(MOST + 1);
});
