import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FileCell, SpreadsheetFile } from '../../../local/sheets/model.ts';
import type { Cell } from '../../../shared/ports/sheets.ts';
import { type Bench, soon, startBench } from './harness.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.close());

const SAMPLES = new URL('../../unit/rota/samples/', import.meta.url);
const samples = readdirSync(SAMPLES).filter((name) => name.endsWith('.json'));

/** The cell the port must give for a cell of the file, without what it shows. */
function expected(cell: FileCell): object | null {
  if (cell === null) return null;
  if (typeof cell === 'string') return { kind: 'text', text: cell };
  if (typeof cell === 'boolean') return { kind: 'bool', value: cell };
  if (typeof cell === 'number') return { kind: 'number', value: cell };
  if ('err' in cell) return { kind: 'error', code: cell.err };
  if ('d' in cell) return { kind: 'date', date: cell.d };
  if ('dt' in cell) return { kind: 'datetime', local: cell.dt };
  const [hours = 0, minutes = 0] = cell.t.split(':').map(Number);
  return { kind: 'time', minutes: hours * 60 + minutes };
}

function withoutTrailing<T>(row: readonly T[], isEmpty: (entry: T) => boolean): T[] {
  const last = row.findLastIndex((entry) => !isEmpty(entry));
  return row.slice(0, last + 1);
}

const bare = (cell: Cell): object | null => {
  if (cell === null || cell.kind === 'text') return cell;
  const { text: _shown, ...rest } = { text: '', ...cell };
  return rest;
};

describe('what is in the sheet is what is read', () => {
  it.each(samples)('%s: every cell keeps its type and value', async (name) => {
    const file = SpreadsheetFile.parse(JSON.parse(readFileSync(new URL(name, SAMPLES), 'utf8')));
    const id = name.replace('.json', '');
    bench.simulator.put(id, file);
    const titles = Object.keys(file.tabs);
    const read = await bench.sheets.read(id, titles, soon());
    expect(read.timeZone).toBe(file.timeZone);
    expect(read.tabs.map((tab) => tab.title)).toEqual(titles);
    for (const tab of read.tabs) {
      const rows = (file.tabs[tab.title] ?? []).map((row) =>
        withoutTrailing(row.map(expected), (cell) => cell === null),
      );
      expect(tab.rows.map((row) => row.map(bare))).toEqual(withoutTrailing(rows, (row) => row.length === 0));
    }
  });

  it('gives merges half-open and zero-based, and keeps the gid of a tab', async () => {
    const rows = [['2026年11月', null, null], ['山田']];
    bench.simulator.put('merged', {
      timeZone: 'Asia/Tokyo',
      tabs: { 先: [['x']], 表: rows },
      merges: [{ tab: '表', from: 'A1', to: 'C2' }],
    });
    const [tab] = (await bench.sheets.read('merged', ['表'], soon())).tabs;
    expect(tab?.merges).toEqual([{ startRow: 0, endRow: 2, startColumn: 0, endColumn: 3 }]);
    expect(tab?.id).toBe(1);
    bench.simulator.renameTab('merged', '表', '別名');
    expect((await bench.sheets.read('merged', ['別名'], soon())).tabs[0]?.id).toBe(1);
  });

  it('tells booleans, date-times, durations beyond midnight and every error apart', async () => {
    const errors = ['#REF!', '#N/A', '#NAME?', '#DIV/0!', '#VALUE!', '#NUM!', '#NULL!', '#ERROR!'];
    const row: FileCell[] = [
      true,
      { dt: '2026-11-22T21:05' },
      { t: '29:00' },
      { t: '00:00' },
      0.5,
      { d: '1900-01-01' },
    ];
    bench.simulator.put('kinds', {
      timeZone: 'Asia/Tokyo',
      tabs: { t: [row, errors.map((err) => ({ err }))] },
    });
    const [tab] = (await bench.sheets.read('kinds', ['t'], soon())).tabs;
    expect(tab?.rows[0]?.map(bare)).toEqual(row.map(expected));
    expect(tab?.rows[1]).toEqual(errors.map((code) => ({ kind: 'error', code })));
  });

  it('reads every minute of a day to the minute', async () => {
    const column = Array.from({ length: 1_440 }, (_, i): FileCell[] => {
      const time = `${String(Math.floor(i / 60)).padStart(2, '0')}:${String(i % 60).padStart(2, '0')}`;
      return [{ t: time }, { dt: `2026-11-22T${time}` }];
    });
    bench.simulator.put('minutes', { timeZone: 'Asia/Tokyo', tabs: { t: column } });
    const [tab] = (await bench.sheets.read('minutes', ['t'], soon())).tabs;
    expect(tab?.rows.map((row) => row.map(bare))).toEqual(column.map((row) => row.map(expected)));
  });
});

