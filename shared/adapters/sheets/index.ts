import type { Sheets, Spreadsheet } from '../../ports/sheets.ts';
import { loadClient, type SheetsClient, type SheetsOptions } from './client.ts';
import { checkAnswer, decodeSpreadsheet, titlesOf } from './decode.ts';
import { isUnknownRange, sheetsError } from './errors.ts';
import { CELL_FIELDS, OUTLINE_FIELDS, wholeTab } from './ranges.ts';

export type { SheetsOptions } from './client.ts';

/** No read takes longer than this, whatever the caller's own budget. */
const BUDGET_MS = 2_000;

/**
 * Google Sheets through `googleapis`, or any server that speaks its REST API (`apiUrl`).
 * One request per read; three where a wanted tab is missing (the API then refuses the whole read).
 * Errors as the port says, and `misconfigured` (reason `credentials`) where Google does not know us.
 */
export function createSheets(options: SheetsOptions = {}): Sheets {
  let loading: Promise<SheetsClient> | undefined;
  const client = (): Promise<SheetsClient> => {
    loading ??= loadClient(options);
    return loading;
  };

  const outline = async (id: string, signal: AbortSignal) =>
    checkAnswer(await (await client()).get({ spreadsheetId: id, fields: OUTLINE_FIELDS }, signal));

  const cells = async (
    id: string,
    titles: readonly string[],
    all: readonly string[],
    signal: AbortSignal,
  ) => {
    const ranges = titles.map(wholeTab);
    const answer = await (await client()).get({ spreadsheetId: id, ranges, fields: CELL_FIELDS }, signal);
    return decodeSpreadsheet(id, checkAnswer(answer), titles, all);
  };

  const readExisting = async (
    id: string,
    wanted: readonly string[],
    signal: AbortSignal,
  ): Promise<Spreadsheet> => {
    const found = await outline(id, signal);
    const titles = titlesOf(found);
    const there = wanted.filter((title) => titles.includes(title));
    return there.length === 0 ? decodeSpreadsheet(id, found, [], titles) : cells(id, there, titles, signal);
  };

  return {
    async read(id, tabTitles, signal) {
      const budget = AbortSignal.any([signal, AbortSignal.timeout(BUDGET_MS)]);
      const wanted = [...new Set(tabTitles)];
      try {
        if (wanted.length === 0) return await readExisting(id, [], budget);
        return await cells(id, wanted, [], budget).catch((error: unknown) => {
          if (isUnknownRange(error)) return readExisting(id, wanted, budget);
          throw error;
        });
      } catch (error) {
        throw sheetsError(error);
      }
    },
    async titles(id, signal) {
      const budget = AbortSignal.any([signal, AbortSignal.timeout(BUDGET_MS)]);
      return outline(id, budget).then(titlesOf, (error: unknown) => {
        throw sheetsError(error);
      });
    },
    async accountEmail() {
      return (await client()).accountEmail().catch((error: unknown) => {
        throw sheetsError(error);
      });
    },
  };
}
