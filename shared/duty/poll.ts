import type { RotaConfig } from '../rota/index.ts';

/**
 * How many spreadsheets one tick looks at. With the titles of their tabs this stays below the 60 reads a minute that
 * Google allows an account by default; docs/performance.md has the arithmetic.
 */
const SPREADSHEETS_A_MINUTE = 50;
/** So that the same are not first every time: where reads run out, the last ones go without. */
const STEP = 7;

/** The rotas whose turn it is in a minute (minutes since 1970): all of up to 50 spreadsheets, of more in turns. Pure. */
export function dueForPoll(configs: readonly RotaConfig[], minute: number): readonly RotaConfig[] {
  const sheets = [...new Set(configs.map(({ spreadsheet }) => spreadsheet))];
  const step = sheets.length > SPREADSHEETS_A_MINUTE ? SPREADSHEETS_A_MINUTE : STEP;
  const first = (minute * step) % Math.max(sheets.length, 1);
  const turn = [...sheets.slice(first), ...sheets.slice(0, first)].slice(0, SPREADSHEETS_A_MINUTE);
  return turn.flatMap((sheet) => configs.filter(({ spreadsheet }) => spreadsheet === sheet));
}
