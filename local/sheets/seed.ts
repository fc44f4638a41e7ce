import type { FileCell, SpreadsheetFile } from './model.ts';

const DAY_MS = 86_400_000;
const [DAYS_BEFORE, DAYS_AFTER] = [7, 42];
const WEEKDAYS = ['日', '月', '火', '水', '木', '金', '土'];

/** Ids as the simulated Slack knows them; 新井 is a guest, as contractors on duty often are. */
const MEMBERS: readonly (readonly [name: string, slack: string, alias: string])[] = [
  ['小野', 'U0ONO', 'おの'],
  ['新井', 'U0ARAI', 'あらい'],
  ['加藤', 'U0KATO', 'かとう'],
  ['佐藤', 'U0SATO', 'さとう'],
  ['森', 'U0SRELEAD', 'もり'],
];
/** From the day on duty at the seeding instant: 新井, then 小野, whom 加藤 stands in for. */
const TURNS = ['新井', '小野', '佐藤', '加藤'];

/**
 * The spreadsheet of the first run: a week back and six weeks ahead of `now` (epoch ms), one row per date.
 * `handover` is when a day's duty begins (`HH:mm`), so that the guest is on duty at whatever hour it is seeded.
 */
export function seedMobility(now: number, zone: string, handover: string): SpreadsheetFile {
  const today = Date.parse(`${dutyDate(now, zone, handover)}T00:00Z`);
  const rows = Array.from({ length: DAYS_BEFORE + DAYS_AFTER + 1 }, (_, i) => dayRow(today, i - DAYS_BEFORE));
  return {
    title: '車両オンコール',
    timeZone: zone,
    tabs: {
      当番表: [['日付', '曜日', '担当', '代理者', 'メモ'], ...rows],
      メンバー: [
        ['名前', 'Slack', 'メール', '別名'],
        ...MEMBERS.map(([name, slack, alias]) => [name, slack, null, alias]),
      ],
    },
  };
}

function dayRow(today: number, offset: number): FileCell[] {
  const day = new Date(today + offset * DAY_MS);
  const turn = TURNS[((offset % TURNS.length) + TURNS.length) % TURNS.length] ?? null;
  const cover = offset === 1 ? '加藤' : null;
  const memo = offset === 1 ? '小野さん不在' : null;
  return [{ d: day.toISOString().slice(0, 10) }, WEEKDAYS[day.getUTCDay()] ?? null, turn, cover, memo];
}

/** The date whose duty runs at `now`: before the handover that is still yesterday's. */
export function dutyDate(now: number, zone: string, handover: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(now);
  const [date = '', time = ''] = parts.split(' ');
  const before = time.padStart(5, '0') < handover.padStart(5, '0');
  return new Date(Date.parse(`${date}T00:00Z`) - (before ? DAY_MS : 0)).toISOString().slice(0, 10);
}
