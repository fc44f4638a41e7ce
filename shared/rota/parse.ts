import type { Spreadsheet, Tab } from '../ports/sheets.ts';
import { someAreas } from './areas.ts';
import { civilOf, DAY, dayOf, isoDay } from './civil.ts';
import type { Claim } from './claims.ts';
import { holidaysOf } from './days.ts';
import { flatten, spansOf } from './flatten.ts';
import { reportAmbiguities, reportEnd, reportGaps, reportOverlaps } from './lint.ts';
import { readMembers } from './members.ts';
import type { Directory, Rota, Span, Understood } from './model.ts';
import { nameBook } from './names.ts';
import { nearForm, suggestionsFor } from './near.ts';
import { collectProblems } from './problems.ts';
import { readTab, type TabRead } from './read-tab.ts';
import type { Reading } from './reading.ts';
import type { RotaConfig } from './schemas.ts';
import { isPattern, titlesFor, type WantedTab, wantedTabs } from './tabs.ts';
import { sameClock, zoneOf } from './zone.ts';

export interface RotaInput {
  readonly config: RotaConfig;
  /** The workspace's zone; the rota's own `timezone` wins. */
  readonly zone: string;
  readonly spreadsheet: Spreadsheet;
  readonly directory: Directory;
  /** Epoch ms. */
  readonly now: number;
  /** Duty columns that a ladder calls: gaps are problems only there. */
  readonly usedColumns?: readonly string[];
}

/**
 * Turns a spreadsheet into spans with their provenance and a list of what should be mended. Pure, and throws for no
 * sheet whatever it holds: what cannot be understood is a problem in the answer.
 */
export function parseRota(input: RotaInput): Rota {
  const { config, spreadsheet, directory, now } = input;
  const zone = zoneOf(config.timezone ?? input.zone);
  const local = zone.toLocal(now);
  const today = Math.floor(local / DAY);
  const problems = collectProblems(now);
  const members = readMembers(config, spreadsheet);
  const reading: Reading = {
    config,
    zone,
    now,
    today,
    handover: minutesOf(config.handover),
    names: nameBook(members, directory),
    isHoliday: holidaysOf(spreadsheet.tabs, civilOf(today).year),
    report: problems.report,
  };
  if (members === 'tab-missing') reportMissing(config.members ?? '', 'members', spreadsheet, reading);
  if (spreadsheet.timeZone !== '' && !sameClock(spreadsheet.timeZone, zone.name, now)) {
    reading.report({
      code: 'zone-mismatch',
      cell: null,
      tab: null,
      detail: { sheet: spreadsheet.timeZone, rota: zone.name },
    });
  }
  const reads = readTabs(spreadsheet, reading);
  const columns = columnsOf(reads, input.usedColumns ?? ['primary'], reading);
  return {
    id: config.id,
    zone: zone.name,
    spreadsheet: spreadsheet.id,
    columns,
    people: peopleIn(columns, directory),
    holidays: daysAround(today).filter(reading.isHoliday).map(isoDay),
    problems: problems.all(),
    understood: understoodOf(reads),
  };
}

const daysAround = (today: number): number[] => Array.from({ length: 402 }, (_none, i) => today - 31 + i);

function minutesOf(handover: string): number {
  const [hours = 0, minutes = 0] = handover.split(':').map(Number);
  return hours * 60 + minutes;
}

function readTabs(spreadsheet: Spreadsheet, reading: Reading): TabRead[] {
  const byMonth = new Map<string, TabRead>();
  return wantedTabs(reading.config, reading.today).flatMap((wanted) => {
    const titles = titlesFor(
      wanted.title,
      spreadsheet.tabs.map((tab) => tab.title),
    );
    // A tab by its exact title is meant; only monthly tabs can claim one month twice.
    const meant = isPattern(reading.config.sheet) || !titles.includes(wanted.title) ? titles : [wanted.title];
    const tabs = spreadsheet.tabs.filter((tab) => meant.includes(tab.title));
    if (tabs.length === 0) reportAbsent(wanted, spreadsheet, reading);
    return tabs.map((tab) => {
      const read = readTab(tab, wanted, reading);
      const month = mainMonth(read);
      const other = month === null ? undefined : byMonth.get(month);
      if (other) reportDuplicate(tab, other, month ?? '', reading);
      else if (month !== null) byMonth.set(month, read);
      return read;
    });
  });
}

