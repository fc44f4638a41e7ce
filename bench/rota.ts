import type { Cell, Spreadsheet } from '../shared/ports/sheets.ts';
import type { SlackUser } from '../shared/ports/slack.ts';
import { checkRota, onDutyAt, parseRota, previewRota, type Rota, RotaConfig } from '../shared/rota/index.ts';
import { type BenchRow, median, spread } from './lib/stats.ts';

const ROUNDS = 7;
const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2021, 0, 1);
const STAFF = ['Alice Moore', 'Bob Reyes', 'Carol Ito', 'Dan Wu', 'Eve Lind', 'Finn Ode', 'Gus Park'];
const COLUMNS = ['primary', 'secondary', 'tertiary', 'manager', 'duty officer'];

const config = RotaConfig.parse({
  id: 'bench',
  spreadsheet: 'bench',
  sheet: 'Rota',
  fallback: 'U0FALLBACK',
  columns: Object.fromEntries(COLUMNS.map((column) => [column, column])),
});

const directory = {
  complete: true,
  users: STAFF.map(
    (name, index): SlackUser => ({
      id: `U${index}STAFF`,
      name,
      realName: name,
      handle: '',
      email: null,
      locale: null,
      deactivated: false,
      bot: false,
      guest: 'no',
      admin: false,
    }),
  ),
};

/** One row per date from 2021-01-01 with five columns of people; every hundredth cell is empty or wrong. */
function sheetOf(days: number): Spreadsheet {
  const text = (value: string): Cell => ({ kind: 'text', text: value });
  const header = ['Date', ...COLUMNS].map(text);
  const rows = Array.from({ length: days }, (_, day): Cell[] => {
    const date = new Date(FIRST_DAY + day * DAY_MS).toISOString().slice(0, 10);
    const people = COLUMNS.map((_column, column): Cell => {
      const dice = day * COLUMNS.length + column;
      if (dice % 100 === 42) return null;
      return text(dice % 100 === 77 ? `Nobody ${dice}` : (STAFF[(day * 3 + column) % STAFF.length] ?? ''));
    });
    return [{ kind: 'date', date, text: date }, ...people];
  });
  const tab = { title: 'Rota', id: 0, rows: [header, ...rows], merges: [] };
  return { id: 'bench', title: 'bench', timeZone: 'Asia/Tokyo', tabTitles: ['Rota'], tabs: [tab] };
}

const parse = (spreadsheet: Spreadsheet): Rota =>
  parseRota({
    config,
    zone: 'Asia/Tokyo',
    spreadsheet,
    directory,
    now: FIRST_DAY,
    usedColumns: COLUMNS,
  });

/** Milliseconds of processor time of each round, after one that nobody counts: others may use the machine too. */
function rounds(work: () => void): number[] {
  work();
  return Array.from({ length: ROUNDS }, () => {
    const { user: start } = process.cpuUsage();
    work();
    return (process.cpuUsage().user - start) / 1_000;
  });
}

/** Answers a second at instants spread over ten years, in all five columns. */
function benchAnswers(): BenchRow {
  const rota = parse(sheetOf(3_650));
  const count = 500_000;
  let people = 0;
  const times = rounds(() => {
    let dice = 1;
    for (let index = 0; index < count; index++) {
      dice = (dice * 48_271) % 2_147_483_647;
      const at = FIRST_DAY + (dice / 2_147_483_647) * 3_650 * DAY_MS;
      people += onDutyAt(rota, at, COLUMNS[index % COLUMNS.length]).people.length;
    }
  });
  return {
    name: 'onDutyAt, 10 years × 5 columns',
    value: `${spread(times.map((ms) => count / ms / 1_000))} M/s`,
    note: `wanted ≥ 1; ${Math.round(people / (ROUNDS + 1))} people found a round`,
  };
}

/** The rules of reading a rota, without store or network: answers, and a sheet's way into spans and problems. */
export async function benchRota(): Promise<BenchRow[]> {
  const sizes = [365, 3_650, 36_500].map((rows) => ({ rows, sheet: sheetOf(rows) }));
  return [
    benchAnswers(),
    ...sizes.map(({ rows, sheet }) => row(`parse and lint, ${rows} rows × 5`, rows, () => parse(sheet))),
    ...sizes.map(({ rows, sheet }) => {
      const rota = parse(sheet);
      const input = {
        rota,
        before: rota.understood,
        memberships: [{ channel: 'cs', members: new Set<string>() }],
        now: FIRST_DAY,
      };
      return row(`check with accounts, ${rows} rows × 5`, rows, () => checkRota(input));
    }),
    ...[365, 3_650, 36_500].map((days) => {
      const rota = parse(sizes[2]?.sheet ?? sheetOf(36_500));
      return row(`preview of ${days} days × 5`, days, () => previewRota(rota, FIRST_DAY, days));
    }),
  ];
}

function row(name: string, size: number, work: () => void): BenchRow {
  const times = rounds(work);
  return {
    name,
    value: `${spread(times, 1)} ms`,
    note: `${((median(times) / size) * 1_000).toFixed(1)} µs a row`,
  };
}
