import { never } from '../platform/errors.ts';
import type { Tab } from '../ports/sheets.ts';
import { areasOf } from './areas.ts';
import { badRemark, type MonthHint } from './axis.ts';
import { type Claim, claimsOf, type TimeRow } from './claims.ts';
import { detectLayout, type KnownLayout, orient } from './detect.ts';
import { isEmpty } from './fold.ts';
import { readHeaderCell } from './header.ts';
import { dateRows } from './layouts/dates.ts';
import { findGrid, gridClaims } from './layouts/grid.ts';
import { type Block, monthBlocks } from './layouts/months.ts';
import { dutyFilled } from './layouts/rows.ts';
import { shiftRows } from './layouts/shifts.ts';
import { weekdayRows } from './layouts/weekdays.ts';
import { weekRows } from './layouts/weeks.ts';
import { yearPage } from './layouts/year-page.ts';
import type { Area } from './model.ts';
import type { Reading } from './reading.ts';
import { stampsIn } from './stamps.ts';
import { type Table, titlesOf } from './table.ts';
import { type View, viewOf } from './view.ts';
import { type Zone, zoneOf } from './zone.ts';

/** What one tab claims, and how it was understood. */
export interface TabRead {
  readonly title: string;
  readonly claims: readonly Claim[];
  readonly rows: readonly TimeRow[];
  /** Null when nothing was. */
  readonly layout: KnownLayout | null;
  /** Duty column → cells of its headers. */
  readonly columns: ReadonlyMap<string, ReadonlySet<string>>;
  /** Duty column → what its headers say. */
  readonly titles: ReadonlyMap<string, ReadonlySet<string>>;
  readonly areas: readonly Area[];
}

/** Reads a tab of any layout; `hint` is the month that its title or the pattern says. */
export function readTab(tab: Tab, hint: MonthHint, outer: Reading): TabRead {
  let told = false;
  const report: Reading['report'] = (problem, onceBy) => {
    told ||= problem.code === 'column-missing' || problem.code === 'bad-date' || problem.code === 'bad-hours';
    outer.report(problem, onceBy);
  };
  const reading: Reading = { ...outer, report };
  const whole = viewOf(tab, (cell, under) =>
    reading.report({ code: 'merge-hides-value', cell, tab: tab.id, detail: { under } }),
  );
  const view = stampsIn(whole, reading.zone);
  const columns = new Map<string, Set<string>>();
  const titles = new Map<string, Set<string>>();
  const claims: Claim[] = [];
  const rows: TimeRow[] = [];
  const areas: Area[] = [];
  let layout: KnownLayout | null = null;
  let before: Table | null = null;
  for (const block of yearPage(view, hint, reading.today) ?? monthBlocks(view, hint, reading.today)) {
    const read = readBlock(block, reading, before);
    if (!read) continue;
    before = read.table;
    layout ??= read.layout;
    for (const claim of read.claims) claims.push(claim);
    rows.push(...read.rows);
    areas.push(...read.areas);
    for (const { key, cell, title } of read.headers) {
      columns.set(key, (columns.get(key) ?? new Set()).add(cell));
      if (title !== '') titles.set(key, (titles.get(key) ?? new Set()).add(title));
    }
  }
  if (rows.length === 0 && !told && !reportBrokenDates(view, reading)) {
    reading.report({
      code: 'nothing-understood',
      cell: null,
      tab: tab.id,
      detail: { tab: tab.title, layout: reading.config.layout },
    });
  }
  return {
    title: tab.title,
    claims,
    rows,
    layout: rows.length === 0 ? null : layout,
    columns,
    titles,
    areas,
  };
}

interface BlockRead {
  readonly table: Table;
  readonly layout: KnownLayout;
  readonly rows: readonly TimeRow[];
  readonly claims: readonly Claim[];
  readonly headers: readonly { readonly key: string; readonly cell: string; readonly title: string }[];
  readonly areas: readonly Area[];
}