describe('tabs', () => {
  it.each(["it's", 'A1', 'AB12', '2026', "'quoted'", '表!A1', 'a b, c/d&e=f', '🚲 当番 ✓', 'R1C1', '#1'])(
    'a tab called %s is read as a whole',
    async (title) => {
      bench.simulator.put('names', {
        timeZone: 'Asia/Tokyo',
        tabs: { 先頭: [['wrong']], [title]: [[null, 'right']] },
      });
      const read = await bench.sheets.read('names', [title], soon());
      expect(read.tabs).toMatchObject([{ title, rows: [[null, { kind: 'text', text: 'right' }]] }]);
    },
  );

  it('says which rows were hidden by hand', async () => {
    const hiddenRows = [
      { tab: '表', row: 2 },
      { tab: '先', row: 1 },
    ];
    const tabs = { 先: [['x']], 表: [['日付'], ['昨日'], ['今日']] };
    bench.simulator.put('hidden', { timeZone: 'Asia/Tokyo', tabs, hiddenRows });
    const read = await bench.sheets.read('hidden', ['表'], soon());
    expect(read.tabs.map((tab) => tab.hiddenRows)).toEqual([[1]]);
    const seen = await bench.sheets.read('mobility', ['当番表'], soon());
    expect(seen.tabs[0]).not.toHaveProperty('hiddenRows');
  });

  it('a wanted tab that does not exist is absent, the others are read, and all titles are told', async () => {
    const read = await bench.sheets.read('mobility', ['当番表', 'ない', 'メンバー'], soon());
    expect(read.tabs.map((tab) => tab.title)).toEqual(['当番表', 'メンバー']);
    expect(read.tabTitles).toEqual(['当番表', 'メンバー']);
    const none = await bench.sheets.read('mobility', ['ない'], soon());
    expect(none).toMatchObject({ tabs: [], tabTitles: ['当番表', 'メンバー'], timeZone: 'Asia/Tokyo' });
  });

  it('gives the titles alone, and a spreadsheet without cells when no tab is wanted', async () => {
    expect(await bench.sheets.titles('mobility', soon())).toEqual(['当番表', 'メンバー']);
    expect((await bench.sheets.read('mobility', [], soon())).tabs).toEqual([]);
  });

  it('an edit is in the next read', async () => {
    const before = bench.simulator.getCell('mobility', '当番表!C9');
    bench.simulator.typeCell('mobility', '当番表!C9', '佐藤');
    const [tab] = (await bench.sheets.read('mobility', ['当番表'], soon())).tabs;
    expect(tab?.rows[8]?.[2]).toEqual({ kind: 'text', text: '佐藤' });
    bench.simulator.setCell('mobility', '当番表!C9', before);
  });

  it('reads 10,000 rows within the budget of a call', async () => {
    const rows = Array.from({ length: 10_000 }, (_, i): FileCell[] => [
      { d: '2026-11-22' },
      '日',
      `人${i}`,
      null,
      'メモ',
    ]);
    bench.simulator.put('large', { timeZone: 'Asia/Tokyo', tabs: { t: rows } });
    const [tab] = (await bench.sheets.read('large', ['t'], soon())).tabs;
    expect(tab?.rows).toHaveLength(10_000);
  });
});
