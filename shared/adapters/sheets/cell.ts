import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { Cell } from '../../ports/sheets.ts';
import { meaningOf } from './number-format.ts';
import { numberCell } from './serial.ts';

/** ErrorType of the API → what the sheet shows. */
const ERROR_CODES: Readonly<Record<string, string>> = {
  NULL_VALUE: '#NULL!',
  DIVIDE_BY_ZERO: '#DIV/0!',
  VALUE: '#VALUE!',
  REF: '#REF!',
  NAME: '#NAME?',
  NUM: '#NUM!',
  N_A: '#N/A',
  ERROR: '#ERROR!',
  LOADING: 'Loading...',
};

/** One cell of the API as the port has it. What was typed as text stays text, even if it looks like a number. */
export function cellOf(data: sheets_v4.Schema$CellData | null | undefined): Cell {
  if (!data) return null;
  const shown = data.formattedValue ?? '';
  const value = data.effectiveValue;
  if (value?.errorValue) {
    return { kind: 'error', code: ERROR_CODES[value.errorValue.type ?? ''] ?? (shown || '#ERROR!') };
  }
  if (typeof value?.numberValue === 'number') {
    const effective = data.effectiveFormat?.numberFormat;
    const entered = data.userEnteredFormat?.numberFormat;
    const meaning = meaningOf(effective, entered);
    const text = shown || String(value.numberValue);
    return numberCell(value.numberValue, meaning, text, Boolean(effective?.pattern ?? entered?.pattern));
  }
  if (typeof value?.boolValue === 'boolean') {
    return { kind: 'bool', value: value.boolValue, text: shown || String(value.boolValue).toUpperCase() };
  }
  const text = value?.stringValue ?? shown;
  if (text === '') return null;
  if (!value && Object.values(ERROR_CODES).includes(text)) return { kind: 'error', code: text };
  return { kind: 'text', text };
}
