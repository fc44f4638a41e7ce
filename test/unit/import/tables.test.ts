import { expect, test } from 'vitest';
import { proposeMapping } from '../../../shared/import/index.ts';
import { AROUND, drafted, row } from './drafted.ts';

test.each([
  ['2時間30分', '対応時間', 150],
  ['約90分', '対応時間', 90],
  ['2時間半', '対応時間', 150],
  ['1:30', '対応時間', 90],
  ['90', '対応時間（分）', 90],
  ['1.5', 'duration (hours)', 90],
  ['1 day 2 h 5 min', 'duration', 1_565],
  ['２ｈ３０ｍ', 'TTR', 150],
  ['90', '対応時間', null],
  ['調査中', '対応時間', null],
  ['2時間後に連絡', '対応時間', null],
])('%s in %s is so many minutes, and gives the end where nothing else does', (said, column, minutes) => {
  const began = Date.parse('2024-01-01T01:00:00Z');
  const found = drafted({ タイトル: 'x', 発生日時: '2024-01-01 10:00', [column]: said });
  if (!found.ok) throw new Error('refused');
  expect(found.draft.times.resolved).toBe(minutes === null ? undefined : began + minutes * 60_000);
  const ended = drafted({
    タイトル: 'x',
    発生日時: '2024-01-01 10:00',
    復旧日時: '2024-01-01 10:05',
    [column]: said,
  });
  expect(ended).toMatchObject({
    draft: { times: { resolved: began + 300_000 }, description: `${column}: ${said}` },
  });
});

test('a table of Excel: the day and the hour in columns of their own are one time', () => {
  const values = {
    件名: 'x',
    発生日: '2024/3/5(火)',
    発生時刻: '14:05',
    復旧日: '令和6年3月5日',
    復旧時刻: '午後3時',
    作成日時: '2024/3/6',
  };
  const { columns } = proposeMapping([row(values)], AROUND);
  expect(columns).toMatchObject({
    発生日: 'started',
    発生時刻: 'started',
    復旧時刻: 'resolved',
    作成日時: 'ignore',
  });
  const times = { started: Date.parse('2024-03-05T05:05:00Z'), resolved: Date.parse('2024-03-05T06:00:00Z') };
  expect(drafted(values)).toMatchObject({ ok: true, draft: { times }, remarks: [] });
  // Of a whole time, an hour beside it says nothing more.
  const whole = { ...values, 発生日: '2024/3/5 14:05', 発生時刻: '9:00' };
  expect(drafted(whole)).toMatchObject({ draft: { times } });
});

test('a table of Notion: a range by its values though some are written by hand, a relation by its name', () => {
  const rows = Array.from({ length: 10 }, (_, i) =>
    row({
      名前: `x${i}`,
      '開始 → 終了': i === 3 ? '先週' : '2024年3月5日 14:03 → 15:20',
      関連サービス: '決済, レンタル (https://www.notion.so/a?pvs=21)',
      作成日時: '2024年3月6日 9:00',
    }),
  );
  const { columns, services } = proposeMapping(rows, AROUND);
  expect(columns).toEqual({
    名前: 'title',
    '開始 → 終了': 'started',
    関連サービス: 'service',
    作成日時: 'ignore',
  });
  expect(Object.values(services)).toEqual(['rental']);
  const only = proposeMapping([row({ 名前: 'x', 作成日時: '2024年3月6日 9:00' })], AROUND);
  expect(only.columns.作成日時).toBe('detected');
});
