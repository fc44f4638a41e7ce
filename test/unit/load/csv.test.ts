import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { loadCsv, type PersonLoad, type RotaLoad } from '../../../shared/load/index.ts';

const HOUR = 3_600_000;
const person = (name: string): PersonLoad => ({
  user: 'U0ONO',
  name,
  total: 36.5 * HOUR,
  night: 7 * HOUR,
  nights: 1,
  weekend: 0,
  weekendDays: 0,
  holiday: 0,
  holidays: 0,
  weekdayNight: 7 * HOUR,
  calls: 2,
  nightCalls: 1,
});
const load = (...names: string[]): RotaLoad => ({
  people: names.map(person),
  covered: 0,
  open: 0,
  unknown: 0,
  columns: ['primary'],
  column: 'primary',
  readAt: null,
  countedFrom: null,
});

it('a name that a spreadsheet would run is only a name', () => {
  const evil = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1', '小野, "健"', '改\n行'];
  const rows: string[][] = parse(loadCsv(load(...evil), 'ja'), { bom: true });
  expect(rows.slice(1).map(([name]) => name)).toEqual([
    "'=1+1",
    "'+1",
    "'-1",
    "'@SUM(A1)",
    "'\t=1",
    "'＝1",
    '小野, "健"',
    '改\n行',
  ]);
});

it('hours are decimal, and each row is as wide as the header', () => {
  const [header = [], row = []] = parse(loadCsv(load('小野'), 'en'), { bom: true }) as string[][];
  expect(header.slice(0, 3)).toEqual(['Name', 'Slack ID', 'Hours']);
  expect(row).toEqual(['小野', 'U0ONO', '36.5', '7', '1', '0', '0', '0', '0', '2', '1']);
  expect(row).toHaveLength(header.length);
});
