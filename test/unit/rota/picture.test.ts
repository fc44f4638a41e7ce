import { expect, test } from 'vitest';
import { drawPicture } from '../../../shared/rota/picture.ts';
import { d, days, type Odd, sampleOf } from './odd/make.ts';
import { parseSample, spreadsheetOf } from './sample.ts';

const now = Date.parse('2026-11-22T12:00:00+09:00');
function draw(rows: Odd['rows'], more: Partial<Odd> = {}) {
  const sample = sampleOf({ about: '', rows, on: {}, ...more });
  const rota = parseSample(sample);
  const cells = rota.problems.flatMap(({ cell }) => (cell === null ? [] : [cell]));
  const [tab] = drawPicture(spreadsheetOf(sample), rota, cells, now).tabs;
  if (!tab) throw new Error('nothing was drawn');
  return {
    columns: tab.columns.join(' '),
    rows: tab.rows.map(({ number, cells: line }) => `${number} ${line.map((cell) => cell ?? '/').join('|')}`),
    now: tab.now,
  };
}

test('a small sheet is drawn whole; notes and telephone numbers are not', () => {
  expect(
    draw([['日付', '担当', '電話', '副'], ...days(22, '山田').map((row) => [...row, '090-1', '佐藤'])]),
  ).toEqual({
    columns: 'A B C D',
    rows: ['1 日付|担当|/|副', '2 2026-11-22|山田|/|佐藤'],
    now: ['B2', 'D2'],
  });
});

test('of fifty columns those that are read are drawn with their neighbours', () => {
  const wide = (value: string) => Array.from({ length: 47 }, () => value);
  const { columns, rows } = draw(
    [
      ['日付', ...wide('項目'), '担当'],
      [d('11-22'), ...wide('x'), '高橋'],
    ],
    { rota: { columns: { primary: '担当' } } },
  );
  expect(columns).toBe('A B C AU AV AW');
  expect(rows[1]).toBe('2 2026-11-22|/|/|/|/|高橋');
});

test('of dates across the page those around today are drawn', () => {
  const dates = Array.from({ length: 100 }, (_none, i) =>
    d(new Date(Date.UTC(2026, 9, 1 + i)).toISOString().slice(0, 10)),
  );
  const {
    columns,
    rows,
    now: today,
  } = draw([
    ['日付', ...dates],
    ['担当', ...dates.map(() => '山田')],
    ['備考', ...dates.map(() => '090-1')],
  ]);
  expect(today).toEqual(['BB2']);
  expect(columns).toBe('A B C AZ BA BB BC BD');
  expect(rows[1]).toMatch(/^2 担当\|山田/);
  expect(rows[2] ?? '').not.toContain('090');
});
