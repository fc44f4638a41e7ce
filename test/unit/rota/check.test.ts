import { describe, expect, test } from 'vitest';
import { checkRota, describeProblem, problemKey, type Rota, untold } from '../../../shared/rota/index.ts';
import { d, days, type Odd, sampleOf } from './odd/make.ts';
import { parseSample, type SampleCell } from './sample.ts';

const now = Date.parse('2026-11-22T12:00:00+09:00');
const read = (rows: readonly (readonly SampleCell[])[], more: Partial<Odd> = {}): Rota =>
  parseSample(sampleOf({ about: '', rows, on: {}, ...more }));
const keys = (rota: Rota) => rota.problems.map(problemKey).sort();
const head = ['日付', '曜日', '担当', '副'];
const week = (...people: SampleCell[]) =>
  people.map((name, index) => [d(`11-2${index + 2}`), null, name, '佐藤']);

describe('a finding keeps its key', () => {
  const sheet = [head, ...week('山田', null, '高橋', '山田、佐藤', '鈴木'), ['11/27', '月', '田中', '佐藤']];

  test('when rows are put in above it', () => {
    const below = [['当番表'], [], head, ...sheet.slice(1)];
    expect(keys(read(below))).toEqual(keys(read(sheet)));
    expect(keys(read(sheet)).length).toBe(6);
  });

  test('from day to day, also where duty comes again every week', () => {
    const weekdays = [
      ['曜日', '日中 09:00-18:00', '夜 19:00-33:00'],
      ...['月', '火', '水', '木', '金', '土'].map((day) => [day, '山田', '高橋']),
      ['日', null, '鈴木'],
    ];
    const today = read(weekdays);
    const later = read(weekdays, { asOf: '2026-12-09T12:00:00+09:00' });
    expect(keys(later)).toEqual(keys(today));
    expect(keys(today).length).toBeGreaterThan(2);
  });

  test('and another name, time or column is another finding', () => {
    const one = keys(read(sheet));
    const changed = read([
      head,
      ...week('山田', '佐藤', '髙橋', null, '鈴木'),
      ['11/27', '月', '田中', '佐藤'],
    ]);
    const fresh = untold(changed.problems, new Set(one));
    expect(fresh.map(({ cell, code }) => `${cell} ${code}`).sort()).toEqual([
      '表!C4 unknown-name',
      '表!C5 gap',
    ]);
  });

  test('and one name that nobody knows is one finding, however often it stands there', () => {
    const rota = read([head, ...week('高橋', '山田', '高橋', '山田', '高橋')]);
    expect(untold(rota.problems, new Set()).filter(({ code }) => code === 'unknown-name')).toHaveLength(1);
  });
});

describe('who will be called from a channel and is not in it', () => {
  const rota = read([['日付', '担当'], ...days(20, '山田', '佐藤', '鈴木', '佐藤', '鈴木、田中')]);
  const check = (members: string[]) =>
    checkRota({ rota, before: null, memberships: [{ channel: 'cs-help', members: new Set(members) }], now })
      .filter(({ code }) => code === 'not-in-channel')
      .map(({ cell, detail, severity }) => `${cell} ${detail.name} #${detail.channel} ${severity}`);

  test('is told once, at the next cell, and not for days past', () => {
    expect(check(['U04TANAKA'])).toEqual([
      '表!B4 鈴木 一郎 #cs-help notice',
      '表!B5 佐藤 花子 #cs-help notice',
    ]);
  });

  test('is silent when all are there', () => {
    expect(check(['U02SATO', 'U03SUZUKI', 'U04TANAKA'])).toEqual([]);
  });
});

describe('headers that are not what they were at the last good reading', () => {
  const before = read([
    ['日付', '担当', '副担当'],
    [d('11-22'), '山田', '佐藤'],
  ]);
  const changed = (...header: string[]) => {
    const rota = read([
      ['日付', ...header],
      [d('11-22'), '山田', '佐藤'],
    ]);
    return checkRota({ rota, before: before.understood, memberships: [], now }).filter(
      ({ code }) => code === 'header-changed',
    );
  };

  test('are told with both words, or as gone', () => {
    expect(changed('当番者', '副担当').map(({ cell, detail }) => [cell, detail.was, detail.now])).toEqual([
      ['表!B1', '担当', '当番者'],
    ]);
    expect(
      changed('担当', '備考').map(({ cell, detail }) => [cell, detail.column, detail.was, detail.now]),
    ).toEqual([[null, 'secondary', '副担当', '']]);
  });

  test('are not told when nothing changed, or a column was only moved', () => {
    expect(changed('担当', '副担当')).toEqual([]);
    const moved = read([
      ['日付', '備考', '副担当', '担当'],
      [d('11-22'), null, '佐藤', '山田'],
    ]);
    expect(
      checkRota({ rota: moved, before: before.understood, memberships: [], now }).map(({ code }) => code),
    ).toEqual(['ends-soon']);
  });

  test('and another shape of the whole sheet is told as that', () => {
    const rota = read([
      ['開始日', '終了日', '担当'],
      [d('11-22'), d('11-29'), '山田'],
    ]);
    const [problem] = checkRota({ rota, before: before.understood, memberships: [], now });
    expect(problem && describeProblem(problem, 'ja', 'Asia/Tokyo')).toBe(
      '表の形が変わりました（前: 一日一行、今: 開始と終了の行）。意図と違う場合は見出しを戻してください。',
    );
  });
});

test('problems come before notices, the nearest first', () => {
  const rota = read([['日付', '担当'], ...days(22, '山田、佐藤', '山田', null, '高橋')]);
  expect(checkRota({ rota, before: null, memberships: [], now }).map(({ code }) => code)).toEqual([
    'gap',
    'unknown-name',
    'ends-soon',
    'several-names',
  ]);
});