/** The month in which most rows of a tab lie; null where duty comes again every week. */
function mainMonth({ rows }: TabRead): string | null {
  const counts = new Map<string, number>();
  for (const { firstDay, recurring } of rows) {
    const { year, month } = civilOf(firstDay);
    if (!recurring) counts.set(`${year}-${month}`, (counts.get(`${year}-${month}`) ?? 0) + 1);
  }
  return [...counts].reduce<[string | null, number]>(
    (most, [month, count]) => (count > most[1] ? [month, count] : most),
    [null, 0],
  )[0];
}

function reportDuplicate(tab: Tab, other: TabRead, month: string, reading: Reading): void {
  reading.report({
    code: 'duplicate-month',
    cell: `${tab.title}!A1`,
    tab: tab.id,
    detail: { tab: tab.title, other: other.title, month },
  });
}

/** This month's tab must be there; next month's is wanted a week before; last month's may be gone. */
function reportAbsent(wanted: WantedTab, spreadsheet: Spreadsheet, reading: Reading): void {
  const { year, month } = wanted;
  const starts =
    isPattern(reading.config.sheet) && year !== null && month !== null ? dayOf(year, month, 1) : null;
  if (starts !== null && starts > reading.today + 7) return;
  if (starts !== null && starts < reading.today - 31) return;
  if (starts !== null && starts <= reading.today && civilOf(reading.today).month !== month) return;
  reportMissing(
    wanted.title,
    starts !== null && starts > reading.today ? 'next' : 'rota',
    spreadsheet,
    reading,
  );
}

function reportMissing(
  tab: string,
  which: 'rota' | 'next' | 'members',
  spreadsheet: Spreadsheet,
  reading: Reading,
): void {
  const near = suggestionsFor(
    tab,
    spreadsheet.tabTitles.map((name) => ({ name, near: nearForm(name) })),
  );
  reading.report({ code: 'tab-missing', cell: null, tab: null, detail: { tab, which, near: near[0] ?? '' } });
}

function columnsOf(
  reads: readonly TabRead[],
  used: readonly string[],
  reading: Reading,
): Record<string, readonly Span[]> {
  const byColumn = new Map<string, Claim[]>([['primary', []]]);
  const rowDays = new Set<number>();
  for (const { claims, rows } of reads) {
    for (const claim of claims) {
      const same = byColumn.get(claim.column);
      if (same) same.push(claim);
      else byColumn.set(claim.column, [claim]);
    }
    for (const { firstDay, endDay, recurring } of rows) {
      for (let day = firstDay; !recurring && day < Math.min(endDay, firstDay + 400); day++) rowDays.add(day);
    }
  }
  const columns: [string, readonly Span[]][] = [];
  for (const [column, claims] of byColumn) {
    const pieces = flatten(claims);
    columns.push([column, spansOf(pieces)]);
    if (claims.every(({ source }) => source.quiet)) continue;
    reportOverlaps(claims, reading);
    reportAmbiguities(pieces, reading);
    if (used.includes(column)) reportGaps(pieces, column, rowDays, reading);
    if (column === 'primary') reportEnd(claims, reading);
  }
  return Object.fromEntries(columns);
}

function peopleIn(
  columns: Readonly<Record<string, readonly Span[]>>,
  directory: Directory,
): Record<string, string> {
  const ids = new Set(Object.values(columns).flatMap((spans) => spans.flatMap(({ people }) => people)));
  return Object.fromEntries(
    directory.users
      .filter(({ id }) => ids.has(id))
      .map(({ id, name, realName, handle }) => [id, name || realName || handle || id]),
  );
}

function understoodOf(reads: readonly TabRead[]): Understood | null {
  const understood = reads.filter(({ layout }) => layout !== null);
  const layout = understood[0]?.layout;
  if (!layout) return null;
  return {
    layout,
    tabs: understood.map(({ title }) => title),
    columns: joined(understood.map(({ columns }) => columns)),
    headers: joined(understood.map(({ titles }) => titles)),
    rows: understood.reduce((sum, { rows }) => sum + rows.length, 0),
    areas: someAreas(understood.flatMap(({ areas }) => areas)),
  };
}

/** By duty column what all tabs say. */
function joined(
  maps: readonly ReadonlyMap<string, ReadonlySet<string>>[],
): Record<string, readonly string[]> {
  const all = new Map<string, Set<string>>();
  for (const [key, values] of maps.flatMap((map) => [...map]))
    all.set(key, new Set([...(all.get(key) ?? []), ...values]));
  return Object.fromEntries([...all].map(([key, values]) => [key, [...values]]));
}