function readBlock({ view, hint }: Block, outer: Reading, before: Table | null): BlockRead | null {
  const { layout: wanted } = outer.config;
  const found = orient(view, hint, wanted, outer, before);
  if (!found) return null;
  const zone = zoneInHeader(found);
  const table = zone === null ? found : { ...found, view: stampsIn(found.view, zone) };
  const reading = zone === null ? outer : { ...outer, zone };
  const layout = wanted === 'auto' ? detectLayout(table, hint, reading) : wanted;
  if (layout === 'grid') return readGrid(table, hint, reading);
  const rows = rowsOf(table, layout, hint, reading);
  if (
    rows.length > 0 &&
    !table.duties.some(({ key }) => key === 'primary') &&
    reading.config.columns?.primary === undefined
  ) {
    reading.report(
      {
        code: 'column-missing',
        cell: null,
        tab: view.gid,
        detail: { tab: view.tab, header: 'primary', there: titlesOf(table.columns) },
      },
      'primary',
    );
  }
  const headers = table.duties.map(({ key, cell, index }) => ({
    key,
    cell,
    title: table.columns[index]?.title ?? '',
  }));
  return { table, layout, rows, claims: claimsOf(table, rows, reading), headers, areas: areasOf(table, []) };
}

/** `Start (UTC)`: the times of this table are of that zone, whatever the rota's is. */
function zoneInHeader({ axis, columns }: Table): Zone | null {
  const titles = [axis.column, axis.end, axis.startTime, axis.endTime].map((index) => columns[index]?.title);
  const [, name] = /(?<![a-z])(utc|gmt|jst)(?![a-z])/i.exec(titles.join(' ')) ?? [];
  return name ? zoneOf(name.toLowerCase() === 'jst' ? 'Asia/Tokyo' : 'UTC') : null;
}

function rowsOf(
  table: Table,
  layout: Exclude<KnownLayout, 'grid'>,
  hint: MonthHint,
  reading: Reading,
): TimeRow[] {
  const filled = dutyFilled(table);
  switch (layout) {
    case 'dates':
    case 'months':
      return dateRows(table, hint, reading, filled);
    case 'weeks':
      return weekRows(table, hint, reading, filled);
    case 'shifts':
      return shiftRows(table, hint, reading, filled);
    case 'weekdays':
      return weekdayRows(table, reading, filled);
    default:
      return never(layout);
  }
}

function readGrid(table: Table, hint: MonthHint, reading: Reading): BlockRead | null {
  const grid = findGrid(table, reading);
  if (!grid) return null;
  const { view, axis } = table;
  const filled = (row: number) => grid.people.some(({ column }) => !isEmpty(view.at(row, column)));
  const rows =
    axis.kind === 'weekday' ? weekdayRows(table, reading, filled) : dateRows(table, hint, reading, filled);
  const headers = grid.people.map(({ header }) => ({ key: 'primary', cell: header, title: '' }));
  const areas = areasOf(
    table,
    grid.people.map(({ column }) => column),
  );
  return { table, layout: 'grid', rows, claims: gridClaims(grid, rows, reading), headers, areas };
}

/** Under a header of dates not one could be read: each cell is told. False where there is no such header. */
function reportBrokenDates(view: View, reading: Reading): boolean {
  for (let row = 0; row < Math.min(view.height, 60); row++) {
    for (let column = 0; column < Math.min(view.width, 60); column++) {
      const { role } = readHeaderCell(view.at(row, column));
      if (!['date', 'start', 'week', 'period'].includes(role)) continue;
      let found = false;
      for (let below = row + 1; below < Math.min(view.height, 2_000); below++) {
        const cell = view.at(below, column);
        if (isEmpty(cell) || cell?.kind === 'number') continue;
        found = true;
        reading.report({ ...badRemark(cell), cell: view.address(below, column), tab: view.gid });
      }
      if (found) return true;
    }
  }
  return false;
}
