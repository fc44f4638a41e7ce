import { TobanError } from '../../shared/platform/errors.ts';
import type { Cell, Sheets, Spreadsheet } from '../../shared/ports/sheets.ts';

/** Google's default quota of reads: in a minute for one account. https://developers.google.com/workspace/sheets/api/limits */
export const PER_USER = 60;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** What Google was asked for. `busiest`: the most in any 60 seconds. */
export interface Asked {
  reads: number;
  refused: number;
  busiest: number;
}

/** Sheets that allows 60 reads in any 60 seconds, which is stricter than Google's minute by minute. `lastRead`: by spreadsheet. */
export function googleSheets(
  asked: Asked,
  clock: { readonly now: () => number },
  nameToday: (spreadsheet: string) => string,
  days: number,
): Sheets & { readonly lastRead: ReadonlyMap<string, number> } {
  let lately: number[] = [];
  const lastRead = new Map<string, number>();
  const count = () => {
    lately = lately.filter((at) => at > clock.now() - MINUTE_MS);
    if (lately.length >= PER_USER) {
      asked.refused += 1;
      throw new TobanError('rate-limited', 'the quota of this minute is used up', {
        retryAfterMs: MINUTE_MS,
      });
    }
    lately.push(clock.now());
    asked.reads += 1;
    asked.busiest = Math.max(asked.busiest, lately.length);
  };
  const start = clock.now();
  return {
    lastRead,
    async read(id) {
      count();
      lastRead.set(id, clock.now());
      return sheetOf(id, start, nameToday(id), days);
    },
    async titles() {
      count();
      return ['当番表', 'メンバー'];
    },
    accountEmail: async () => null,
  };
}

/** So many days, a third of them before the start, 新井 on each but the first day from the start, and three members. */
function sheetOf(id: string, start: number, today: string, days: number): Spreadsheet {
  const text = (value: string): Cell => ({ kind: 'text', text: value });
  const past = Math.floor(days / 3);
  const rows = Array.from({ length: days }, (_none, i): Cell[] => {
    const date = new Date(start + (i - past) * DAY_MS).toISOString().slice(0, 10);
    return [{ kind: 'date', date, text: date }, text(i === past ? today : '新井')];
  });
  const members = [
    ['名前', 'Slack'],
    ['小野', 'U0STAFF'],
    ['新井', 'U1STAFF'],
    ['加藤', 'U2STAFF'],
  ].map((row) => row.map(text));
  const tabs = [
    { title: '当番表', id: 0, rows: [['日付', '当番'].map(text), ...rows], merges: [] },
    { title: 'メンバー', id: 1, rows: members, merges: [] },
  ];
  return { id, title: id, timeZone: 'Asia/Tokyo', tabTitles: ['当番表', 'メンバー'], tabs };
}
