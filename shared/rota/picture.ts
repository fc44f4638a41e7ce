import type { Spreadsheet, Tab } from '../ports/sheets.ts';
import { onDutyAt } from './duty.ts';
import { excerpt, textOf } from './fold.ts';
import type { Area, Rota } from './model.ts';
import { columnName } from './view.ts';

/** Sides of the picture of one tab: beyond them only what stands around the wanted cells is drawn. */
const MOST = { rows: 60, columns: 40, tabs: 4 };
const AROUND = 2;
const LONGEST = 40;

/** What of a sheet is shown beside its problems. JSON, and small however large the sheet is. */
export interface Picture {
  readonly tabs: readonly PictureTab[];
}

export interface PictureTab {
  readonly title: string;
  /** gid, for links. */
  readonly id: number;
  /** Letters of the columns drawn. */
  readonly columns: readonly string[];
  /** `number` as people count; what is missing between two was cut. A cell is null where Toban reads nothing. */
  readonly rows: readonly { readonly number: number; readonly cells: readonly (string | null)[] }[];
  /** Cells that say who is on duty at the time of drawing: `C14`. */
  readonly now: readonly string[];
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * Draws the tabs of a rota around its headers, the duty of `now` and the cells given (`当番表!C14`), whole where they are
 * small. Only the columns that the rota is read from are in it.
 */
export function drawPicture(
  spreadsheet: Spreadsheet,
  rota: Rota,
  cells: readonly string[],
  now: number,
): Picture {
  const areas = rota.understood?.areas ?? [];
  const today = Object.keys(rota.columns).flatMap((column) => onDutyAt(rota, now, column).cell ?? []);
  const headers = Object.values(rota.understood?.columns ?? {}).flat();
  const wanted = [...headers, ...today, ...cells];
  const tabs = spreadsheet.tabs
    .filter(({ title }) => areas.some(({ tab }) => tab === title))
    .toSorted((a, b) => Number(holds(b, today)) - Number(holds(a, today)))
    .slice(0, MOST.tabs);
  return { tabs: tabs.map((tab) => drawTab(tab, areas, wanted, today)) };
}

const holds = ({ title }: Tab, cells: readonly string[]): boolean =>
  cells.some((cell) => tabOf(cell) === title);

function drawTab(
  tab: Tab,
  all: readonly Area[],
  wanted: readonly string[],
  today: readonly string[],
): PictureTab {
  const areas = all.filter((area) => area.tab === tab.title);
  const places = wanted.filter((cell) => tabOf(cell) === tab.title).map(placeOf);
  const told = new Set(places.map(({ row, column }) => `${row} ${column}`));
  const bottom = Math.min(tab.rows.length, Math.max(...areas.map((area) => area.bottom)));
  const right = Math.max(...areas.map((area) => area.right), ...places.map(({ column }) => column + 1));
  const thin = (from: 'top' | 'left', to: 'bottom' | 'right') =>
    areas.filter((area) => area[to] - area[from] === 1).map((area) => area[from]);
  const rows = linesAround([...thin('top', 'bottom'), ...places.map(({ row }) => row)], bottom, MOST.rows);
  const columns = linesAround(
    [...thin('left', 'right'), ...places.map(({ column }) => column)],
    right,
    MOST.columns,
  );
  const isRead = (row: number, column: number) =>
    told.has(`${row} ${column}`) ||
    areas.some((one) => one.top <= row && row < one.bottom && one.left <= column && column < one.right);
  const textAt = (row: number, column: number) => clipped(textOf(tab.rows[row]?.[column] ?? null));
  return {
    title: tab.title,
    id: tab.id,
    columns: columns.map(columnName),
    rows: rows.map((row) => ({
      number: row + 1,
      cells: columns.map((column) => (isRead(row, column) ? textAt(row, column) : null)),
    })),
    now: today.filter((cell) => tabOf(cell) === tab.title).map((cell) => cell.slice(tab.title.length + 1)),
  };
}

/** All lines of a small side; of a large one those wanted, the first first, each with its neighbours. */
function linesAround(wanted: readonly number[], size: number, most: number): number[] {
  if (size <= most) return Array.from({ length: size }, (_none, line) => line);
  const chosen = new Set<number>();
  for (const reach of [0, AROUND])
    for (const line of wanted)
      for (let near = line - reach; near <= line + reach; near++)
        if (near >= 0 && near < size && chosen.size < most) chosen.add(near);
  return [...chosen].sort((a, b) => a - b);
}

function clipped(text: string): string {
  const signs = [...excerpt(text)];
  return signs.length <= LONGEST ? signs.join('') : `${signs.slice(0, LONGEST - 1).join('')}…`;
}

const tabOf = (cell: string): string => cell.slice(0, cell.lastIndexOf('!'));

function placeOf(cell: string): Place {
  const [, letters = '', digits = '1'] = /!([A-Z]+)(\d+)$/.exec(cell) ?? [];
  const column = [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column: Math.max(column, 0) };
}
