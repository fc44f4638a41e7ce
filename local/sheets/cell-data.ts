import type { FileCell } from './model.ts';

const EPOCH_MS = Date.UTC(1899, 11, 30);

const ERROR_TYPES: Readonly<Record<string, string>> = {
  '#NULL!': 'NULL_VALUE',
  '#DIV/0!': 'DIVIDE_BY_ZERO',
  '#VALUE!': 'VALUE',
  '#REF!': 'REF',
  '#NAME?': 'NAME',
  '#NUM!': 'NUM',
  '#N/A': 'N_A',
};

/** A cell as `spreadsheets.get` answers it, with the formats Sheets gives to what is typed in a Japanese sheet. */
export function cellData(cell: FileCell): object {
  if (cell === null || cell === '') return {};
  const shown = shownText(cell);
  if (typeof cell === 'string') return { ...values({ stringValue: cell }), formattedValue: shown };
  if (typeof cell === 'boolean') return { ...values({ boolValue: cell }), formattedValue: shown };
  if (typeof cell === 'number') return { ...values({ numberValue: cell }), formattedValue: shown };
  if ('err' in cell) {
    const errorValue = { type: ERROR_TYPES[cell.err] ?? 'ERROR', message: cell.err };
    return {
      userEnteredValue: { formulaValue: `=${cell.err}` },
      effectiveValue: { errorValue },
      formattedValue: shown,
    };
  }
  const numberFormat = formatOf(cell);
  return {
    ...values({ numberValue: serialOf(cell) }),
    formattedValue: shown,
    userEnteredFormat: { numberFormat },
    effectiveFormat: { numberFormat },
  };
}

const values = (value: object) => ({ userEnteredValue: value, effectiveValue: value });

type Moment = Extract<FileCell, { d: string } | { dt: string } | { t: string }>;

function formatOf(cell: Moment): { type: string; pattern: string } {
  if ('d' in cell) return { type: 'DATE', pattern: 'yyyy/mm/dd' };
  if ('dt' in cell) return { type: 'DATE_TIME', pattern: 'yyyy/mm/dd h:mm' };
  return { type: 'TIME', pattern: serialOf(cell) < 1 ? 'h:mm' : '[h]:mm' };
}

/** Days since 1899-12-30, as Sheets keeps every date and time. */
export function serialOf(cell: Moment): number {
  if ('d' in cell) return (Date.parse(`${cell.d}T00:00Z`) - EPOCH_MS) / 86_400_000;
  if ('dt' in cell) return (Date.parse(`${cell.dt}Z`) - EPOCH_MS) / 86_400_000;
  const [hours = 0, minutes = 0] = cell.t.split(':').map(Number);
  return (hours * 60 + minutes) / 1_440;
}

/** What people see in the cell. */
export function shownText(cell: FileCell): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell !== 'object') return String(cell);
  if ('err' in cell) return cell.err;
  if ('d' in cell) return cell.d.replaceAll('-', '/');
  if ('dt' in cell)
    return cell.dt
      .replaceAll('-', '/')
      .replace('T', ' ')
      .replace(/ 0(\d:)/, ' $1');
  return cell.t;
}
